package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.model.UpdateSettings;
import dev.gradus.train.Clipping;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The flags that say how a gradient becomes a step. */
final class UpdateFlags {
  private final Setting<StandardOptimizer> optimizer;
  private final Setting<Double> learningRate;
  private final Setting<Schedule> schedule;
  private final Setting<Double> warmUp;
  private final Setting<Double> momentum;
  private final Setting<Double> weightDecay;
  private final Setting<Double> clipNorm;
  private final Setting<Double> clipValue;
  private final Setting<Double> maxNorm;

  UpdateFlags(Settings settings, UpdateSettings standard) {
    optimizer =
        settings
            .flag("--optimizer", CommonForms.OPTIMIZER, "lbfgs takes all rows in each step")
            .labelled("NAME")
            .or(standard.optimizer());
    learningRate =
        settings
            .flag("--learning-rate", CommonForms.LEARNING_RATE, "the greatest of the schedule")
            .labelled("X")
            .or(standard.learningRate());
    schedule =
        settings
            .flag("--schedule", CommonForms.SCHEDULE, "of the learning rate")
            .labelled("NAME")
            .or(standard.schedule());
    warmUp =
        settings
            .flag("--warm-up", RealNumber.from(0).below(1), "fraction of steps to the full rate")
            .labelled("X")
            .or(standard.warmUp());
    RealNumber aboveZero = RealNumber.above(0);
    momentum = optional(settings, "--momentum", RealNumber.from(0).below(1), "of sgd");
    weightDecay = optional(settings, "--weight-decay", RealNumber.from(0).to(1), "of adamw");
    clipNorm = optional(settings, "--clip-norm", aboveZero, "longest gradient");
    clipValue = optional(settings, "--clip-value", aboveZero, "greatest part of a gradient");
    maxNorm = optional(settings, "--max-norm", aboveZero, "longest weights into a unit");
  }

  private static Setting<Double> optional(
      Settings settings, String name, Form<Double> form, String description) {
    return settings.flag(name, form, description).labelled("X").orNothing();
  }

  /**
   * What was given.
   *
   * @throws ConfigException if something was given that would have no effect
   */
  UpdateSettings value() {
    mustBelong(momentum, StandardOptimizer.SGD);
    mustBelong(weightDecay, StandardOptimizer.ADAMW);
    if (optimizer.value() == StandardOptimizer.LBFGS) {
      for (Setting<?> idle :
          List.of(learningRate, schedule, warmUp, clipNorm, clipValue, maxNorm)) {
        if (idle.isGiven()) {
          throw conflict(idle, "lbfgs finds the length of its steps; leave this out");
        }
      }
    }
    return new UpdateSettings(
        optimizer.value(),
        learningRate.value(),
        schedule.value(),
        warmUp.value(),
        number(momentum.given()),
        number(weightDecay.given()),
        new Clipping(
            clipValue.given().orElse(Double.POSITIVE_INFINITY),
            clipNorm.given().orElse(Double.POSITIVE_INFINITY)),
        number(maxNorm.given()));
  }

  private void mustBelong(Setting<?> flag, StandardOptimizer owner) {
    if (flag.isGiven() && optimizer.value() != owner) {
      throw conflict(flag, "wants --optimizer " + owner + "; it is " + optimizer.value());
    }
  }

  /** What lbfgs cannot have: minibatches, and a loss that is another in each evaluation. */
  void requireFit(Setting<?> flag, boolean given, String why) {
    if (given && optimizer.value() == StandardOptimizer.LBFGS) {
      throw conflict(flag, why);
    }
  }

  private static ConfigException conflict(Setting<?> flag, String what) {
    return new ConfigException("flag.conflict", flag.location(), what);
  }

  private static OptionalDouble number(Optional<Double> given) {
    return given.isPresent() ? OptionalDouble.of(given.get()) : OptionalDouble.empty();
  }
}
