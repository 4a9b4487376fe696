package dev.gradus.kernel;

/**
 * Plain loops with one index, which the compiler vectorizes. The float64 text is the original, as
 * in {@link DoubleKernels}.
 */
@SuppressWarnings("cast")
final class DoubleUpdateKernels extends UpdateKernels<double[]> {

  @Override
  public void momentum(
      double[] theta,
      double[] g,
      double[] v,
      int from,
      int to,
      /* wide */ double momentum,
      /* wide */ double rate) {
    double mu = (double) momentum;
    double minusRate = (double) -rate;
    for (int i = from; i < to; i++) {
      double vi = Math.fma(mu, v[i], g[i]);
      v[i] = vi;
      theta[i] = Math.fma(minusRate, vi, theta[i]);
    }
  }

  @Override
  public void nesterov(
      double[] theta,
      double[] g,
      double[] v,
      int from,
      int to,
      /* wide */ double momentum,
      /* wide */ double rate) {
    double mu = (double) momentum;
    double minusRate = (double) -rate;
    for (int i = from; i < to; i++) {
      double vi = Math.fma(mu, v[i], g[i]);
      v[i] = vi;
      theta[i] = Math.fma(minusRate, Math.fma(mu, vi, g[i]), theta[i]);
    }
  }

  @Override
  public void adam(
      double[] theta,
      double[] g,
      double[] m,
      double[] v,
      int from,
      int to,
      AdamScalars scalars,
      /* wide */ double step,
      /* wide */ double root) {
    double b1 = (double) scalars.beta1();
    double b2 = (double) scalars.beta2();
    double c1 = (double) (1 - scalars.beta1());
    double c2 = (double) (1 - scalars.beta2());
    double epsilon = (double) scalars.epsilon();
    double minusStep = (double) -step;
    double factor = (double) root;
    for (int i = from; i < to; i++) {
      double gi = g[i];
      double mi = Math.fma(c1, gi, b1 * m[i]);
      double vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      m[i] = mi;
      v[i] = vi;
      double scaled = mi / Math.fma((double) Math.sqrt(vi), factor, epsilon);
      theta[i] = Math.fma(minusStep, scaled, theta[i]);
    }
  }

  @Override
  public void adaGrad(
      double[] theta,
      double[] g,
      double[] v,
      int from,
      int to,
      /* wide */ double epsilon,
      /* wide */ double rate) {
    double minusRate = (double) -rate;
    double e = (double) epsilon;
    for (int i = from; i < to; i++) {
      double gi = g[i];
      double vi = Math.fma(gi, gi, v[i]);
      v[i] = vi;
      theta[i] = Math.fma(minusRate, gi / ((double) Math.sqrt(vi) + e), theta[i]);
    }
  }

  @Override
  public void amsGrad(
      double[] theta,
      double[] g,
      double[] m,
      double[] v,
      double[] u,
      int from,
      int to,
      AdamScalars scalars,
      /* wide */ double step,
      /* wide */ double root) {
    double b1 = (double) scalars.beta1();
    double b2 = (double) scalars.beta2();
    double c1 = (double) (1 - scalars.beta1());
    double c2 = (double) (1 - scalars.beta2());
    double epsilon = (double) scalars.epsilon();
    double minusStep = (double) -step;
    double factor = (double) root;
    for (int i = from; i < to; i++) {
      double gi = g[i];
      double mi = Math.fma(c1, gi, b1 * m[i]);
      double vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      double ui = Math.max(u[i], vi);
      m[i] = mi;
      v[i] = vi;
      u[i] = ui;
      double scaled = mi / Math.fma((double) Math.sqrt(ui), factor, epsilon);
      theta[i] = Math.fma(minusStep, scaled, theta[i]);
    }
  }

  @Override
  public void nadam(
      double[] theta,
      double[] g,
      double[] m,
      double[] v,
      int from,
      int to,
      AdamScalars scalars,
      /* wide */ double ofMean,
      /* wide */ double ofGradient,
      /* wide */ double root) {
    double b1 = (double) scalars.beta1();
    double b2 = (double) scalars.beta2();
    double c1 = (double) (1 - scalars.beta1());
    double c2 = (double) (1 - scalars.beta2());
    double epsilon = (double) scalars.epsilon();
    double a = (double) ofMean;
    double b = (double) ofGradient;
    double factor = (double) root;
    for (int i = from; i < to; i++) {
      double gi = g[i];
      double mi = Math.fma(c1, gi, b1 * m[i]);
      double vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      m[i] = mi;
      v[i] = vi;
      double ahead = Math.fma(a, mi, b * gi);
      theta[i] = theta[i] - ahead / Math.fma((double) Math.sqrt(vi), factor, epsilon);
    }
  }
}
