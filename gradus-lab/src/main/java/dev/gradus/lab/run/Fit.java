package dev.gradus.lab.run;

import dev.gradus.lab.http.Fields;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.lab.plan.Task;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a network has made of its data, to be drawn: a curve over one number, regions over two, else
 * what it predicts beside what is.
 */
public final class Fit {
  private static final int CURVE = 201;
  private static final int REGIONS = 41;
  private static final int SCATTER = 300;

  /** The regions reach so far beyond the rows, as a share of their spread. */
  private static final double MARGIN = 0.1;

  private final Task task;
  private final Kind kind;
  private final List<double[]> axes;
  private final Table table;
  private final int[] rows;
  private final double[] actual;

  /** How it is drawn. */
  public enum Kind {
    /** One number. */
    CURVE,
    /** Two numbers. */
    REGIONS,
    /** Anything else. */
    SCATTER;

    /** For some data. */
    public static Kind of(Task task) {
      List<Feature> features = task.features().list();
      boolean numbers = features.stream().allMatch(feature -> feature.kind() == ColumnKind.NUMBER);
      if (numbers && features.size() == 1 && task.classes().isEmpty()) {
        return CURVE;
      }
      return numbers && features.size() == 2 ? REGIONS : SCATTER;
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** For the rows of an experiment. */
  Fit(Experiment experiment) {
    this.task = experiment.task();
    this.kind = Kind.of(task);
    switch (kind) {
      case CURVE -> {
        axes = List.of(axis(0, CURVE, 0));
        table = Table.of(task.name(), NumberColumn.of(name(0), axes.get(0)));
      }
      case REGIONS -> {
        axes = List.of(axis(0, REGIONS, MARGIN), axis(1, REGIONS, MARGIN));
        table =
            Table.of(
                task.name(),
                grid(name(0), i -> i % REGIONS, 0),
                grid(name(1), i -> i / REGIONS, 1));
      }
      default -> {
        axes = List.of();
        table = task.table();
      }
    }
    rows =
        kind == Kind.SCATTER
            ? Experiment.evenly(task.validation(), SCATTER)
            : IntStream.range(0, table.rows()).toArray();
    actual = kind == Kind.SCATTER ? values(task.target(), task.table(), rows) : new double[0];
  }

  private String name(int feature) {
    return task.features().names().get(feature);
  }

  private double[] axis(int feature, int count, double margin) {
    NumberColumn column = (NumberColumn) task.table().require(name(feature), "");
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        least = Math.min(least, column.value(row));
        most = Math.max(most, column.value(row));
      }
    }
    double spread = most > least ? margin * (most - least) : 1;
    double from = Double.isFinite(least) ? least - spread : -1;
    double to = Double.isFinite(most) ? most + spread : 1;
    return IntStream.range(0, count)
        .mapToDouble(i -> from + (to - from) * i / (count - 1))
        .toArray();
  }

  private interface Place {
    int of(int row);
  }

  private Column grid(String name, Place place, int axis) {
    double[] values = new double[REGIONS * REGIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = axes.get(axis)[place.of(i)];
    }
    return NumberColumn.of(name, values);
  }

  /** Targets as numbers: values, or the numbers of classes. */
  public static double[] values(Target target, Table table, int[] rows) {
    return switch (target) {
      case RegressionTarget values -> values.values(table, rows);
      case QuantileTarget quantiles -> quantiles.values().values(table, rows);
      case SeveralTargets several -> several.list().getFirst().values(table, rows);
      case ClassTarget classes ->
          Arrays.stream(classes.codes(table, rows)).asDoubleStream().toArray();
    };
  }

  /** For a snapshot. */
  Map<String, Object> of(Model model) {
    Fields fields = new Fields().put("kind", kind.toString());
    Predictions predictions = model.predict(table, rows);
    double[] predicted =
        switch (predictions) {
          case Predictions.Values values -> values.values();
          case Predictions.Several several -> several.column(0);
          case Predictions.Classes classes -> shares(classes);
        };
    switch (kind) {
      case CURVE -> fields.numbers("x", axes.get(0)).numbers("y", predicted);
      case REGIONS -> {
        fields.numbers("x", axes.get(0)).numbers("y", axes.get(1));
        if (predictions instanceof Predictions.Classes classes) {
          fields.put("classes", lines(Arrays.stream(classes.codes()).asDoubleStream().toArray()));
        }
        fields.put("values", lines(predicted));
      }
      case SCATTER ->
          fields
              .numbers("actual", actual)
              .numbers(
                  "predicted",
                  predictions instanceof Predictions.Classes classes
                      ? Arrays.stream(classes.codes()).asDoubleStream().toArray()
                      : predicted);
    }
    return fields.map();
  }

  /** The probability of the class that is predicted. */
  private static double[] shares(Predictions.Classes classes) {
    int k = classes.classes().size();
    double[] shares = new double[classes.rows()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = classes.probabilities()[i * k + classes.codes()[i]];
    }
    return shares;
  }

  private static List<Object> lines(double[] values) {
    List<Object> lines = new ArrayList<>();
    for (int from = 0; from < values.length; from += REGIONS) {
      lines.add(Fields.list(Arrays.copyOfRange(values, from, from + REGIONS)));
    }
    return lines;
  }
}
