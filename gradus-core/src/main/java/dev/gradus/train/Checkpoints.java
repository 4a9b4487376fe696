package dev.gradus.train;

import java.util.function.Consumer;

/**
 * When the state of a run is kept: after so many epochs again and again, and when somebody asked
 * the run to stop.
 *
 * @param everyEpochs 1 or more
 * @param keeper takes it, on the run's own thread, so it should be quick
 */
public record Checkpoints(int everyEpochs, Consumer<TrainingState> keeper) {

  /** Checks the range. */
  public Checkpoints {
    if (everyEpochs < 1) {
      throw new IllegalArgumentException(
          "checkpoint every " + everyEpochs + ": wants 1 or more epochs");
    }
  }
}
