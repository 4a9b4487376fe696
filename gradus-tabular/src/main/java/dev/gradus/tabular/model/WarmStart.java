package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.Quotation;
import java.util.List;

/** A training that begins from a model: its network, its inputs and its target stay as they are. */
final class WarmStart {
  private WarmStart() {}

  /** Refuses what would make another model of it. */
  static void requireFit(Model model, TrainingData data, TrainingSettings settings) {
    if (!model.target().names().equals(data.targets())) {
      throw refused(
          Location.of("--warm-start"),
          "the model predicts "
              + Quotation.names(model.target().names())
              + ", the target is "
              + Quotation.names(data.targets()));
    }
    for (Hyperparameter<?> own :
        List.of(
            Hyperparameters.HIDDEN,
            Hyperparameters.ACTIVATION,
            Hyperparameters.NORMALIZATION,
            Hyperparameters.DROPOUT,
            Hyperparameters.INITIALIZER,
            Hyperparameters.QUANTILES,
            Hyperparameters.TARGET_TRANSFORM,
            Hyperparameters.PRECISION)) {
      if (settings.states(own)) {
        throw refused(Location.of(own.flag()), "with --warm-start the model has its own");
      }
    }
    if (data.columns().isPresent() && !model.features().names().equals(data.columns().get())) {
      throw refused(Location.of("--columns"), "with --warm-start the model has its own");
    }
  }

  private static ConfigException refused(Location where, String what) {
    return new ConfigException("flag.conflict", where, what);
  }
}
