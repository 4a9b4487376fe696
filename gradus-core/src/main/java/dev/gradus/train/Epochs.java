package dev.gradus.train;

import dev.gradus.error.DivergedException;
import dev.gradus.error.Divergence;
import dev.gradus.network.Diagnosis;
import java.util.Optional;

/**
 * Which epoch a step is in.
 *
 * @param stepsPerEpoch 0 if the source has no epochs
 */
record Epochs(long stepsPerEpoch) {

  /** Whether an epoch ends with a step. */
  boolean endsWith(long step) {
    return stepsPerEpoch > 0 && (step + 1) % stepsPerEpoch == 0;
  }

  /** How many whole epochs a number of steps is; 0 if there are none. */
  int in(long steps) {
    return stepsPerEpoch == 0 ? 0 : Math.toIntExact(steps / stepsPerEpoch);
  }

  /** The epoch of a step, from 1; 0 if there are none. */
  int of(long step) {
    return stepsPerEpoch == 0 ? 0 : in(step) + 1;
  }

  /** The complaint that a step left the finite numbers; to be thrown. */
  DivergedException diverged(long step, Optional<Diagnosis.Finding> finding) {
    Diagnosis.Finding first =
        finding.orElseThrow(() -> new AssertionError("something is not finite, nothing is found"));
    boolean given = first.quantity().startsWith("x[") || first.quantity().startsWith("y[");
    return new DivergedException(
        new Divergence(
            step,
            of(step),
            stepsPerEpoch == 0 ? 0 : step % stepsPerEpoch + 1,
            first.quantity(),
            first.value()),
        given
            ? "take the row out of the data, or put a number in its place"
            : "try a learning rate ten times smaller, scaled inputs, or clipped gradients");
  }
}
