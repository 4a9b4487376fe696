package dev.gradus.tabular.model;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.loss.Loss;
import dev.gradus.loss.Quantile;
import dev.gradus.loss.SmoothedCrossEntropy;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.optimize.LearningRate;
import dev.gradus.tabular.file.HeapRoom;
import dev.gradus.tabular.preprocess.CellCounts;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.train.Checkpoints;
import dev.gradus.train.LearningRateFinder;
import dev.gradus.train.Length;
import dev.gradus.train.StoppingRule;
import dev.gradus.train.Supervision;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingListener;
import dev.gradus.train.TrainingState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** One run as a plan has it: rows become matrices, and the core trains. */
final class Training {
  private final TrainingPlan plan;
  private final TrainingSettings settings;
  private final UpdateSettings update;
  private final SampleWeights weights;
  private final Network network;
  private final Xoshiro256 random;
  private Runnable keepEnd = () -> {};

  /**
   * Shares its arguments.
   *
   * @param random what the weights and the batches are drawn from
   */
  Training(TrainingPlan plan, Xoshiro256 random) {
    this.plan = plan;
    this.settings = plan.settings();
    this.update = new UpdateSettings(settings);
    this.weights = new SampleWeights(settings, plan.target(), plan.training());
    this.network = plan.network();
    update.requireFit(network);
    this.random = random;
  }

  /**
   * What came of it.
   *
   * @param theta the parameters
   * @param linear a linear model of the same rows
   * @param cells of the training rows: what was imputed
   * @param course what was heard on the way
   * @param certificate of the gradient
   */
  record Result(
      Parameters theta,
      FittedNetwork linear,
      List<CellCounts> cells,
      TrainingCourse course,
      Map<String, Object> certificate) {}

  /**
   * Trains.
   *
   * @param length in epochs; the schedule is that of all of the settings', cut short
   * @return nothing if it was asked to stop, and its state is kept
   */
  Optional<Result> run(
      int length, TrainingListener listener, EpochListener epochs, TrainingContext context) {
    requireRoom();
    try (Compute compute = compute()) {
      Parameters theta = start(compute);
      Map<String, Object> certificate = certificate(theta, context);
      double[] inputs = new double[Math.multiplyExact(plan.trainingRows(), network.inputs())];
      List<CellCounts> cells =
          plan.features().encode(plan.training().table(), plan.training().rows(), inputs);
      Dataset training = dataset(compute, plan.training(), inputs);
      Optional<Dataset> validation = plan.validation().map(part -> dataset(compute, part));
      TrainingCourse course = new TrainingCourse();
      MetricHistory metrics = metrics(theta, validation, context);
      TrainingListener all = course.and(listener);
      if (validation.isPresent()) {
        all = all.and(new EpochWatch(update.rule(), metrics, epochs));
      }
      BestParameters best = new BestParameters(theta.vector());
      if (validation.isPresent() && !isKept(context) && !stopsEarly()) {
        all = all.and(best);
      }
      Supervision supervision = supervision(context, metrics);
      train(trainer(validation, length), theta, training, all, course, context, supervision);
      context.checkpoints().ifPresent(kept -> kept.file().finish());
      if (course.wasAsked()) {
        if (isKept(context)) {
          return Optional.empty();
        }
        best.restore().ifPresent(course.and(listener)::on);
      }
      FittedNetwork linear =
          LinearFit.of(training, plan.output(), precision(), settings.get(Hyperparameters.THREADS));
      return Optional.of(new Result(theta, linear, cells, course, certificate));
    }
  }

  /** θ and its gradient, the rows as they are encoded and as they are learned from. */
  private void requireRoom() {
    double width = precision() == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
    double parameters = 2 * width * network.parameterCount();
    double inputs = (Double.BYTES + width) * plan.trainingRows() * network.inputs();
    boolean isNetwork = parameters > inputs;
    HeapRoom.require(
        isNetwork ? Hyperparameters.HIDDEN.flag() : plan.data().file(), parameters + inputs);
  }

  private void train(
      Trainer trainer,
      Parameters theta,
      Dataset training,
      TrainingListener listener,
      TrainingCourse course,
      TrainingContext context,
      Supervision supervision) {
    try {
      trainer.train(theta, BatchSource.shuffled(training), random, listener, supervision);
    } catch (IllegalArgumentException e) {
      Optional<Kept> from = context.checkpoints().flatMap(TrainingContext.Checkpoints::from);
      if (from.isPresent() && !course.hasBegun()) { // its vectors are of another shape
        throw new ModelFormatException(
            "model.format",
            Location.of(from.get().file().toString()),
            String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  /** Stopped, kept and resumed as the context wants it. */
  private Supervision supervision(TrainingContext context, MetricHistory metrics) {
    Supervision supervision = Supervision.stoppedBy(context.stop());
    if (context.checkpoints().isEmpty()) {
      return supervision;
    }
    TrainingContext.Checkpoints kept = context.checkpoints().get();
    RunIdentity run = RunIdentity.of(plan, settings.record(), context);
    Consumer<TrainingState> keeper =
        state -> kept.file().keep(state, precision(), run.entries(), metrics.values());
    Supervision keeping =
        supervision.keptBy(
            new Checkpoints(
                kept.everyEpochs(), keeper, state -> keepEnd = () -> keeper.accept(state)));
    kept.from().ifPresent(run::requireSame);
    return kept.from().map(from -> keeping.from(from.state())).orElse(keeping);
  }

  private Map<String, Object> certificate(Parameters theta, TrainingContext context) {
    if (!context.checked()) {
      return Certificate.skipped();
    }
    Compute compute = Compute.float64();
    Part all = plan.training();
    int[] rows = Arrays.copyOf(all.rows(), Math.min(Certificate.ROWS, all.size()));
    return Certificate.of(
        network,
        objective(),
        penalty(),
        theta.copy(compute),
        dataset(compute, new Part(all.table(), rows)));
  }

  /** Keeps the state as it was at the end, if it is kept at all: what follows was cut short. */
  void keepEnd(TrainingContext context) {
    keepEnd.run();
    context.checkpoints().ifPresent(kept -> kept.file().finish());
  }

  private static boolean isKept(TrainingContext context) {
    return context.checkpoints().isPresent();
  }

  private MetricHistory metrics(
      Parameters theta, Optional<Dataset> validation, TrainingContext context) {
    List<Double> before =
        context
            .checkpoints()
            .flatMap(TrainingContext.Checkpoints::from)
            .map(Kept::metrics)
            .orElse(List.of());
    return new MetricHistory(
        validation.map(data -> metric(theta, data)).orElse(() -> Double.NaN),
        isKept(context),
        before);
  }

  private DoubleSupplier metric(Parameters theta, Dataset validation) {
    Part part = plan.validation().orElseThrow();
    Model model = plan.model(theta, Optional.empty(), settings.record());
    Scoring scoring = model.scoring(part.table(), part.rows());
    return new EpochMetric(model, scoring, validation.x());
  }

  private boolean stopsEarly() {
    return settings.get(Hyperparameters.PATIENCE) > 0;
  }

  private Parameters start(Compute compute) {
    Parameters drawn = network.initialize(compute, random);
    return plan.data().start().map(model -> model.parameters().copy(compute)).orElse(drawn);
  }

  LearningRateFinder.Sweep learningRates() {
    try (Compute compute = compute()) {
      Parameters theta = start(compute);
      BatchSource source = BatchSource.shuffled(dataset(compute, plan.training()));
      return LearningRateFinder.standard().sweep(trainer(), theta, source, random);
    }
  }

  private Precision precision() {
    return plan.data()
        .start()
        .map(Model::precision)
        .orElse(settings.get(Hyperparameters.PRECISION));
  }

  private Compute compute() {
    return Compute.of(precision(), settings.get(Hyperparameters.THREADS), flop());
  }

  private Penalty penalty() {
    return new Penalty(settings.get(Hyperparameters.L1), settings.get(Hyperparameters.L2));
  }

  private Trainer trainer() {
    return Trainer.of(network, objective())
        .withUpdate(update.rule())
        .withPenalty(penalty())
        .withBatchSize(batchSize())
        .withReportEvery(0)
        .withLength(new Length.Epochs(settings.get(Hyperparameters.EPOCHS)));
  }

  /** With the validation rows, and as long as wanted. */
  private Trainer trainer(Optional<Dataset> validation, int length) {
    Trainer trainer = trainer();
    int planned = settings.get(Hyperparameters.EPOCHS);
    if (length < planned) {
      long whole = (long) Math.ceilDiv(plan.trainingRows(), batchSize()) * planned;
      LearningRate schedule = trainer.update().learningRate();
      trainer =
          trainer
              .withLength(new Length.Epochs(length))
              .withLearningRate((step, steps) -> schedule.at(step, whole));
    }
    if (validation.isEmpty()) {
      return trainer;
    }
    Trainer validated = trainer.withValidation(validation.get());
    return stopsEarly()
        ? validated.withStopping(StoppingRule.patience(settings.get(Hyperparameters.PATIENCE)))
        : validated;
  }

  /** The loss with its parameters. */
  private Loss objective() {
    if (plan.target() instanceof QuantileTarget quantiles) {
      return Quantile.of(quantiles.levels().stream().mapToDouble(Double::doubleValue).toArray());
    }
    double smoothing = settings.get(Hyperparameters.LABEL_SMOOTHING);
    return smoothing > 0 ? new SmoothedCrossEntropy(smoothing) : plan.loss();
  }

  int batchSize() {
    return update.isFullBatch()
        ? plan.trainingRows()
        : Math.min(settings.get(Hyperparameters.BATCH_SIZE), plan.trainingRows());
  }

  /**
   * The run's size: each weight takes part in three products a row (forward, dW, dx), each a
   * multiplication and an addition.
   */
  private double flop() {
    return 6.0
        * network.parameterCount()
        * plan.trainingRows()
        * settings.get(Hyperparameters.EPOCHS);
  }

  private Dataset dataset(Compute compute, Part part) {
    double[] inputs = new double[Math.multiplyExact(part.size(), network.inputs())];
    plan.features().encode(part.table(), part.rows(), inputs);
    return dataset(compute, part, inputs);
  }

  private Dataset dataset(Compute compute, Part part, double[] inputs) {
    Matrix x = compute.matrix(part.size(), network.inputs());
    x.setAll(inputs);
    Matrix y = compute.matrix(part.size(), network.outputs());
    y.setAll(plan.output().encode(plan.target(), part.table(), part.rows()));
    return new Dataset(x, y, weights.of(part));
  }
}
