package dev.gradus.tabular.model;

import dev.gradus.data.Xoshiro256;
import dev.gradus.train.Clipping;
import dev.gradus.train.TrainingListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A plan carried out: a run, what it is worth, if wanted a second run on all rows, the test. */
final class Course {
  private final TrainingPlan plan;
  private final TrainingListener listener;
  private final EpochListener epochs;
  private final TrainingContext context;
  private final TrainingSettings settings;

  Course(
      TrainingPlan plan, TrainingListener listener, EpochListener epochs, TrainingContext context) {
    this.plan = plan;
    this.listener = listener;
    this.epochs = epochs;
    this.context = context;
    this.settings = plan.settings();
  }

  /** Nothing if it was asked to stop, and its state is kept. */
  Optional<Trained> run() {
    Training training = new Training(plan, plan.random());
    return training
        .run(settings.get(Hyperparameters.EPOCHS), listener, epochs, context)
        .flatMap(judged -> finish(judged, training));
  }

  private Optional<Trained> finish(Training.Result judged, Training training) {
    if (!isRefitted() || judged.course().wasAsked()) {
      return Optional.of(trained(judged, plan, judged, training.batchSize()));
    }
    TrainingPlan all = plan.onAllRows();
    Training.Result second = refit(all, judged.course().bestEpoch());
    if (!second.course().wasAsked()) {
      return Optional.of(trained(judged, all, second, training.batchSize()));
    }
    if (context.checkpoints().isPresent()) {
      training.keepEnd(context); // from there the second run is made again
      return Optional.empty();
    }
    return Optional.of(
        trained(judged, plan, judged, training.batchSize()).endedBy(second.course().reason()));
  }

  /**
   * What came of it.
   *
   * @param judged the run that knows the rows held out as such
   * @param last whose rows the model has learned from
   * @param result the model's run
   */
  private Trained trained(
      Training.Result judged, TrainingPlan last, Training.Result result, int batchSize) {
    Model judgedModel = model(plan, judged, settings.record());
    Evaluation validation = evaluate(judgedModel, plan.validation()).orElseThrow();
    boolean again = last != plan;
    Optional<Evaluation> test = evaluate(model(last, result, settings.record()), plan.test());
    Map<String, Object> record = record(judged.course(), batchSize, validation, test);
    record.put("refit", (again ? Refit.ALL : Refit.NONE).toString());
    context.data().ifPresent(data -> record.put("data", data.write()));
    if (!context.files().isEmpty()) {
      record.put("files", context.files());
    }
    record.put("gradient_check", judged.certificate());
    if (!context.arguments().isEmpty()) {
      record.put("arguments", context.arguments());
    }
    Model model = model(last, result, record);
    Part rows = plan.training();
    return new Trained(
        model.with(TestVectors.of(model, rows.table(), rows.rows())),
        judgedModel,
        validation,
        test,
        judged.cells(),
        judged.course().reason(),
        judged.course().bestEpoch());
  }

  private static Model model(
      TrainingPlan plan, Training.Result result, Map<String, Object> record) {
    return plan.model(result.theta(), Optional.of(result.linear()), record);
  }

  private boolean isRefitted() {
    return settings.get(Hyperparameters.REFIT) == Refit.ALL && plan.data().validation().isEmpty();
  }

  private Training.Result refit(TrainingPlan all, int length) {
    long seed = settings.get(Hyperparameters.SEED);
    return new Training(all, Xoshiro256.seeded(seed))
        .run(
            Math.max(1, length),
            TrainingListener.silent(),
            epoch -> {},
            TrainingContext.standard().unchecked().stoppedBy(context.stop()))
        .orElseThrow();
  }

  private static Optional<Evaluation> evaluate(Model model, Optional<Part> on) {
    return on.map(part -> model.evaluate(part.table(), part.rows()));
  }

  private Map<String, Object> record(
      TrainingCourse course, int batchSize, Evaluation validation, Optional<Evaluation> test) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("training_rows", plan.trainingRows());
    record.put("validation_rows", plan.validationRows());
    record.putAll(settings.record());
    record.put("batch_size", batchSize);
    record.put("best_epoch", course.bestEpoch());
    if (!new UpdateSettings(settings).clipping().equals(Clipping.NONE)) {
      record.put("clipped_steps", course.clippedSteps());
    }
    record.put("metrics", EvaluationForm.metrics(validation));
    record.put("baseline", EvaluationForm.baseline(validation));
    EvaluationForm.linear(validation).ifPresent(metrics -> record.put("linear", metrics));
    test.ifPresent(
        of -> {
          record.put("test_rows", plan.testRows());
          record.put("test_metrics", EvaluationForm.metrics(of));
        });
    return record;
  }
}
