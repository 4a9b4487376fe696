package dev.gradus.tabular.model;

import dev.gradus.data.Dataset;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A trained network with all that turns a table's rows into its inputs and its outputs into
 * answers. Immutable; may be used by several threads at once.
 */
public final class Model {
  private static final int CHUNK_ROWS = 4096;

  /** Of a chunk's widest layer. */
  private static final int CHUNK_NUMBERS = 1 << 22;

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

  /**
   * Rows of a table as the network takes and learns them: inputs and targets.
   *
   * @param table read with {@link #kindsWithTarget}
   * @param rows counted from 0, which have a target each
   */
  public Dataset dataset(Table table, int[] rows, Compute compute) {
    double[] inputs = new double[Math.multiplyExact(rows.length, features.inputs())];
    features.encode(table, rows, inputs);
    Matrix x = compute.matrix(rows.length, network.inputs());
    x.setAll(inputs);
    Matrix y = compute.matrix(rows.length, network.outputs());
    y.setAll(Output.of(loss).encode(target, table, rows));
    return new Dataset(x, y);
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
    return switch (target) {
      case RegressionTarget regression -> {
        double[] values = new double[rows.length];
        List<CellCounts> cells =
            inChunks(
                table,
                rows,
                (from, outputs) -> {
                  for (int i = 0; i < outputs.length; i++) {
                    values[from + i] = regression.decode(outputs[i]);
                  }
                });
        yield new Predictions.Values(values, cells);
      }
      case ClassTarget classes -> {
        int k = classes.classes().size();
        double[] probabilities = new double[Math.multiplyExact(rows.length, k)];
        int[] codes = new int[rows.length];
        List<CellCounts> cells =
            inChunks(
                table,
                rows,
                (from, outputs) -> {
                  double[] some = Output.of(loss).probabilities(outputs, k);
                  System.arraycopy(some, 0, probabilities, from * k, some.length);
                  for (int i = 0; i < some.length / k; i++) {
                    codes[from + i] = ClassificationMetrics.mostProbable(some, i * k, k);
                  }
                });
        yield new Predictions.Classes(classes.classes(), codes, probabilities, cells);
      }
    };
  }

  /** What the network gives for some rows, the first of them at {@code from} of all. */
  private interface Outputs {
    void take(int from, double[] outputs);
  }

  /** Rows do not depend on each other: the chunks change no bit, and bound the memory. */
  private List<CellCounts> inChunks(Table table, int[] rows, Outputs to) {
    int widest = network.widths().stream().mapToInt(Integer::intValue).max().orElse(1);
    int most = Math.clamp(CHUNK_NUMBERS / widest, 1, CHUNK_ROWS);
    List<CellCounts> cells = features.encode(table, new int[0], new double[0]);
    try (Compute compute = Compute.of(parameters.vector().compute().precision(), 1)) {
      Parameters theta = parameters.copy(compute);
      for (int from = 0; from < rows.length; from += most) {
        int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + most));
        double[] inputs = new double[Math.multiplyExact(some.length, features.inputs())];
        cells = sum(cells, features.encode(table, some, inputs));
        Matrix x = compute.matrix(some.length, network.inputs());
        x.setAll(inputs);
        to.take(from, network.predict(theta, x).toArray());
      }
    }
    return cells;
  }

  private static List<CellCounts> sum(List<CellCounts> a, List<CellCounts> b) {
    return IntStream.range(0, a.size()).mapToObj(i -> a.get(i).plus(b.get(i))).toList();
  }

  /**
   * How good it is on some rows, which have a target each.
   *
   * @param table read with {@link #kindsWithTarget}
   */
  public Evaluation evaluate(Table table, int[] rows) {
    return evaluate(table, rows, cells -> {});
  }

  /**
   * The same, telling what was imputed or unseen.
   *
   * @param cells takes for each column how many of its cells were imputed or unseen
   */
  public Evaluation evaluate(Table table, int[] rows, Consumer<List<CellCounts>> cells) {
    return switch (target) {
      case RegressionTarget regression -> {
        double[] actual = regression.values(table, rows);
        Predictions.Values predicted = (Predictions.Values) predict(table, rows);
        cells.accept(predicted.cells());
        yield new Evaluation.Regression(
            RegressionMetrics.of(actual, predicted.values()),
            RegressionMetrics.baseline(actual, regression.mean()));
      }
      case ClassTarget classes -> {
        int[] actual = classes.codes(table, rows);
        double[] often = shares.stream().mapToDouble(Double::doubleValue).toArray();
        yield new Evaluation.Classification(
            metrics(table, rows, actual, often.length, cells),
            ClassificationMetrics.baseline(actual, often));
      }
    };
  }

  /** Keeps of each row only the class predicted and the probability of the true one. */
  private ClassificationMetrics metrics(
      Table table, int[] rows, int[] actual, int k, Consumer<List<CellCounts>> cells) {
    int[] predicted = new int[rows.length];
    double[] ofActual = new double[rows.length];
    cells.accept(
        inChunks(
            table,
            rows,
            (from, outputs) -> {
              double[] some = Output.of(loss).probabilities(outputs, k);
              for (int i = 0; i < some.length / k; i++) {
                predicted[from + i] = ClassificationMetrics.mostProbable(some, i * k, k);
                ofActual[from + i] = some[i * k + actual[from + i]];
              }
            }));
    return ClassificationMetrics.of(actual, predicted, ofActual, k);
  }
}
