package dev.gradus.tabular.model;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Location;
import dev.gradus.layer.Layer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.CellCounts;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.HoldOut;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.preprocess.TaskChoice;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.Clipping;
import dev.gradus.train.LearningRateFinder;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is decided before the first step: task, rows to learn from and rows held out, how
 * columns become numbers, the network. Then {@link #train}.
 */
public final class TrainingPlan {
  /** Room in the header for what is known only after the training: settings and metrics. */
  private static final int RECORD_BYTES = 2048;

  private final Table table;
  private final TrainingSettings settings;
  private final TaskChoice choice;
  private final HoldOut rows;
  private final Features.Fitted features;
  private final Target target;
  private final StandardLoss loss;
  private final Network network;
  private final Xoshiro256 random;

  private TrainingPlan(
      Table table,
      String targetName,
      int[] all,
      Optional<List<String>> columns,
      TrainingSettings settings) {
    this.table = table;
    this.settings = settings;
    this.random = Xoshiro256.seeded(settings.seed());
    HoldOut.requireTwo(table.file(), all.length, settings.validation());
    this.choice = TaskChoice.of(table, targetName, all, settings.task());
    List<String> names = Features.columns(table, targetName, columns);
    if (choice.task() == Task.CLASSIFICATION) {
      ClassTarget classes = ClassTarget.fit(table, targetName, all);
      this.target = classes;
      this.rows =
          HoldOut.stratified(
              table.file(), all, classes.codes(table, all), settings.validation(), random);
    } else {
      this.rows = HoldOut.split(table.file(), all, settings.validation(), random);
      this.target = RegressionTarget.fit(table, targetName, rows.training());
    }
    this.loss = Output.loss(target, settings.loss(), table, all);
    this.features = Features.fit(table, names, rows.training());
    this.network =
        network(settings.perceptron(), features.features().inputs(), Output.of(loss).width(target));
    requireLoadable();
  }

  private static Network network(Perceptron perceptron, int inputs, int outputs) {
    List<Layer> layers = perceptron.layers(inputs, outputs);
    if (layers.size() > Architecture.MAX_LAYERS) {
      throw new ConfigException(
          "flag.value",
          Location.of("--hidden"),
          perceptron.hidden().size()
              + " layers; wants at most "
              + (Architecture.MAX_LAYERS - 1) / perceptron.layersOfEach());
    }
    long parameters = Architecture.parameterCount(layers, inputs);
    if (parameters > Architecture.MAX_PARAMETERS) {
      throw new ConfigException(
          "flag.value",
          Location.of("--hidden"),
          parameters
              + " parameters with "
              + inputs
              + " inputs; a model file takes at most "
              + Architecture.MAX_PARAMETERS
              + ": wants fewer units");
    }
    return Network.of(inputs, layers);
  }

  /** Says before the training what the file's reader would say after it. */
  private void requireLoadable() {
    int tensors = network.layout().size();
    if (tensors > TensorFile.MAX_TENSORS) {
      throw new ConfigException(
          "flag.value",
          Location.of("--hidden"),
          tensors + " tensors; wants at most " + TensorFile.MAX_TENSORS);
    }
    if ((long) trainingRows() * network.inputs() > Integer.MAX_VALUE - 15) {
      throw new DataException(
          "data.too_large",
          Location.of(table.file()),
          trainingRows()
              + " rows of "
              + network.inputs()
              + " inputs; at most 2147483632 numbers are trained on: name fewer columns with"
              + " --columns");
    }
    int header =
        ModelFile.outline(network, features(), target, loss, shares()).headerBytes() + RECORD_BYTES;
    if (header > TensorFile.MAX_HEADER) {
      throw new DataException(
          "model.header",
          Location.of(table.file()),
          "the names of "
              + features().list().size()
              + " feature columns and their categories want a model header of "
              + header
              + " bytes; at most "
              + TensorFile.MAX_HEADER
              + ": name fewer with --columns, or leave some out with --ignore");
    }
  }

  /**
   * Decides.
   *
   * @param target the column to predict
   * @param rows those that have a target, counted from 0
   * @param columns the feature columns, if stated; else all but the target
   */
  public static TrainingPlan of(
      Table table,
      String target,
      int[] rows,
      Optional<List<String>> columns,
      TrainingSettings settings) {
    return new TrainingPlan(table, target, rows, columns, settings);
  }

  /** The task, and why. */
  public TaskChoice task() {
    return choice;
  }

  /** What is odd about the columns. */
  public List<Warning> warnings() {
    return features.warnings();
  }

  /** How columns become inputs. */
  public Features features() {
    return features.features();
  }

  /** What is predicted. */
  public Target target() {
    return target;
  }

  /** What is made small. */
  public StandardLoss loss() {
    return loss;
  }

  /** What is trained. */
  public Network network() {
    return network;
  }

  /** How many rows are learned from. */
  public int trainingRows() {
    return rows.training().length;
  }

  /** How many rows are held out. */
  public int validationRows() {
    return rows.validation().length;
  }

  /** How it was trained. */
  public TrainingSettings settings() {
    return settings;
  }

  /**
   * A trained model and how good it is.
   *
   * @param model the model
   * @param validation on the rows held out
   * @param cells of the training rows: what was imputed
   */
  public record Trained(Model model, Evaluation validation, List<CellCounts> cells) {
    /** Copies the list. */
    public Trained {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Trains.
   *
   * @throws DivergedException if a loss, a gradient or a weight is not finite
   */
  public Trained train(TrainingListener listener) {
    try (Compute compute = Compute.of(Precision.FLOAT32, settings.threads(), flop())) {
      Parameters theta = network.initialize(compute, random);
      double[] inputs = new double[Math.multiplyExact(trainingRows(), network.inputs())];
      List<CellCounts> cells = features().encode(table, rows.training(), inputs);
      Dataset training = dataset(compute, rows.training(), inputs);
      long[] clipped = {0};
      trainer()
          .withValidation(validation(compute))
          .train(
              theta,
              BatchSource.shuffled(training),
              random,
              listener.and(
                  event -> {
                    if (event instanceof TrainingEvent.Clipped told) {
                      clipped[0] += told.count();
                    }
                  }));
      FittedNetwork linear =
          LinearFit.of(training, Output.of(loss), Precision.FLOAT32, settings.threads());
      Model model = model(theta, linear, Map.of());
      Evaluation evaluation = model.evaluate(table, rows.validation());
      return new Trained(model(theta, linear, record(evaluation, clipped[0])), evaluation, cells);
    }
  }

  /** The loss against the learning rate, from the parameters with which a training would begin. */
  public LearningRateFinder.Sweep learningRates() {
    try (Compute compute = Compute.of(Precision.FLOAT32, settings.threads(), flop())) {
      Parameters theta = network.initialize(compute, random);
      double[] inputs = new double[Math.multiplyExact(trainingRows(), network.inputs())];
      features().encode(table, rows.training(), inputs);
      BatchSource source = BatchSource.shuffled(dataset(compute, rows.training(), inputs));
      return LearningRateFinder.standard().sweep(trainer(), theta, source, random);
    }
  }

  private Trainer trainer() {
    return Trainer.of(network, loss)
        .withUpdate(settings.update().rule())
        .withBatchSize(batchSize())
        .withReportEvery(0)
        .withLength(new Length.Epochs(settings.epochs()));
  }

  private int batchSize() {
    return settings.update().isFullBatch()
        ? trainingRows()
        : Math.min(settings.batchSize(), trainingRows());
  }

  /**
   * The run's size: each weight takes part in three products a row (forward, dW, dx), each a
   * multiplication and an addition.
   */
  private double flop() {
    return 6.0 * network.parameterCount() * trainingRows() * settings.epochs();
  }

  private Dataset validation(Compute compute) {
    double[] inputs = new double[Math.multiplyExact(validationRows(), network.inputs())];
    features().encode(table, rows.validation(), inputs);
    return dataset(compute, rows.validation(), inputs);
  }

  private Dataset dataset(Compute compute, int[] of, double[] inputs) {
    Matrix x = compute.matrix(of.length, network.inputs());
    x.setAll(inputs);
    Matrix y = compute.matrix(of.length, network.outputs());
    y.setAll(Output.of(loss).encode(target, table, of));
    return new Dataset(x, y);
  }

  private Model model(Parameters theta, FittedNetwork linear, Map<String, Object> record) {
    return new Model(
        new FittedNetwork(network, theta),
        Optional.of(linear),
        features(),
        target,
        loss,
        shares(),
        record);
  }

  private List<Double> shares() {
    if (target instanceof ClassTarget classes) {
      int[] codes = classes.codes(table, rows.training());
      double[] shares = ClassificationMetrics.shares(codes, classes.classes().size());
      return Arrays.stream(shares).boxed().toList();
    }
    return List.of();
  }

  private Map<String, Object> record(Evaluation evaluation, long clipped) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("training_rows", trainingRows());
    record.put("validation_rows", validationRows());
    record.put("epochs", settings.epochs());
    record.put("batch_size", batchSize());
    record.putAll(settings.update().record());
    if (!settings.update().clipping().equals(Clipping.NONE)) {
      record.put("clipped_steps", clipped);
    }
    record.put("validation_fraction", settings.validation());
    record.put("seed", settings.seed());
    record.put("metrics", EvaluationForm.metrics(evaluation));
    record.put("baseline", EvaluationForm.baseline(evaluation));
    EvaluationForm.linear(evaluation).ifPresent(metrics -> record.put("linear", metrics));
    return record;
  }
}
