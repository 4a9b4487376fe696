package dev.gradus.tabular.model;

import dev.gradus.train.StopReason;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.util.Optional;

/** What became of a run, for the record. */
final class TrainingCourse implements TrainingListener {
  private long clippedSteps;
  private boolean begun;
  private int bestEpoch;
  private Optional<StopReason> reason = Optional.empty();

  @Override
  public void on(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Resumed resumed -> {
        clippedSteps += resumed.clippedSteps();
        bestEpoch = resumed.epochs().size();
        begun = true;
      }
      case TrainingEvent.Clipped clipped -> clippedSteps += clipped.count();
      case TrainingEvent.EpochEnded ended -> {
        begun = true;
        bestEpoch = ended.epoch();
      }
      case TrainingEvent.BestRestored restored -> bestEpoch = restored.epoch();
      case TrainingEvent.Finished finished -> reason = Optional.of(finished.reason());
      default -> {}
    }
  }

  /** In how many steps the gradient was clipped. */
  long clippedSteps() {
    return clippedSteps;
  }

  /** Whether somebody asked it to stop. */
  boolean wasAsked() {
    return reason.isPresent() && reason.get() instanceof StopReason.Asked;
  }

  /** The epoch after which the parameters were those that it left, from 1; 0 before the first. */
  int bestEpoch() {
    return bestEpoch;
  }

  /** Why it ended. */
  StopReason reason() {
    return reason.orElseThrow();
  }

  /** Whether a kept state was taken up. */
  boolean hasBegun() {
    return begun;
  }
}
