package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.network.Network;
import dev.gradus.optimize.AdamW;
import dev.gradus.optimize.Descent;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Sgd;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.train.Clipping;
import dev.gradus.train.ParameterGroup;
import dev.gradus.train.UpdateRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How settings become the core's rule for the steps. */
final class UpdateSettings {
  private final TrainingSettings settings;

  UpdateSettings(TrainingSettings settings) {
    this.settings = settings;
  }

  /** Whether it wants all rows at once. */
  boolean isFullBatch() {
    return optimizer() == StandardOptimizer.LBFGS;
  }

  private StandardOptimizer optimizer() {
    return settings.get(Hyperparameters.OPTIMIZER);
  }

  Clipping clipping() {
    return new Clipping(
        settings.find(Hyperparameters.CLIP_VALUE).orElse(Double.POSITIVE_INFINITY),
        settings.find(Hyperparameters.CLIP_NORM).orElse(Double.POSITIVE_INFINITY));
  }

  /** For a trainer. */
  UpdateRule rule() {
    double warmUp = settings.get(Hyperparameters.WARM_UP);
    LearningRate rate =
        settings.get(Hyperparameters.SCHEDULE).of(settings.get(Hyperparameters.LEARNING_RATE));
    return new UpdateRule(
        descent(),
        warmUp > 0 ? LearningRate.warmUp(warmUp, rate) : rate,
        clipping(),
        factors(),
        number(settings.find(Hyperparameters.MAX_NORM)));
  }

  private Descent descent() {
    return switch (optimizer()) {
      case SGD -> sgd();
      case ADAMW ->
          settings.find(Hyperparameters.WEIGHT_DECAY).map(AdamW::adamW).orElseGet(AdamW::adamW);
      default -> optimizer().standard();
    };
  }

  private Descent sgd() {
    return settings
        .find(Hyperparameters.NESTEROV)
        .map(Sgd::nesterov)
        .or(() -> settings.find(Hyperparameters.MOMENTUM).map(Sgd::momentum))
        .orElseGet(Sgd::sgd);
  }

  private List<ParameterGroup> factors() {
    return settings.find(Hyperparameters.RATE_FACTORS).orElse(List.of());
  }

  /**
   * That every group of parameters holds something, and that something learns.
   *
   * @throws ConfigException if not
   */
  void requireFit(Network network) {
    if (factors().isEmpty()) {
      return;
    }
    try {
      rule().requireFit(network);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "flag.value", Hyperparameters.RATE_FACTORS.at(factors()), String.valueOf(e.getMessage()));
    }
  }

  private static OptionalDouble number(Optional<Double> given) {
    return given.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
