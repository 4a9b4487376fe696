package dev.gradus.tabular.model;

import dev.gradus.data.Xoshiro256;
import dev.gradus.train.Clipping;
import dev.gradus.train.StopReason;
import dev.gradus.train.Supervision;
import dev.gradus.train.TrainingListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A plan carried out: a run, what it is worth, if wanted a second run on all rows, the test. */
final class Course {
  private final TrainingPlan plan;
  private final TrainingListener listener;
  private final EpochListener epochs;
  private final Supervision supervision;
  private final TrainingSettings settings;

  Course(
      TrainingPlan plan, TrainingListener listener, EpochListener epochs, Supervision supervision) {
    this.plan = plan;
    this.listener = listener;
    this.epochs = epochs;
    this.supervision = supervision;
    this.settings = plan.settings();
  }

  Trained run() {
    Training training = new Training(plan, plan.random());
    Training.Result judged =
        training.run(settings.get(Hyperparameters.EPOCHS), listener, epochs, supervision);
    Evaluation validation =
        evaluate(model(plan, judged, Map.of()), plan.validation()).orElseThrow();
    boolean again = isRefitted() && !(judged.course().reason() instanceof StopReason.Asked);
    TrainingPlan last = again ? plan.onAllRows() : plan;
    Training.Result result = again ? refit(last, judged.course().best()) : judged;
    Optional<Evaluation> test = evaluate(model(last, result, Map.of()), plan.test());
    Map<String, Object> record = record(judged.course(), training.batchSize(), validation, test);
    Model model = model(last, result, record);
    return new Trained(
        model, validation, test, judged.cells(), judged.course().reason(), judged.course().best());
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
        .run(Math.max(1, length), TrainingListener.silent(), epoch -> {}, supervision);
  }

  private static Optional<Evaluation> evaluate(Model model, Optional<Part> on) {
    return on.map(part -> model.evaluate(part.table(), part.rows()));
  }

  private Map<String, Object> record(
      Training.Heard course, int batchSize, Evaluation validation, Optional<Evaluation> test) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("training_rows", plan.trainingRows());
    record.put("validation_rows", plan.validationRows());
    record.putAll(settings.record());
    record.put("batch_size", batchSize);
    record.put("epochs_taken", course.epochs());
    record.put("best_epoch", course.best());
    if (!new UpdateSettings(settings).clipping().equals(Clipping.NONE)) {
      record.put("clipped_steps", course.clipped());
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
