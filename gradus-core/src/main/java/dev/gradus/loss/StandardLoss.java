package dev.gradus.loss;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.Elementary;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import java.util.Locale;

/**
 * The table of losses, each the mean over a batch of a cost f of prediction p and target t. To be
 * in it is enough to have its gradient checked.
 *
 * <p>softmax_ce is a mean over the batch, all others over all batch × outputs elements.
 */
public enum StandardLoss implements Loss {

  /**
   * Mean absolute error: f = |p − t|.
   *
   * <p>For p &gt; t it is p − t, so ∂f/∂p = 1; for p &lt; t it is t − p, so −1; at the kink 0 by
   * convention: sign(p − t).
   */
  MAE(
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
      }),

  /** Mean squared error: f = (p − t)², without ½; ∂f/∂p = 2 (p − t). */
  MSE(
      new PointwiseLoss() {
        @Override
        public double value(double p, double t) {
          return (p - t) * (p - t);
        }

        @Override
        public double derivative(double p, double t) {
          return 2 * (p - t);
        }
      }),

  /**
   * f = ½ r² up to |r| = 1 and |r| − ½ beyond, with r = p − t; ∂f/∂p is r cut off at −1 and 1.
   * Another width than 1, the derivation and the source: {@link Huber}.
   */
  HUBER(new Huber(1)),

  /**
   * f = ln cosh r with r = p − t: about ½ r² near 0, |r| − ln 2 far out.
   *
   * <p>cosh′ = sinh, so ∂f/∂p = sinh r / cosh r = tanh r.
   */
  LOG_COSH(
      new PointwiseLoss() {
        @Override
        public double value(double p, double t) {
          return Elementary.logCosh(p - t);
        }

        @Override
        public double derivative(double p, double t) {
          return Elementary.tanh(p - t);
        }
      }),

  /**
   * The median, which halves the targets: half the absolute error. Another level, the derivation
   * and the source: {@link Pinball}; several at once: {@link Quantile}.
   */
  QUANTILE(new Pinball(0.5)),

  /**
   * Negative log-likelihood of a count t ≥ 0, where p is the logarithm of its rate: f = e^p − t p,
   * without ln t!, which depends on no prediction.
   *
   * <p>A Poisson variable of rate μ is t with probability μ^t e^−μ / t!, so −ln of it is μ − t ln μ
   * + ln t! with μ = e^p. ∂f/∂p = e^p − t, 0 where the rate is the count.
   *
   * <p>Nelder, Wedderburn (1972), Generalized Linear Models. The difference keeps its digits; the
   * product comes in two parts for it.
   */
  POISSON(
      new PointwiseLoss() {
        @Override
        public double value(double p, double t) {
          double product = t == 0 ? 0 : t * p; // not 0 · ∞
          boolean exact = t == 0 || Double.isInfinite(product);
          return Elementary.expMinus(p, product, exact ? 0 : Math.fma(t, p, -product));
        }

        @Override
        public double derivative(double p, double t) {
          return Elementary.expMinus(p, t, 0);
        }
      }),

  /**
   * Binary cross-entropy of a logit z: f = −t ln σ(z) − (1 − t) ln(1 − σ(z)), target t in [0, 1].
   *
   * <p>With −ln σ(z) = ln(1 + e⁻ᶻ) and −ln(1 − σ(z)) = z + ln(1 + e⁻ᶻ): f = (1 − t) z + ln(1 +
   * e⁻ᶻ). For z &lt; 0 the same is t |z| + ln(1 + eᶻ). Both are m |z| + ln(1 + e^−|z|), where m is
   * the probability of the class that z speaks against: no term is negative, none overflows.
   *
   * <p>∂f/∂z = (1 − t) − e⁻ᶻ / (1 + e⁻ᶻ) = 1 − t − (1 − σ) = σ(z) − t.
   */
  BCE(
      new PointwiseLoss() {
        @Override
        public double value(double z, double t) {
          double against = z > 0 ? 1 - t : t;
          double cost = against == 0 ? 0 : against * Math.abs(z);
          return cost + Elementary.log1p(Elementary.exp(-Math.abs(z)));
        }

        @Override
        public double derivative(double z, double t) {
          return Elementary.sigmoidMinus(z, t);
        }
      }),

  /**
   * Cross-entropy of the softmax of logits z, sⱼ = e^zⱼ / Σᵢ e^zᵢ, against one-hot rows or
   * probabilities t: f = −Σⱼ tⱼ ln sⱼ for each row, ∂f/∂zⱼ = sⱼ − tⱼ; the derivation stands in
   * {@code SoftmaxCrossEntropy}. With smoothed labels: {@link SmoothedCrossEntropy}.
   */
  SOFTMAX_CE(new SoftmaxCrossEntropy()),

  /**
   * f = max(0, 1 − t p) for classes t = −1 and 1: nothing to pay from a margin of 1 on.
   *
   * <p>For t p &lt; 1 it is 1 − t p, so ∂f/∂p = −t; for t p &gt; 1 it is 0; at the kink 0 by
   * convention. With sign(1 − t p) = 1, 0, −1: ∂f/∂p = −t max(0, sign(1 − t p)).
   *
   * <p>Cortes, Vapnik (1995), Support-Vector Networks.
   */
  HINGE(
      new PointwiseLoss() {
        @Override
        public double value(double p, double t) {
          return Math.max(0, Math.fma(-t, p, 1));
        }

        @Override
        public double derivative(double p, double t) {
          return -t * Math.max(0, Math.signum(Math.fma(-t, p, 1)));
        }

        @Override
        public double[] kinks(double t) {
          return t == 0 ? NONE : new double[] {1 / t};
        }
      });

  @SuppressWarnings(
      "ImmutableEnumChecker") // makes its loops when first used, and is constant outside
  private final Loss loss;

  StandardLoss(Loss loss) {
    this.loss = loss;
  }

  StandardLoss(PointwiseLoss function) {
    this(Loss.pointwise(function));
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

  @Override
  public Loss weighted(RowWeights weights) {
    return loss.weighted(weights);
  }

  /** The name in files and flags: {@code softmax_ce}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
