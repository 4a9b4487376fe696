package dev.gradus.train;

/**
 * Asks a run to stop, from any thread. The run looks between its steps, finishes the one at hand,
 * and ends as always, with {@link StopReason.Asked}. Nothing is interrupted.
 */
public final class StopSignal {
  private volatile boolean asked;

  /** Nobody has asked yet. */
  public StopSignal() {}

  /** Asks. */
  public void ask() {
    asked = true;
  }

  /** Whether somebody has asked. */
  public boolean isAsked() {
    return asked;
  }
}
