package dev.gradus.layer;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.random.RandomGenerator;

/**
 * Random orthogonal matrices, all equally likely: Qᵀ Q = I where Q is at least as high as wide,
 * else Q Qᵀ = I.
 *
 * <p>Why: such a matrix keeps the length of the signal (and its transpose that of the gradient) not
 * only in the mean, as scaled random weights do, but for every single vector; products of many of
 * them neither grow nor vanish in any direction. Saxe, McClelland, Ganguli (2014), Exact solutions
 * to the nonlinear dynamics of learning in deep linear neural networks, section 3.
 *
 * <p>Normal vectors a₁, a₂, … are made orthonormal one by one (Gram, Schmidt):
 *
 * <pre>vⱼ = aⱼ − Σᵢ₍ᵢ﹤ⱼ₎ (qᵢᵀ aⱼ) qᵢ,   qⱼ = vⱼ / ‖vⱼ‖</pre>
 *
 * <p>Their joint distribution does not change under rotations, so neither does that of the q; this
 * is the Q of a QR decomposition whose R has a positive diagonal, the one that is uniform
 * (Mezzadri, 2007, How to generate random matrices from the classical compact groups). The
 * projections are subtracted twice, after which the q are orthogonal to working precision (Giraud,
 * Langou, Rozložník, van den Eshof, 2005). In float64, whatever the parameter's precision.
 */
final class Orthogonal {
  private Orthogonal() {}

  /** Fills a matrix of any shape; rows × columns draws. */
  static void fill(Matrix parameter, RandomGenerator random) {
    boolean high = parameter.rows() >= parameter.columns();
    int count = high ? parameter.columns() : parameter.rows();
    int length = high ? parameter.rows() : parameter.columns();
    Matrix q = vectors(count, length, random); // its rows
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < length; k++) {
        parameter.set(high ? k : i, high ? i : k, q.get(i, k));
      }
    }
  }

  private static Matrix vectors(int count, int length, RandomGenerator random) {
    Matrix all = Compute.float64().matrix(count, length);
    StandardInitializer.STANDARD_NORMAL.fill(all, random);
    for (int j = 0; j < count; j++) {
      Matrix v = row(all, j);
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < j; i++) {
          Matrix q = row(all, i);
          v.addScaled(-Matrix.dot(q, v), q);
        }
      }
      Matrix kept = v.copy();
      v.setZero();
      v.addScaled(1 / Math.sqrt(Matrix.dot(kept, kept)), kept);
    }
    return all;
  }

  private static Matrix row(Matrix all, int i) {
    return all.view(i * all.columns(), 1, all.columns());
  }
}
