package dev.gradus.train;

import java.util.Optional;

/**
 * What a run is given from outside, beside its recipe and its data.
 *
 * @param stop asks it to stop
 * @param checkpoints when its state is kept, and by whom; wants a {@link
 *     dev.gradus.data.Xoshiro256} to draw from
 * @param from where it goes on; empty: it begins. The recipe and the data are those of the run that
 *     was kept
 */
public record Supervision(
    StopSignal stop, Optional<Checkpoints> checkpoints, Optional<TrainingState> from) {

  /** Left alone: nobody will stop it. */
  public static Supervision none() {
    return stoppedBy(new StopSignal());
  }

  /** It can be asked to stop. */
  public static Supervision stoppedBy(StopSignal signal) {
    return new Supervision(signal, Optional.empty(), Optional.empty());
  }

  /** Its state is kept now and then. */
  public Supervision keptBy(Checkpoints other) {
    return new Supervision(stop, Optional.of(other), from);
  }

  /** It goes on where another one was. */
  public Supervision from(TrainingState state) {
    return new Supervision(stop, checkpoints, Optional.of(state));
  }
}
