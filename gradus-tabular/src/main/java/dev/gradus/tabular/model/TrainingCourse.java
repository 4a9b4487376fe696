package dev.gradus.tabular.model;

import dev.gradus.train.StopReason;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;

/** What became of a run, for the record. */
final class TrainingCourse implements TrainingListener {
  private long clippedSteps;
  private boolean begun;
  private boolean asked;

  @Override
  public void on(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Resumed resumed -> {
        clippedSteps += resumed.clippedSteps();
        begun = true;
      }
      case TrainingEvent.Clipped clipped -> clippedSteps += clipped.count();
      case TrainingEvent.Finished finished -> asked = finished.reason() instanceof StopReason.Asked;
      default -> begun = begun || event instanceof TrainingEvent.EpochEnded;
    }
  }

  /** In how many steps the gradient was clipped. */
  long clippedSteps() {
    return clippedSteps;
  }

  /** Whether somebody asked it to stop. */
  boolean wasAsked() {
    return asked;
  }

  /** Whether a kept state was taken up. */
  boolean hasBegun() {
    return begun;
  }
}
