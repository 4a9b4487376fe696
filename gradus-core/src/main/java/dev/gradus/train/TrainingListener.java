package dev.gradus.train;

/** Hears what a training run tells; on the run's own thread, so it should be quick. */
@FunctionalInterface
public interface TrainingListener {

  /** Something happened. An exception ends the run. */
  void on(TrainingEvent event);

  /** Both, this one first. */
  default TrainingListener and(TrainingListener other) {
    return event -> {
      on(event);
      other.on(event);
    };
  }

  /** Hears nothing. */
  static TrainingListener silent() {
    return event -> {};
  }
}
