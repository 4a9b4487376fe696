package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;

/**
 * What Adam and its relatives remember: m, the mean of the gradients, v, the mean of their squares,
 * and the powers β₁ᵗ and β₂ᵗ that correct the bias of both.
 */
final class AdamMeans {
  private final double beta1;
  private final double beta2;
  private final Matrix mean;
  private final Matrix square;
  private double power1 = 1;
  private double power2 = 1;

  AdamMeans(Matrix theta, double beta1, double beta2) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.mean = theta.like(theta.rows(), theta.columns());
    this.square = theta.like(theta.rows(), theta.columns());
  }

  /** The next t. */
  void advance() {
    power1 *= beta1;
    power2 *= beta2;
  }

  /** All of it. */
  void exchange(Memory memory) {
    memory.vector("m", mean);
    memory.vector("v", square);
    power1 = memory.number("power1", power1);
    power2 = memory.number("power2", power2);
  }

  /** m. */
  Matrix mean() {
    return mean;
  }

  /** v. */
  Matrix square() {
    return square;
  }

  /** 1 − β₁ᵗ, by which m is too small. */
  double bias() {
    return 1 - power1;
  }

  /** 1 / √(1 − β₂ᵗ), by which √v is multiplied. */
  double root() {
    return 1 / Math.sqrt(1 - power2);
  }
}
