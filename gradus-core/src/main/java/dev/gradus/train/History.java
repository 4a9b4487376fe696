package dev.gradus.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the events of a run, for curves. Of a resumed run it has all epochs, but the sampled steps
 * only since then.
 */
public final class History implements TrainingListener {
  private final List<TrainingEvent.Stepped> steps = new ArrayList<>();
  private final List<TrainingEvent.EpochEnded> epochs = new ArrayList<>();

  private long clippedSteps;

  /** Empty. */
  public History() {}

  @Override
  public void on(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Stepped stepped -> steps.add(stepped);
      case TrainingEvent.EpochEnded ended -> epochs.add(ended);
      case TrainingEvent.Clipped clipped -> clippedSteps += clipped.count();
      case TrainingEvent.Started started -> {}
      case TrainingEvent.Resumed resumed -> {
        epochs.addAll(resumed.epochs());
        clippedSteps += resumed.clippedSteps();
      }
      case TrainingEvent.BestRestored restored -> {}
      case TrainingEvent.Finished finished -> {}
    }
  }

  /** The sampled steps so far: a copy. */
  public List<TrainingEvent.Stepped> steps() {
    return List.copyOf(steps);
  }

  /** The epochs so far: a copy. */
  public List<TrainingEvent.EpochEnded> epochs() {
    return List.copyOf(epochs);
  }

  /** In how many steps so far the gradient was clipped. */
  public long clippedSteps() {
    return clippedSteps;
  }
}
