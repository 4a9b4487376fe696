package dev.gradus.tabular.model;

/** Hears of each epoch of a model's training; on the run's own thread, so it should be quick. */
@FunctionalInterface
public interface EpochListener {
  /** It has ended. */
  void ended(Epoch epoch);
}
