package dev.gradus.tabular.model;

import dev.gradus.error.FileException;
import dev.gradus.error.ModelFormatException;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.file.TensorFileReader;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.metric.RegressionMetrics;
import dev.gradus.tabular.preprocess.CellCounts;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A trained network with all that turns a table's rows into its inputs and its outputs into
 * answers. Immutable; may be used by several threads at once.
 */
public final class Model {
  private final Network network;
  private final Parameters parameters;
  private final Features features;
  private final Target target;
  private final StandardLoss loss;
  private final List<Double> shares;
  private final Map<String, Object> record;

  /**
   * Shares its arguments.
   *
   * @param shares of the classes in the training rows; empty for values
   * @param record how it was trained and how good it was, for the file
   */
  Model(
      Network network,
      Parameters parameters,
      Features features,
      Target target,
      StandardLoss loss,
      List<Double> shares,
      Map<String, Object> record) {
    this.network = network;
    this.parameters = parameters;
    this.features = features;
    this.target = target;
    this.loss = loss;
    this.shares = shares;
    this.record = record;
  }

  /**
   * Reads a model file.
   *
   * @throws FileException if it cannot be read
   * @throws ModelFormatException if it is damaged, foreign or newer
   */
  public static Model load(Path file) {
    return ModelFile.read(file.toString(), TensorFileReader.read(file));
  }

  /** Writes a model file: whole, or not at all. The same model gives the same bytes. */
  public void save(Path file) {
    ModelFile.write(this).write(file);
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** Its parameters, shared: not to be changed. */
  public Parameters parameters() {
    return parameters;
  }

  /** How columns become inputs. */
  public Features features() {
    return features;
  }

  /** What is predicted. */
  public Target target() {
    return target;
  }

  /** What it was trained with. */
  public StandardLoss loss() {
    return loss;
  }

  List<Double> shares() {
    return shares;
  }

  /** How it was trained and how good it was: settings, rows, metrics. */
  public Map<String, Object> record() {
    return record;
  }

  /** The kinds of the columns that it reads, with the target's, for reading a table to evaluate. */
  public Map<String, ColumnKind> kindsWithTarget() {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>(features.kinds());
    kinds.put(target.name(), target.kind());
    return kinds;
  }

  /** What it makes of all rows of a table. */
  public Predictions predict(Table table) {
    return predict(table, IntStream.range(0, table.rows()).toArray());
  }

  /**
   * What it makes of some rows. A row's answer does not depend on the others.
   *
   * @param table read with {@link Features#kinds}
   * @param rows counted from 0
   */
  public Predictions predict(Table table, int[] rows) {
    double[] inputs = new double[Math.multiplyExact(rows.length, features.inputs())];
    List<CellCounts> cells = features.encode(table, rows, inputs);
    double[] outputs = outputs(inputs, rows.length);
    return switch (target) {
      case RegressionTarget regression -> {
        for (int i = 0; i < outputs.length; i++) {
          outputs[i] = regression.decode(outputs[i]);
        }
        yield new Predictions.Values(outputs, cells);
      }
      case ClassTarget classes -> {
        int k = classes.classes().size();
        double[] probabilities = Output.of(loss).probabilities(outputs, k);
        int[] codes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
          codes[i] = ClassificationMetrics.mostProbable(probabilities, i * k, k);
        }
        yield new Predictions.Classes(classes.classes(), codes, probabilities, cells);
      }
    };
  }

  private double[] outputs(double[] inputs, int rows) {
    if (rows == 0) {
      return new double[0];
    }
    try (Compute compute = Compute.of(parameters.vector().compute().precision(), 1)) {
      Matrix x = compute.matrix(rows, network.inputs());
      x.setAll(inputs);
      return network.predict(parameters.copy(compute), x).toArray();
    }
  }

  /**
   * How good it is on some rows, which have a target each.
   *
   * @param table read with {@link #kindsWithTarget}
   */
  public Evaluation evaluate(Table table, int[] rows) {
    return switch (predict(table, rows)) {
      case Predictions.Values predicted -> {
        RegressionTarget regression = (RegressionTarget) target;
        double[] actual = regression.values(table, rows);
        yield new Evaluation.Regression(
            RegressionMetrics.of(actual, predicted.values()),
            RegressionMetrics.baseline(actual, regression.mean()));
      }
      case Predictions.Classes predicted -> {
        int[] actual = ((ClassTarget) target).codes(table, rows);
        double[] often = shares.stream().mapToDouble(Double::doubleValue).toArray();
        yield new Evaluation.Classification(
            ClassificationMetrics.of(actual, predicted.probabilities(), often.length),
            ClassificationMetrics.baseline(actual, often));
      }
    };
  }
}
