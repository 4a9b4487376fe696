package dev.gradus.train;

import java.util.List;
import java.util.OptionalDouble;

/** What a training run has to tell. */
public sealed interface TrainingEvent {

  /**
   * Before the first step.
   *
   * @param steps of the whole run
   * @param epochs of the whole run; 0 if the source has none
   */
  record Started(long steps, int epochs) implements TrainingEvent {}

  /**
   * After the start, if the run goes on where another one was: what that one told.
   *
   * @param step how many were taken
   * @param epochs that had ended
   * @param clippedSteps in how many the gradient was clipped
   */
  record Resumed(long step, List<EpochEnded> epochs, long clippedSteps) implements TrainingEvent {
    /** Copies the list. */
    public Resumed {
      epochs = List.copyOf(epochs);
    }
  }

  /**
   * A sampled step, as often as the recipe says.
   *
   * @param step from 0
   * @param loss the batch's mean loss before the step was taken
   */
  record Stepped(long step, double loss) implements TrainingEvent {}

  /**
   * After each epoch.
   *
   * @param epoch from 1
   * @param trainingLoss mean over the epoch's rows, each as it was when its batch came
   * @param validationLoss mean over the validation rows, if there are any
   */
  record EpochEnded(int epoch, double trainingLoss, OptionalDouble validationLoss)
      implements TrainingEvent {

    /** Of the validation rows, or where there are none of the training rows. */
    public double heldOrTrainingLoss() {
      return validationLoss.orElse(trainingLoss);
    }
  }

  /**
   * Gradients were clipped: told before the end of an epoch, and of the run, if any were.
   *
   * @param count of the steps since the last such event, or the start, in which one was clipped
   * @param step the last of those steps, from 0
   */
  record Clipped(long count, long step) implements TrainingEvent {}

  /**
   * The best parameters were put back, since those of the last epoch were not the best: told before
   * the end.
   *
   * @param epoch from 1, after which they were the run's
   * @param validationLoss that they have
   */
  record BestRestored(int epoch, double validationLoss) implements TrainingEvent {}

  /**
   * After the last step.
   *
   * @param steps that were taken
   * @param reason why there is no further one
   */
  record Finished(long steps, StopReason reason) implements TrainingEvent {}
}
