package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.optimize.StandardOptimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a model is trained: a value for some of the {@link Hyperparameters}, the standard one for all
 * others. Immutable.
 *
 * <pre>{@code
 * TrainingSettings.standard().with(Hyperparameters.EPOCHS, 20).with(Hyperparameters.SEED, 1L)
 * }</pre>
 */
public final class TrainingSettings {
  private static final TrainingSettings STANDARD = new TrainingSettings(Map.of());

  private final Map<Hyperparameter<?>, Object> stated; // read by key alone

  private TrainingSettings(Map<Hyperparameter<?>, Object> stated) {
    this.stated = stated;
  }

  /** Nothing set. */
  public static TrainingSettings standard() {
    return STANDARD;
  }

  /**
   * With one of them set.
   *
   * @throws ConfigException if the value is outside of its range
   */
  public <T> TrainingSettings with(Hyperparameter<T> parameter, T value) {
    Map<Hyperparameter<?>, Object> more = new LinkedHashMap<>(stated);
    more.put(parameter, parameter.require(value));
    return new TrainingSettings(more);
  }

  /** Whether it was set, rather than left at its standard value. */
  public boolean states(Hyperparameter<?> parameter) {
    return stated.containsKey(parameter);
  }

  /** The value, if it was set or has a standard one. */
  @SuppressWarnings("unchecked") // with() puts values of the parameter's type alone
  public <T> Optional<T> find(Hyperparameter<T> parameter) {
    Object value = stated.get(parameter);
    return value == null ? parameter.standard() : Optional.of((T) value);
  }

  /**
   * The value.
   *
   * @throws IllegalStateException if it was not set and has no standard value
   */
  public <T> T get(Hyperparameter<T> parameter) {
    return find(parameter)
        .orElseThrow(() -> new IllegalStateException(parameter.name() + " was not set"));
  }

  /** What holds and has an effect, in the order of the table: for a model's record. */
  public Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    for (Hyperparameter<?> parameter : Hyperparameters.all()) {
      if (parameter.group() != Hyperparameter.Group.MACHINE && !isIdle(parameter)) {
        put(record, parameter);
      }
    }
    return record;
  }

  private boolean isIdle(Hyperparameter<?> parameter) {
    return find(parameter).equals(Optional.of(0.0)) // no dropout, no warm-up
        || (get(Hyperparameters.OPTIMIZER) == StandardOptimizer.LBFGS
            && SettingConflicts.SIZES_OF_STEPS.contains(parameter));
  }

  private <T> void put(Map<String, Object> record, Hyperparameter<T> parameter) {
    find(parameter)
        .ifPresent(
            value ->
                record.put(
                    parameter.key(),
                    value instanceof Number ? value : parameter.form().recorded(value)));
  }

  /** The flags that give these settings: {@code --epochs 20 --seed 1}. */
  public List<String> flags() {
    List<String> words = new ArrayList<>();
    for (Hyperparameter<?> parameter : Hyperparameters.all()) {
      if (states(parameter)) {
        add(words, parameter);
      }
    }
    return words;
  }

  private <T> void add(List<String> words, Hyperparameter<T> parameter) {
    words.add(parameter.flag());
    words.add(parameter.form().written(get(parameter)));
  }
}
