package dev.gradus.train;

import java.util.function.Consumer;

/**
 * When the state of a run is kept: after so many epochs again and again, and when somebody asked
 * the run to stop.
 *
 * @param everyEpochs 1 or more
 * @param keeper takes it, on the run's own thread, so it should be quick
 * @param last takes the state of a run that nobody stopped, as it is after the last step, before
 *     the best parameters are put back
 */
public record Checkpoints(
    int everyEpochs, Consumer<TrainingState> keeper, Consumer<TrainingState> last) {

  /** Of a run whose end is of no interest. */
  public Checkpoints(int everyEpochs, Consumer<TrainingState> keeper) {
    this(everyEpochs, keeper, state -> {});
  }

  /** Checks the range. */
  public Checkpoints {
    if (everyEpochs < 1) {
      throw new IllegalArgumentException(
          "checkpoint every " + everyEpochs + ": wants 1 or more epochs");
    }
  }
}
