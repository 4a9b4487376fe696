package dev.gradus.train;

/** Why a run took no further step. */
public sealed interface StopReason {

  /** It took all its steps. */
  record Completed() implements StopReason {}

  /** A full-batch optimizer found no lower point: further steps would find none either. */
  record Converged() implements StopReason {}

  /**
   * The validation loss had not become better for as many epochs as the {@link StoppingRule} bears.
   *
   * @param patience those epochs
   */
  record StoppedEarly(int patience) implements StopReason {}

  /** Somebody asked it to stop, by its {@link StopSignal}. */
  record Asked() implements StopReason {}
}
