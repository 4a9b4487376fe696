package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.Elementary;
import dev.gradus.matrix.Matrix;
import java.util.Locale;

/**
 * The table of losses. To be in it is enough to have its gradient checked.
 *
 * <p>mae, mse and bce are means over all batch × outputs elements, softmax_ce over the batch.
 */
public enum StandardLoss implements Loss {

  /**
   * Mean absolute error: f = |p − t|.
   *
   * <p>For p &gt; t it is p − t, so ∂f/∂p = 1; for p &lt; t it is t − p, so −1; at the kink 0 by
   * convention: sign(p − t).
   */
  MAE(
      new MeanLoss(
          new PointwiseLoss() {
            @Override
            public double value(double p, double t) {
              return Math.abs(p - t);
            }

            @Override
            public double derivative(double p, double t) {
              return Math.signum(p - t);
            }

            @Override
            public double[] kinks(double t) {
              return new double[] {t};
            }
          })),

  /** Mean squared error: f = (p − t)², without ½; ∂f/∂p = 2 (p − t). */
  MSE(
      new MeanLoss(
          new PointwiseLoss() {
            @Override
            public double value(double p, double t) {
              return (p - t) * (p - t);
            }

            @Override
            public double derivative(double p, double t) {
              return 2 * (p - t);
            }
          })),

  /**
   * Binary cross-entropy of a logit z: f = −t ln σ(z) − (1 − t) ln(1 − σ(z)), target t in [0, 1].
   *
   * <p>With −ln σ(z) = ln(1 + e⁻ᶻ) and −ln(1 − σ(z)) = z + ln(1 + e⁻ᶻ): f = (1 − t) z + ln(1 +
   * e⁻ᶻ). For z &lt; 0 the same is −t z + ln(1 + eᶻ); both are max(z, 0) − t z + ln(1 + e^−|z|),
   * which cannot overflow.
   *
   * <p>∂f/∂z = (1 − t) − e⁻ᶻ / (1 + e⁻ᶻ) = 1 − t − (1 − σ) = σ(z) − t.
   */
  BCE(
      new MeanLoss(
          new PointwiseLoss() {
            @Override
            public double value(double z, double t) {
              return Math.max(z, 0) - t * z + Elementary.log1p(Elementary.exp(-Math.abs(z)));
            }

            @Override
            public double derivative(double z, double t) {
              return Elementary.sigmoid(z) - t;
            }
          })),

  /** Cross-entropy of the softmax of logits, against one-hot rows or probabilities. */
  SOFTMAX_CE(new SoftmaxCrossEntropy());

  @SuppressWarnings(
      "ImmutableEnumChecker") // makes its loops when first used, and is constant outside
  private final Loss loss;

  StandardLoss(Loss loss) {
    this.loss = loss;
  }

  @Override
  public double evaluate(Matrix prediction, Matrix target, Matrix gradient) {
    return loss.evaluate(prediction, target, gradient);
  }

  @Override
  public double value(Matrix prediction, Matrix target) {
    return loss.value(prediction, target);
  }

  @Override
  public double value(Matrix prediction, Matrix target, KinkSink sink) {
    return loss.value(prediction, target, sink);
  }

  /** The name in files and flags: {@code softmax_ce}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
