package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.loss.StandardLoss;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.setting.HeldOut;
import java.util.List;
import java.util.Optional;

/** Settings that would have no effect beside others, or cannot be together: they are refused. */
final class SettingConflicts {
  /** What an optimizer that finds the length of its steps has no use for. */
  static final List<Hyperparameter<?>> SIZES_OF_STEPS =
      List.of(
          Hyperparameters.LEARNING_RATE,
          Hyperparameters.SCHEDULE,
          Hyperparameters.WARM_UP,
          Hyperparameters.CLIP_NORM,
          Hyperparameters.CLIP_VALUE,
          Hyperparameters.MAX_NORM);

  private final TrainingSettings settings;

  private SettingConflicts(TrainingSettings settings) {
    this.settings = settings;
  }

  /**
   * Looks at all of them.
   *
   * @throws ConfigException at the first
   */
  static void refuse(TrainingSettings settings) {
    SettingConflicts conflicts = new SettingConflicts(settings);
    conflicts.mustBelong(Hyperparameters.MOMENTUM, StandardOptimizer.SGD);
    conflicts.mustBelong(Hyperparameters.NESTEROV, StandardOptimizer.SGD);
    if (settings.states(Hyperparameters.NESTEROV)) {
      conflicts.refuse(Hyperparameters.MOMENTUM, "beside --nesterov, which is the momentum too");
    }
    conflicts.mustBelong(Hyperparameters.WEIGHT_DECAY, StandardOptimizer.ADAMW);
    if (settings.get(Hyperparameters.OPTIMIZER) == StandardOptimizer.LBFGS) {
      conflicts.ofFullBatches();
    }
    conflicts.ofLosses();
    if (settings.get(Hyperparameters.SPLIT).timeColumn().isPresent()) {
      conflicts.refuse(
          Hyperparameters.GROUP, "beside --split time the order decides; leave it out");
    }
    if (settings.states(Hyperparameters.WARM_START)) {
      conflicts.refuse(
          Hyperparameters.FOLDS,
          "with --warm-start the model may have learned from the rows that are held out");
    }
    if (settings.get(Hyperparameters.VALIDATION) instanceof HeldOut.File
        && settings.find(Hyperparameters.REFIT).equals(Optional.of(Refit.ALL))) {
      conflicts.refuse(Hyperparameters.REFIT, "wants --validation as a fraction");
    }
  }

  private void ofLosses() {
    Optional<StandardLoss> loss = settings.find(Hyperparameters.LOSS);
    if (settings.get(Hyperparameters.LABEL_SMOOTHING) > 0
        && loss.isPresent()
        && loss.get() != StandardLoss.SOFTMAX_CE) {
      refuse(Hyperparameters.LABEL_SMOOTHING, "wants --loss softmax_ce; it is " + loss.get());
    }
  }

  private <T> void mustBelong(Hyperparameter<T> parameter, StandardOptimizer owner) {
    StandardOptimizer optimizer = settings.get(Hyperparameters.OPTIMIZER);
    if (optimizer != owner) {
      refuse(parameter, "wants --optimizer " + owner + "; it is " + optimizer);
    }
  }

  /** What lbfgs cannot have: steps of a given length, and a loss that is another each time. */
  private void ofFullBatches() {
    for (Hyperparameter<?> idle : SIZES_OF_STEPS) {
      refuse(idle, "lbfgs finds the length of its steps; leave this out");
    }
    if (settings.find(Hyperparameters.RATE_FACTORS).stream()
        .flatMap(List::stream)
        .anyMatch(group -> group.factor() != 0 && group.factor() != 1)) {
      refuse(Hyperparameters.RATE_FACTORS, "lbfgs finds the length of its steps; wants 0 or 1");
    }
    refuse(Hyperparameters.BATCH_SIZE, "lbfgs takes all rows in each step");
    String steady = "lbfgs wants a loss that is the same in each evaluation";
    if (settings.get(Hyperparameters.DROPOUT) > 0) {
      refuse(Hyperparameters.DROPOUT, steady);
    }
    if (settings.get(Hyperparameters.NORMALIZATION) == Normalization.BATCH) {
      refuse(Hyperparameters.NORMALIZATION, steady);
    }
  }

  /** If it was set. */
  private <T> void refuse(Hyperparameter<T> parameter, String what) {
    if (settings.states(parameter)) {
      throw new ConfigException("flag.conflict", parameter.at(settings.get(parameter)), what);
    }
  }
}
