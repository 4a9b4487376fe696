package dev.gradus.kernel;

/**
 * The cross-entropy of one row's softmax, all sums in float64, each one chain. The float64 text is
 * the original, as in {@link DoubleKernels}.
 */
@SuppressWarnings("cast")
final class FloatCrossEntropy {
  private final Exponentials exponentials;
  private /* wide */ double[] scratch = new /* wide */ double[0];

  /**
   * With the exponentials of its kernels.
   *
   * @param exponentials of many numbers at once
   */
  FloatCrossEntropy(Exponentials exponentials) {
    this.exponentials = exponentials;
  }

  /** The loss alone. */
  static /* wide */ double value(float[] z, float[] t, int at, int n) {
    int top = greatest(z, at, n);
    /* wide */ double rest = 0;
    for (int j = 0; j < n; j++) {
      rest += j == top ? 0 : Elementary.exp((/* wide */ double) z[at + j] - z[at + top]);
    }
    return loss(z, t, at, n, top, Elementary.log1p(rest));
  }

  /** The loss, and dz. */
  /* wide */ double gradient(
      float[] z, float[] t, float[] dz, /* wide */ double scale, int at, int n) {
    /* wide */ double[] e = scratch(n);
    int top = greatest(z, at, n);
    /* wide */ double rest = 0;
    /* wide */ double total = 0;
    for (int j = 0; j < n; j++) {
      e[j] = (/* wide */ double) z[at + j] - z[at + top];
    }
    exponentials.of(e, n);
    for (int j = 0; j < n; j++) {
      rest += j == top ? 0 : e[j];
      total += t[at + j];
    }
    /* wide */ double loss = loss(z, t, at, n, top, Elementary.log1p(rest));
    /* wide */ double sum = 1 + rest;
    for (int j = 0; j < n; j++) {
      // T s − t = ((T − t) e − t Σ' e) / Σ e, Σ' without the own e: a confident class cancels
      // nothing.
      /* wide */ double tj = t[at + j];
      /* wide */ double others = j == top ? rest : sum - e[j];
      dz[at + j] = (float) (scale * (((total - tj) * e[j] - tj * others) / sum));
    }
    return loss;
  }

  private /* wide */ double[] scratch(int n) {
    if (scratch.length < n) {
      scratch = new /* wide */ double[n];
    }
    return scratch;
  }

  /** The index of the greatest logit; ties go low. */
  private static int greatest(float[] z, int at, int n) {
    int top = 0;
    for (int j = 1; j < n; j++) {
      top = z[at + j] > z[at + top] ? j : top;
    }
    return top;
  }

  /**
   * {@code Σ tⱼ ((z_top − zⱼ) + ln Σᵢ e^(zᵢ − z_top))}: the logarithm is given, as ln(1 + the
   * rest), so that a small loss keeps all its digits beside large logits. A class that the target
   * excludes adds nothing, even at z = −∞.
   */
  private static /* wide */ double loss(
      float[] z, float[] t, int at, int n, int top, /* wide */ double logSum) {
    /* wide */ double loss = 0;
    for (int j = 0; j < n; j++) {
      if (t[at + j] != 0) {
        loss += t[at + j] * (((/* wide */ double) z[at + top] - z[at + j]) + logSum);
      }
    }
    return loss;
  }
}
