package dev.gradus.tabular.model;

import dev.gradus.layer.Layer;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.setting.HeldOut;
import java.util.Arrays;
import java.util.List;

/**
 * What may be set of an estimator: scikit-learn's words where they mean the same, and all {@link
 * Hyperparameters} by {@link #with}. Each value is checked as the flag of the command is, with the
 * same words.
 *
 * @param <B> the builder itself
 */
public abstract sealed class MlpBuilder<B extends MlpBuilder<B>>
    permits MlpRegressor.Builder, MlpClassifier.Builder {
  /** Decided by the estimator, or of other data than the one table that it is given. */
  private static final List<Hyperparameter<?>> NOT_HERE =
      List.of(
          Hyperparameters.TASK,
          Hyperparameters.VALIDATION,
          Hyperparameters.TEST,
          Hyperparameters.FOLDS,
          Hyperparameters.WARM_START);

  private TrainingSettings settings;

  MlpBuilder(Task task) {
    this.settings = TrainingSettings.standard().with(Hyperparameters.TASK, task);
  }

  abstract B self();

  final TrainingSettings settings() {
    return settings;
  }

  /**
   * With any hyperparameter set.
   *
   * @throws dev.gradus.error.ConfigException if the value is outside of its range
   * @throws IllegalArgumentException if it is not the estimator's to take: {@link TrainingPlan}
   */
  public final <T> B with(Hyperparameter<T> parameter, T value) {
    if (NOT_HERE.contains(parameter)) {
      throw new IllegalArgumentException(
          "an estimator does not take " + parameter.name() + "; a TrainingPlan does");
    }
    return put(parameter, value);
  }

  private <T> B put(Hyperparameter<T> parameter, T value) {
    settings = settings.with(parameter, value);
    return self();
  }

  /** The units of each hidden layer, first to last. */
  public final B hiddenLayerSizes(int... units) {
    return put(Hyperparameters.HIDDEN, Arrays.stream(units).boxed().toList());
  }

  /** After each hidden layer: one for all, or one for each. */
  public final B activation(Layer... activations) {
    return put(Hyperparameters.ACTIVATION, List.of(activations));
  }

  /** The optimizer. */
  public final B solver(StandardOptimizer optimizer) {
    return put(Hyperparameters.OPTIMIZER, optimizer);
  }

  /** The greatest learning rate of the schedule. */
  public final B learningRateInit(double rate) {
    return put(Hyperparameters.LEARNING_RATE, rate);
  }

  /** Rows in each step. */
  public final B batchSize(int rows) {
    return put(Hyperparameters.BATCH_SIZE, rows);
  }

  /** Epochs: passes over the training rows. */
  public final B maxIter(int epochs) {
    return put(Hyperparameters.EPOCHS, epochs);
  }

  /**
   * The penalty l2 / 2 · Σ w². Scikit-learn's alpha is divided by the rows of the batch, hence
   * another word here: l2 = alpha / batch size.
   */
  public final B l2(double factor) {
    return put(Hyperparameters.L2, factor);
  }

  /** Epochs without a better validation loss until it stops, with the best weights; 0: never. */
  public final B patience(int epochs) {
    return put(Hyperparameters.PATIENCE, epochs);
  }

  /** The share of rows held out to judge the training by. */
  public final B validationFraction(double share) {
    return put(Hyperparameters.VALIDATION, new HeldOut.Share(share));
  }

  /** The seed of everything that is drawn. */
  public final B randomState(long seed) {
    return put(Hyperparameters.SEED, seed);
  }
}
