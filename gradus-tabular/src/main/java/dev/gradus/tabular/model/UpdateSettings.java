package dev.gradus.tabular.model;

import dev.gradus.optimize.AdamW;
import dev.gradus.optimize.Descent;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.Sgd;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.train.Clipping;
import dev.gradus.train.UpdateRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a gradient becomes a step, by the names of the tables.
 *
 * @param optimizer how it descends
 * @param learningRate the greatest; a full-batch optimizer has none
 * @param schedule of the rate
 * @param warmUp fraction of the steps in which the rate rises first
 * @param momentum of sgd
 * @param weightDecay of adamw
 * @param clipping of the gradient
 * @param maxNorm of the incoming weights of each unit
 */
public record UpdateSettings(
    StandardOptimizer optimizer,
    double learningRate,
    Schedule schedule,
    double warmUp,
    OptionalDouble momentum,
    OptionalDouble weightDecay,
    Clipping clipping,
    OptionalDouble maxNorm) {

  /** Adam from this rate down along a cosine, without anything else. */
  public static UpdateSettings adam(double learningRate) {
    return new UpdateSettings(
        StandardOptimizer.ADAM,
        learningRate,
        Schedule.COSINE,
        0,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Clipping.NONE,
        OptionalDouble.empty());
  }

  /** Whether it wants all rows at once. */
  public boolean isFullBatch() {
    return optimizer == StandardOptimizer.LBFGS;
  }

  /** For a trainer. */
  UpdateRule rule() {
    LearningRate rate = schedule.of(learningRate);
    return new UpdateRule(
        descent(),
        warmUp > 0 ? LearningRate.warmUp(warmUp, rate) : rate,
        clipping,
        List.of(),
        maxNorm);
  }

  private Descent descent() {
    return switch (optimizer) {
      case SGD -> momentum.isPresent() ? Sgd.momentum(momentum.getAsDouble()) : Sgd.sgd();
      case ADAMW ->
          weightDecay.isPresent() ? AdamW.adamW(weightDecay.getAsDouble()) : AdamW.adamW();
      default -> optimizer.standard();
    };
  }

  /** For a model's record: what was set, and nothing that had no effect. */
  Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("optimizer", optimizer.toString());
    if (!isFullBatch()) {
      record.put("learning_rate", learningRate);
      record.put("schedule", schedule.toString());
    }
    if (warmUp > 0) {
      record.put("warm_up", warmUp);
    }
    momentum.ifPresent(value -> record.put("momentum", value));
    weightDecay.ifPresent(value -> record.put("weight_decay", value));
    if (Double.isFinite(clipping.value())) {
      record.put("clip_value", clipping.value());
    }
    if (Double.isFinite(clipping.norm())) {
      record.put("clip_norm", clipping.norm());
    }
    maxNorm.ifPresent(value -> record.put("max_norm", value));
    return record;
  }
}
