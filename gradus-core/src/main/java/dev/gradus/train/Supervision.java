package dev.gradus.train;

/**
 * What a run is given from outside, beside its recipe and its data.
 *
 * @param stop asks it to stop
 */
public record Supervision(StopSignal stop) {

  /** Left alone: nobody will stop it. */
  public static Supervision none() {
    return new Supervision(new StopSignal());
  }
}
