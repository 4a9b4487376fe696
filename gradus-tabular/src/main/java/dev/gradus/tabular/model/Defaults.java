package dev.gradus.tabular.model;

import dev.gradus.optimize.StandardOptimizer;

/**
 * What holds where nothing was set and the right value depends on the data. How it was chosen, and
 * what it gives: docs/defaults.md.
 *
 * <pre>
 * batch      32 up to 4,096 training rows, then rows / 128, down to a power of two, at most 256
 * epochs     4,000 steps' worth, from 20 to 50
 * rate       0.002 · √(batch / 32)
 * decay      2 / (rate · steps), at most 1
 * refit      up to 5,000 training rows
 * </pre>
 *
 * <p>The rate by the root of the batch: for Adam and its kin the noise of a step stays the same
 * (Malladi, Lyu, Panigrahi, Arora, 2022, On the SDEs and Scaling Rules for Adaptive Gradient
 * Algorithms). The decay by rate and steps: 1 / (rate · decay) is for how many steps a weight
 * remembers (Wang, Aitchison, 2024, How to Set AdamW's Weight Decay as You Scale Model and Dataset
 * Size); here half a run, so that the whole run, whose mean rate is half the greatest, shrinks what
 * is not learned again to 1 / e.
 */
final class Defaults {
  private static final int SMALLEST_BATCH = 32;
  private static final int LARGEST_BATCH = 256;
  private static final int ROWS_OF_SMALLEST = 4096;
  private static final int STEPS = 4000;
  private static final int FEWEST_EPOCHS = 20;
  private static final int MOST_EPOCHS = 50;
  private static final double RATE = 2e-3;
  private static final int MOST_ROWS_TO_REFIT = 5000;

  private Defaults() {}

  /** Settings in which nothing is left open. */
  static TrainingSettings resolve(TrainingSettings settings, int rows) {
    int batch = settings.find(Hyperparameters.BATCH_SIZE).orElse(batch(rows));
    int epochs = settings.find(Hyperparameters.EPOCHS).orElse(epochs(rows, batch));
    TrainingSettings resolved =
        settings
            .with(Hyperparameters.BATCH_SIZE, batch)
            .with(Hyperparameters.EPOCHS, epochs)
            .with(Hyperparameters.REFIT, settings.find(Hyperparameters.REFIT).orElse(refit(rows)))
            .with(
                Hyperparameters.LEARNING_RATE,
                settings.find(Hyperparameters.LEARNING_RATE).orElse(rate(batch)))
            .with(
                Hyperparameters.THREADS,
                settings
                    .find(Hyperparameters.THREADS)
                    .orElse(Math.min(1024, Runtime.getRuntime().availableProcessors())));
    return settings.get(Hyperparameters.OPTIMIZER) == StandardOptimizer.ADAMW
            && !settings.states(Hyperparameters.WEIGHT_DECAY)
        ? resolved.with(
            Hyperparameters.WEIGHT_DECAY,
            decay(resolved.get(Hyperparameters.LEARNING_RATE), steps(rows, batch, epochs)))
        : resolved;
  }

  static int batch(int rows) {
    return rows <= ROWS_OF_SMALLEST
        ? SMALLEST_BATCH
        : Math.clamp(Integer.highestOneBit(rows / 128), SMALLEST_BATCH, LARGEST_BATCH);
  }

  static int epochs(int rows, int batch) {
    return Math.clamp(Math.ceilDiv((long) STEPS * batch, rows), FEWEST_EPOCHS, MOST_EPOCHS);
  }

  static double rate(int batch) {
    return Math.min(1, RATE * Math.sqrt(batch / (double) SMALLEST_BATCH));
  }

  private static double steps(int rows, int batch, int epochs) {
    return (double) Math.ceilDiv(rows, Math.min(batch, rows)) * epochs;
  }

  static double decay(double rate, double steps) {
    return Math.min(1, 2 / (rate * steps));
  }

  static Refit refit(int rows) {
    return rows <= MOST_ROWS_TO_REFIT ? Refit.ALL : Refit.NONE;
  }
}
