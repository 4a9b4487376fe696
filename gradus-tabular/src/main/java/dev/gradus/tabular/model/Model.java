package dev.gradus.tabular.model;

import dev.gradus.data.Dataset;
import dev.gradus.error.FileException;
import dev.gradus.error.ModelFormatException;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.file.TensorFileReader;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.CellCounts;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.setting.RealNumber;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A trained network with all that turns a table's rows into its inputs and its outputs into
 * answers. Immutable; may be used by several threads at once.
 */
public final class Model {
  private final FittedNetwork fitted;
  private final Optional<FittedNetwork> linear;
  private final Features features;
  private final Target target;
  private final StandardLoss loss;
  private final List<Double> shares;
  private final Map<String, Object> record;
  private final TestVectors vectors;

  /**
   * Shares its arguments.
   *
   * @param linear beside which it has to stand, if there is one
   * @param shares of the classes in the training rows; empty for values
   * @param record how it was trained and how good it was, for the file
   */
  Model(
      FittedNetwork fitted,
      Optional<FittedNetwork> linear,
      Features features,
      Target target,
      StandardLoss loss,
      List<Double> shares,
      Map<String, Object> record) {
    this(fitted, linear, features, target, loss, shares, record, TestVectors.NONE);
  }

  private Model(
      FittedNetwork fitted,
      Optional<FittedNetwork> linear,
      Features features,
      Target target,
      StandardLoss loss,
      List<Double> shares,
      Map<String, Object> record,
      TestVectors vectors) {
    this.fitted = fitted;
    this.linear = linear;
    this.features = features;
    this.target = target;
    this.loss = loss;
    this.shares = shares;
    this.record = record;
    this.vectors = vectors;
  }

  /** With test vectors. */
  Model with(TestVectors other) {
    return new Model(fitted, linear, features, target, loss, shares, record, other);
  }

  /**
   * A model of what was trained elsewhere than in a {@link TrainingPlan}; shares its arguments.
   *
   * @param shares of the classes in the training rows; empty for values
   * @param record how it was trained and how good it was, for the file
   */
  public static Model of(
      Network network,
      Parameters parameters,
      Features features,
      Target target,
      StandardLoss loss,
      List<Double> shares,
      Map<String, Object> record) {
    FittedNetwork fitted = new FittedNetwork(network, parameters);
    return new Model(fitted, Optional.empty(), features, target, loss, shares, record);
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

  /**
   * Reads a model file whose weights may be NaN or infinite: to look at what it says. Its test
   * vectors are not made again.
   *
   * @throws FileException if it cannot be read
   * @throws ModelFormatException if it is damaged, foreign or newer
   */
  public static Model loadToLookAt(Path file) {
    return ModelFile.read(file.toString(), TensorFileReader.readAnyNumbers(file), false);
  }

  /**
   * Reads the bytes of a model file.
   *
   * @param name what messages call it
   * @throws ModelFormatException if it is damaged, foreign or newer
   */
  public static Model read(String name, byte[] bytes) {
    return ModelFile.read(name, TensorFileReader.read(name, bytes));
  }

  /** The bytes of a model file. The same model gives the same bytes. */
  public byte[] bytes() {
    return ModelFile.write(this).bytes();
  }

  /** Writes a model file: whole, or not at all. The same model gives the same bytes. */
  public void save(Path file) {
    ModelFile.write(this).write(file);
  }

  /** The network. */
  public Network network() {
    return fitted.network();
  }

  /** Its parameters, shared: not to be changed. */
  public Parameters parameters() {
    return fitted.parameters();
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

  /** The network with its parameters. */
  FittedNetwork fitted() {
    return fitted;
  }

  /** A linear model of the same inputs and targets, to be compared with. */
  Optional<FittedNetwork> linear() {
    return linear;
  }

  /** In which it computes. */
  Precision precision() {
    return fitted.parameters().vector().compute().precision();
  }

  List<Double> shares() {
    return shares;
  }

  /** How it was trained and how good it was: settings, rows, metrics. */
  public Map<String, Object> record() {
    return record;
  }

  /** Rows, and what it made of them when it was trained; recomputed whenever it is loaded. */
  public TestVectors vectors() {
    return vectors;
  }

  /** The column that said how much each row counts when it was trained, if there was one. */
  public Optional<String> weightColumn() {
    return WeightColumn.of(record).name();
  }

  /**
   * Those of some rows that count: all but those of weight 0, where the table has the weight
   * column.
   *
   * @param table read with {@link #kindsWithTarget}
   */
  public int[] counting(Table table, int[] rows) {
    return WeightColumn.of(record).in(table).counting(table, rows);
  }

  /**
   * The kinds of the columns that it reads, with the target's and the weights', for reading a table
   * to evaluate.
   */
  public Map<String, ColumnKind> kindsWithTarget() {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>(features.kinds());
    target.names().forEach(name -> kinds.put(name, target.kind()));
    weightColumn().ifPresent(name -> kinds.putIfAbsent(name, ColumnKind.NUMBER));
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
    Matrix x = compute.matrix(rows.length, network().inputs());
    x.setAll(inputs);
    Matrix y = compute.matrix(rows.length, network().outputs());
    y.setAll(output().encode(target, table, rows));
    return new Dataset(x, y);
  }

  /**
   * Test vectors as the network takes them.
   *
   * @param rows of {@link #vectors}, counted from 0
   * @return [rows × inputs]
   */
  public double[] vectorInputs(int[] rows) {
    double[] inputs = new double[Math.multiplyExact(rows.length, features.inputs())];
    features.encode(vectors.table(features), rows, inputs);
    return inputs;
  }

  /** A row to fill and to predict; one for each thread. */
  public Row row() {
    return new Row(this);
  }

  /**
   * What it makes of one row, with the bits of the same row in a table. Allocates nothing.
   *
   * @param row of this model, used by one thread
   * @return the row's own answer, to be read before the next prediction
   */
  public Answer predict(Row row) {
    return row.predict(this);
  }

  /**
   * The same for a row that is only asked for once.
   *
   * @param cells the columns' names and cells: a {@code Number} or a {@code String}; those that are
   *     left out are missing
   * @throws IllegalArgumentException if a name is unknown, or a cell is of another kind
   */
  public Answer predict(Map<String, ?> cells) {
    Row row = row();
    for (Map.Entry<String, ?> cell : cells.entrySet()) {
      switch (cell.getValue()) {
        case Number number -> row.set(cell.getKey(), number.doubleValue());
        case String text -> row.set(cell.getKey(), text);
        default ->
            throw new IllegalArgumentException(
                "column " + cell.getKey() + ": wants a number or a text");
      }
    }
    return predict(row);
  }

  /** The same model, computed in this precision; float32 rounds the parameters. */
  public Model in(Precision precision) {
    if (precision() == precision) {
      return this;
    }
    return new Model(
        fitted.in(precision),
        linear.map(other -> other.in(precision)),
        features,
        target,
        loss,
        shares,
        record);
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
    return predict(fitted, table, rows);
  }

  private Predictions predict(FittedNetwork by, Table table, int[] rows) {
    int width = by.network().outputs();
    double[] outputs = new double[Math.multiplyExact(rows.length, width)];
    List<CellCounts> cells =
        by.run(
            features,
            table,
            rows,
            (from, some) -> System.arraycopy(some, 0, outputs, from * width, some.length));
    return predictions(outputs, cells);
  }

  /** What outputs of the network say, [rows × outputs]. */
  Predictions predictions(double[] outputs, List<CellCounts> cells) {
    return switch (target) {
      case RegressionTarget regression ->
          new Predictions.Values(Output.decode(List.of(regression), outputs), cells);
      case SeveralTargets several ->
          new Predictions.Several(several.names(), Output.decode(several.list(), outputs), cells);
      case QuantileTarget quantiles -> quantiles(quantiles, outputs, cells);
      case ClassTarget classes -> {
        int k = classes.classes().size();
        double[] probabilities = output().probabilities(outputs, k);
        int[] codes = new int[probabilities.length / k];
        for (int i = 0; i < codes.length; i++) {
          codes[i] = ClassificationMetrics.mostProbable(probabilities, i * k, k);
        }
        yield new Predictions.Classes(classes.classes(), codes, probabilities, cells);
      }
    };
  }

  /** The middle level stands for the whole, before all levels. */
  private static Predictions quantiles(
      QuantileTarget target, double[] outputs, List<CellCounts> cells) {
    int k = target.levels().size();
    List<String> names = new ArrayList<>(List.of("prediction"));
    target.levels().forEach(level -> names.add("q" + RealNumber.shown(level)));
    double[] values = new double[outputs.length / k * (k + 1)];
    for (int row = 0; row < outputs.length / k; row++) {
      for (int j = 0; j < k; j++) {
        values[row * (k + 1) + 1 + j] = target.values().decode(outputs[row * k + j]);
      }
      values[row * (k + 1)] = values[row * (k + 1) + 1 + target.middle()];
    }
    return new Predictions.Several(names, values, cells);
  }

  /** What its last layer means. */
  Output output() {
    return Output.of(target, loss);
  }

  /**
   * How good it is on some rows, which have a target each. They count as the {@link #weightColumn}
   * says, where the table has it; else all the same.
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
    Scoring scoring = scoring(table, rows);
    Predictions predictions = predict(table, rows);
    cells.accept(predictions.cells());
    return scoring.evaluation(predictions, linear.map(by -> predict(by, table, rows)));
  }

  /** What came true on some rows. */
  Scoring scoring(Table table, int[] rows) {
    return Scoring.of(
        target, shares, table, rows, WeightColumn.of(record).in(table).of(table, rows));
  }
}
