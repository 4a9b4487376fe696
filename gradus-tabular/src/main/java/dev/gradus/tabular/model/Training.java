package dev.gradus.tabular.model;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.tabular.preprocess.CellCounts;
import dev.gradus.train.Checkpoints;
import dev.gradus.train.Clipping;
import dev.gradus.train.LearningRateFinder;
import dev.gradus.train.Length;
import dev.gradus.train.Supervision;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingListener;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One training as a plan has it: rows become matrices, the core trains, a model comes out. */
final class Training {
  private final TrainingPlan plan;
  private final TrainingSettings settings;
  private final UpdateSettings update;
  private final Network network;
  private final Xoshiro256 random;

  /**
   * Shares its arguments.
   *
   * @param random what the weights and the batches are drawn from
   */
  Training(TrainingPlan plan, Xoshiro256 random) {
    this.plan = plan;
    this.settings = plan.settings();
    this.update = new UpdateSettings(settings);
    this.network = plan.network();
    update.requireFit(network);
    this.random = random;
  }

  /** Nothing if it was asked to stop, and its state is kept. */
  Optional<Trained> run(TrainingListener listener, EpochListener epochs, TrainingContext context) {
    try (Compute compute = compute()) {
      Parameters theta = network.initialize(compute, random);
      Map<String, Object> certificate = certificate(theta, context);
      double[] inputs = new double[Math.multiplyExact(plan.trainingRows(), network.inputs())];
      List<CellCounts> cells = plan.features().encode(plan.table(), plan.training(), inputs);
      Dataset training = dataset(compute, plan.training(), inputs);
      Dataset validation = dataset(compute, plan.validation());
      TrainingCourse course = new TrainingCourse();
      TrainingListener all = course.and(listener).and(watch(theta, validation, epochs));
      train(trainer().withValidation(validation), theta, training, all, course, context);
      context.checkpoints().ifPresent(kept -> kept.file().finish());
      if (context.checkpoints().isPresent() && course.wasAsked()) {
        return Optional.empty();
      }
      FittedNetwork linear =
          LinearFit.of(
              training,
              Output.of(plan.loss()),
              Precision.FLOAT32,
              settings.get(Hyperparameters.THREADS));
      Evaluation evaluation =
          plan.model(theta, Optional.of(linear), Map.of())
              .evaluate(plan.table(), plan.validation());
      Map<String, Object> record = record(evaluation, course.clippedSteps());
      context.data().ifPresent(data -> record.put("data", data.write()));
      record.put("gradient_check", certificate);
      if (!context.arguments().isEmpty()) {
        record.put("arguments", context.arguments());
      }
      Model model = plan.model(theta, Optional.of(linear), record);
      return Optional.of(
          new Trained(
              model.with(TestVectors.of(model, plan.table(), plan.training())), evaluation, cells));
    }
  }

  private void train(
      Trainer trainer,
      Parameters theta,
      Dataset training,
      TrainingListener listener,
      TrainingCourse course,
      TrainingContext context) {
    try {
      trainer.train(theta, BatchSource.shuffled(training), random, listener, supervision(context));
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
  private Supervision supervision(TrainingContext context) {
    Supervision supervision = Supervision.stoppedBy(context.stop());
    if (context.checkpoints().isEmpty()) {
      return supervision;
    }
    TrainingContext.Checkpoints kept = context.checkpoints().get();
    RunIdentity run = RunIdentity.of(plan, settings.record(), context);
    Supervision keeping =
        supervision.keptBy(
            new Checkpoints(
                kept.everyEpochs(),
                state -> kept.file().keep(state, Precision.FLOAT32, run.entries())));
    kept.from().ifPresent(run::requireSame);
    return kept.from().map(from -> keeping.from(from.state())).orElse(keeping);
  }

  private Map<String, Object> certificate(Parameters theta, TrainingContext context) {
    if (!context.checked()) {
      return Certificate.skipped();
    }
    Compute compute = Compute.float64();
    int[] rows = Arrays.copyOf(plan.training(), Math.min(Certificate.ROWS, plan.trainingRows()));
    return Certificate.of(
        network, plan.loss(), Penalty.NONE, theta.copy(compute), dataset(compute, rows));
  }

  private EpochWatch watch(Parameters theta, Dataset validation, EpochListener epochs) {
    Model model = plan.model(theta, Optional.empty(), Map.of());
    Scoring scoring = model.scoring(plan.table(), plan.validation());
    return new EpochWatch(update.rule(), new EpochMetric(model, scoring, validation.x()), epochs);
  }

  LearningRateFinder.Sweep learningRates() {
    try (Compute compute = compute()) {
      Parameters theta = network.initialize(compute, random);
      BatchSource source = BatchSource.shuffled(dataset(compute, plan.training()));
      return LearningRateFinder.standard().sweep(trainer(), theta, source, random);
    }
  }

  private Compute compute() {
    return Compute.of(Precision.FLOAT32, settings.get(Hyperparameters.THREADS), flop());
  }

  private Trainer trainer() {
    return Trainer.of(network, plan.loss())
        .withUpdate(update.rule())
        .withBatchSize(batchSize())
        .withReportEvery(0)
        .withLength(new Length.Epochs(settings.get(Hyperparameters.EPOCHS)));
  }

  private int batchSize() {
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

  private Dataset dataset(Compute compute, int[] rows) {
    double[] inputs = new double[Math.multiplyExact(rows.length, network.inputs())];
    plan.features().encode(plan.table(), rows, inputs);
    return dataset(compute, rows, inputs);
  }

  private Dataset dataset(Compute compute, int[] rows, double[] inputs) {
    Matrix x = compute.matrix(rows.length, network.inputs());
    x.setAll(inputs);
    Matrix y = compute.matrix(rows.length, network.outputs());
    y.setAll(Output.of(plan.loss()).encode(plan.target(), plan.table(), rows));
    return new Dataset(x, y);
  }

  private Map<String, Object> record(Evaluation evaluation, long clipped) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("training_rows", plan.trainingRows());
    record.put("validation_rows", plan.validationRows());
    record.putAll(settings.record());
    record.put("batch_size", batchSize());
    if (!update.clipping().equals(Clipping.NONE)) {
      record.put("clipped_steps", clipped);
    }
    record.put("metrics", EvaluationForm.metrics(evaluation));
    record.put("baseline", EvaluationForm.baseline(evaluation));
    EvaluationForm.linear(evaluation).ifPresent(metrics -> record.put("linear", metrics));
    return record;
  }
}
