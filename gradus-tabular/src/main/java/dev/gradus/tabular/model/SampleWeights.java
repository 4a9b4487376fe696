package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.matrix.RowWeights;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.setting.ClassWeighting;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** How much rows count: by a column, by their class, or both, multiplied. */
final class SampleWeights {
  private final TrainingSettings settings;
  private final Target target;
  private final double[] ofClasses; // empty: all 1

  /**
   * Learns the weights of the classes.
   *
   * @param training the rows whose classes are counted
   */
  SampleWeights(TrainingSettings settings, Target target, Part training) {
    this.settings = settings;
    this.target = target;
    this.ofClasses =
        settings
            .find(Hyperparameters.CLASS_WEIGHT)
            .map(weighting -> ofClasses(weighting, training))
            .orElse(new double[0]);
  }

  private double[] ofClasses(ClassWeighting weighting, Part training) {
    if (!(target instanceof ClassTarget classes)) {
      throw refused(weighting, "column " + Quotation.name(target.name()) + " holds values");
    }
    int k = classes.classes().size();
    double[] weights = new double[k];
    switch (weighting) {
      case ClassWeighting.Balanced balanced -> {
        double[] shares =
            ClassificationMetrics.shares(classes.codes(training.table(), training.rows()), k);
        Arrays.setAll(weights, j -> shares[j] == 0 ? 0 : 1 / (k * shares[j]));
      }
      case ClassWeighting.Table table -> {
        for (String name : table.weights().keySet()) {
          if (!classes.classes().contains(name)) {
            throw refused(
                weighting,
                "no such class: "
                    + Quotation.of(name)
                    + "; there are: "
                    + Quotation.names(classes.classes()));
          }
        }
        Arrays.setAll(weights, j -> table.weights().getOrDefault(classes.classes().get(j), 1.0));
      }
    }
    return weights;
  }

  private static ConfigException refused(ClassWeighting weighting, String what) {
    return new ConfigException("flag.conflict", Hyperparameters.CLASS_WEIGHT.at(weighting), what);
  }

  /** Of some rows; none where all count the same. */
  Optional<RowWeights> of(Part part) {
    Optional<String> column = settings.find(Hyperparameters.WEIGHT);
    if (column.isEmpty() && ofClasses.length == 0) {
      return Optional.empty();
    }
    double[] weights = new double[part.size()];
    Arrays.fill(weights, 1);
    column.ifPresent(name -> multiply(weights, cells(name, part.table(), part.rows())));
    if (target instanceof ClassTarget classes && ofClasses.length > 0) {
      int[] codes = classes.codes(part.table(), part.rows());
      multiply(weights, Arrays.stream(codes).mapToDouble(code -> ofClasses[code]).toArray());
    }
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      throw new DataException(
          "data.weights",
          Location.of(part.table().file()),
          (column.isPresent() ? "column " + Quotation.name(column.get()) + ": " : "")
              + "all sample weights are 0");
    }
    return Optional.of(RowWeights.of(weights));
  }

  private static void multiply(double[] weights, double[] by) {
    Arrays.setAll(weights, i -> weights[i] * by[i]);
  }

  /** The rows that count at all: one of weight 0 is as if it were not there. */
  static int[] counting(TrainingSettings settings, Part part) {
    Optional<String> column = settings.find(Hyperparameters.WEIGHT);
    if (column.isEmpty()) {
      return part.rows();
    }
    double[] weights = cells(column.get(), part.table(), part.rows());
    int[] counting =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] > 0)
            .map(i -> part.rows()[i])
            .toArray();
    if (counting.length == 0) {
      throw new DataException(
          "data.weights",
          Location.of(part.table().file()),
          "column " + Quotation.name(column.get()) + ": all sample weights are 0");
    }
    return counting;
  }

  private static double[] cells(String name, Table table, int[] rows) {
    if (!(table.require(name, "--weight") instanceof NumberColumn column)) {
      throw new ConfigException(
          "flag.conflict",
          Location.of("--weight " + Quotation.name(name)),
          "the column holds texts; wants numbers of at least 0");
    }
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (column.isMissing(rows[i])) {
        throw new DataException("data.missing", table.cell(rows[i], name), "the weight is missing");
      }
      weights[i] = column.value(rows[i]);
      if (weights[i] < 0) {
        throw new DataException(
            "data.weights",
            Location.line(table.file(), table.line(rows[i])),
            "weight " + ClassTarget.label(weights[i]) + "; wants numbers of at least 0");
      }
    }
    return weights;
  }
}
