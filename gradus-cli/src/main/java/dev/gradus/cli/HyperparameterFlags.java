package dev.gradus.cli;

import dev.gradus.tabular.model.Hyperparameter;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.model.TrainingSettings;
import java.util.ArrayList;
import java.util.List;

/** A flag for each hyperparameter of the table. */
final class HyperparameterFlags {
  private final List<Flag<?>> flags = new ArrayList<>();

  HyperparameterFlags(Settings settings) {
    for (Hyperparameter<?> parameter : Hyperparameters.all()) {
      flags.add(Flag.of(parameter, settings));
    }
  }

  private record Flag<T>(Hyperparameter<T> parameter, Setting<T> setting) {
    static <T> Flag<T> of(Hyperparameter<T> parameter, Settings settings) {
      return new Flag<>(parameter, settings.of(parameter));
    }

    TrainingSettings into(TrainingSettings settings) {
      return setting.isGiven() ? settings.with(parameter, setting.value()) : settings;
    }
  }

  /** What was given. */
  TrainingSettings value() {
    TrainingSettings settings = TrainingSettings.standard();
    for (Flag<?> flag : flags) {
      settings = flag.into(settings);
    }
    return settings;
  }
}
