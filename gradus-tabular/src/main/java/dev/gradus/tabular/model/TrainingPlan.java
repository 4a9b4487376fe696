package dev.gradus.tabular.model;

import dev.gradus.data.Xoshiro256;
import dev.gradus.error.DataException;
import dev.gradus.error.DivergedException;
import dev.gradus.error.GradusException;
import dev.gradus.error.Location;
import dev.gradus.loss.StandardLoss;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.audit.TableAudit;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.HoldOut;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.TaskChoice;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.LearningRateFinder;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everything that is decided before the first step: task, rows to learn from and rows held out, how
 * columns become numbers, the network. Then {@link #train}.
 */
public final class TrainingPlan {
  private static final int[] NONE = {};

  private final TrainingData data;
  private final TrainingSettings stated;
  private final TrainingSettings settings;
  private final TargetPlan aim;
  private final Partition rows;
  private final FeaturePlan features;
  private final Target target;
  private final StandardLoss loss;
  private final Network network;
  private final Xoshiro256 random;

  private TrainingPlan(
      TrainingData given,
      TrainingSettings stated,
      Optional<TargetPlan> known,
      Optional<Part> together) {
    SettingConflicts.refuse(stated);
    this.stated = stated;
    this.data = given.counting(WeightColumn.of(stated));
    this.random = Xoshiro256.seeded(stated.get(Hyperparameters.SEED));
    HoldOut.requireTwo(data.file(), data.all().size(), Partition.fraction(stated));
    this.aim = known.orElseGet(() -> TargetPlan.of(data, stated));
    this.rows =
        together
            .map(all -> new Partition(all, Optional.empty(), data.test()))
            .orElseGet(() -> Partition.of(data, stated, drawing()));
    this.settings = Defaults.resolve(stated, trainingRows());
    this.target =
        data.start().map(Model::target).orElseGet(() -> aim.fit(data, stated, rows.training()));
    this.loss =
        Output.loss(target, stated.find(Hyperparameters.LOSS), data.table(), data.all().rows());
    this.features = FeaturePlan.of(data, stated, rows.training());
    this.network =
        data.start()
            .map(Model::network)
            .orElseGet(
                () ->
                    FileLimits.network(
                        Perceptron.of(settings), features.features().inputs(), output(), target));
    data.start().ifPresent(model -> WarmStart.requireFit(model, data, stated));
    requireLoadable();
  }

  private RowDrawing drawing() {
    return new RowDrawing(data.table(), stated, aim.classes(), random);
  }

  private void requireLoadable() {
    if ((long) trainingRows() * network.inputs() > Integer.MAX_VALUE - 15) {
      throw new DataException(
          "data.too_large",
          Location.of(data.file()),
          trainingRows()
              + " rows of "
              + network.inputs()
              + " inputs; at most 2147483632 numbers are trained on: name fewer columns with"
              + " --columns");
    }
    requireHeader(List.of());
  }

  /** Before the training, so that none is made of which no file could be written. */
  private void requireHeader(List<String> arguments) {
    Map<String, Object> record = settings.record();
    record.put("arguments", arguments);
    FileLimits.requireHeader(
        data.file(),
        ModelFile.outline(network, features(), target, loss, shares(), record),
        features().list().size());
  }

  /**
   * Decides.
   *
   * @throws GradusException if data and settings do not allow a training
   */
  public static TrainingPlan of(TrainingData data, TrainingSettings settings) {
    return new TrainingPlan(data, settings, Optional.empty(), Optional.empty());
  }

  /**
   * Decides, for one target.
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
    Part all = new Part(table, rows);
    return of(TrainingData.of(all, List.of(target)).withColumns(columns), settings);
  }

  /** The same training on the rows held out for validation as well, for so many epochs. */
  TrainingPlan onAllRows() {
    int[] both =
        IntStream.concat(
                IntStream.of(rows.training().rows()),
                rows.validation().stream().flatMapToInt(part -> IntStream.of(part.rows())))
            .sorted()
            .toArray();
    TrainingSettings fixed =
        stated.with(Hyperparameters.EPOCHS, settings.get(Hyperparameters.EPOCHS));
    if (settings.get(Hyperparameters.OPTIMIZER) != StandardOptimizer.LBFGS) { // that takes all rows
      fixed = fixed.with(Hyperparameters.BATCH_SIZE, settings.get(Hyperparameters.BATCH_SIZE));
    }
    Part together = new Part(data.table(), both);
    return new TrainingPlan(
        data.withTest(rows.test()), fixed, Optional.of(aim), Optional.of(together));
  }

  /**
   * Each of the plans of a cross-validation: trained on some parts, tested on another. All know the
   * same classes: one that is rare, or of one group, may be in a single part.
   */
  List<TrainingPlan> folds() {
    int[] learnable =
        data.test().isPresent() || rows.test().isEmpty()
            ? data.all().rows()
            : onAllRows().rows.training().rows();
    int k = settings.get(Hyperparameters.FOLDS);
    RowDrawing drawing =
        new RowDrawing(
            data.table(),
            stated,
            aim.classes(),
            Xoshiro256.seeded(stated.get(Hyperparameters.SEED)));
    return drawing.folds(learnable, k).stream()
        .map(
            fold ->
                new TrainingPlan(
                    data.withRows(fold.training())
                        .withTest(Optional.of(new Part(data.table(), fold.held()))),
                    stated,
                    Optional.of(aim),
                    Optional.empty()))
        .toList();
  }

  /** The task, and why. */
  public TaskChoice task() {
    return aim.choice();
  }

  /** What is odd about the columns, alone and beside each other. */
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(features.warnings());
    int[] held = // of the same table; rows of a file may be of another time and place
        rows.validation().filter(part -> data.validation().isEmpty()).map(Part::rows).orElse(NONE);
    warnings.addAll(
        TableAudit.of(data.table(), target, features().names(), training().rows(), held));
    return List.copyOf(warnings);
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

  /** The widths of its layers of weights: {@code 14-64-64-1}. */
  public String widths() {
    StringBuilder text = new StringBuilder(Integer.toString(network.inputs()));
    network.layout().stream()
        .filter(part -> part.block().symbol().equals("W"))
        .forEach(part -> text.append('-').append(part.block().columns()));
    return text.toString();
  }

  /** How many rows are learned from. */
  public int trainingRows() {
    return rows.training().size();
  }

  /** How many rows are held out for validation. */
  public int validationRows() {
    return rows.validation().map(Part::size).orElse(0);
  }

  /** How many rows are looked at in the end alone. */
  public int testRows() {
    return rows.test().map(Part::size).orElse(0);
  }

  /** How it is trained, with nothing left open. */
  public TrainingSettings settings() {
    return settings;
  }

  /** What of it was set. */
  public TrainingSettings stated() {
    return stated;
  }

  /**
   * Trains.
   *
   * @throws DivergedException if a loss, a gradient or a weight is not finite
   */
  public Trained train(TrainingListener listener) {
    return train(listener, epoch -> {});
  }

  /**
   * The same, telling of each epoch what only a model's training knows of it.
   *
   * @throws DivergedException if a loss, a gradient or a weight is not finite
   */
  public Trained train(TrainingListener listener, EpochListener epochs) {
    return train(listener, epochs, TrainingContext.standard()).orElseThrow();
  }

  /**
   * The same, stopped and kept as the context wants it.
   *
   * @return the model; nothing if the training was asked to stop, and its state is in a checkpoint
   * @throws DivergedException if a loss, a gradient or a weight is not finite
   * @throws dev.gradus.error.FileException if a checkpoint cannot be written
   * @throws dev.gradus.error.ConfigException if the checkpoint to go on from is of another training
   */
  public Optional<Trained> train(
      TrainingListener listener, EpochListener epochs, TrainingContext context) {
    requireHeader(context.arguments());
    return new Course(this, listener, epochs, context).run();
  }

  /** The loss against the learning rate, from the parameters with which a training would begin. */
  public LearningRateFinder.Sweep learningRates() {
    return new Training(this, random).learningRates();
  }

  /** The rows to learn from. */
  public Part training() {
    return rows.training();
  }

  /** The rows held out for validation; none in a refit. */
  public Optional<Part> validation() {
    return rows.validation();
  }

  /** The rows that are looked at in the end alone, if any. */
  public Optional<Part> test() {
    return rows.test();
  }

  TrainingData data() {
    return data;
  }

  Xoshiro256 random() {
    return random;
  }

  Output output() {
    return Output.of(target, loss);
  }

  Model model(Parameters theta, Optional<FittedNetwork> linear, Map<String, Object> record) {
    return new Model(
        new FittedNetwork(network, theta), linear, features(), target, loss, shares(), record);
  }

  private List<Double> shares() {
    if (target instanceof ClassTarget classes) {
      int[] codes = classes.codes(data.table(), rows.training().rows());
      double[] weights = WeightColumn.of(settings).rows(rows.training()).weights();
      double[] shares = ClassificationMetrics.shares(codes, classes.classes().size(), weights);
      return Arrays.stream(shares).boxed().toList();
    }
    return List.of();
  }
}
