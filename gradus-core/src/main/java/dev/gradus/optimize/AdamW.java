package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;

/**
 * AdamW: Adam, and beside it a decay of all parameters that does not pass through its moments.
 *
 * <pre>
 * θ ← θ − η λ θ
 * θ ← θ − η m̂ / (√v̂ + ε)      with m̂, v̂ of the loss's own gradient, as in {@link Adam}
 * </pre>
 *
 * <p>Why not a penalty ½ λ θ²: its gradient λ θ would be divided by √v̂ like all else, so that
 * parameters with large gradients would decay least. Taken out of the division, all decay at the
 * same pace, and λ can be chosen without regard to the gradients.
 *
 * <p>Loshchilov, Hutter (2019), Decoupled Weight Decay Regularization, algorithm 2, with the
 * schedule multiplier in η; λ = 0.01 is the usual default of libraries. Biases decay as well, as
 * there.
 *
 * @param adam the recipe without decay
 * @param weightDecay λ, 0 to 1
 */
public record AdamW(Adam adam, double weightDecay) implements Optimizer {

  /** Checks the range. */
  public AdamW {
    if (!(weightDecay >= 0 && weightDecay <= 1)) {
      throw new IllegalArgumentException(
          "weight decay " + weightDecay + ": wants a number from 0 to 1");
    }
  }

  /** Adam's defaults, and λ = 0.01. */
  public static AdamW adamW() {
    return adamW(0.01);
  }

  /** Adam's defaults, and λ. */
  public static AdamW adamW(double weightDecay) {
    return new AdamW(Adam.adam(), weightDecay);
  }

  @Override
  public String name() {
    return "adamw";
  }

  @Override
  public Run start(Matrix theta) {
    return new Decaying(adam.start(theta), weightDecay);
  }

  private record Decaying(Run steps, double weightDecay) implements Run {
    @Override
    public void step(Matrix theta, Matrix gradient, double learningRate) {
      theta.addScaled(-learningRate * weightDecay, theta);
      steps.step(theta, gradient, learningRate);
    }

    @Override
    public void exchange(Memory memory) {
      steps.exchange(memory);
    }
  }
}
