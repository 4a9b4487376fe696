package dev.gradus.kernel;

/**
 * Plain loops with one index, which the compiler vectorizes. The float64 text is the original, as
 * in {@link DoubleKernels}.
 */
@SuppressWarnings("cast")
final class FloatUpdateKernels extends UpdateKernels<float[]> {

  @Override
  public void momentum(
      float[] theta,
      float[] g,
      float[] v,
      int from,
      int to,
      /* wide */ double momentum,
      /* wide */ double rate) {
    float mu = (float) momentum;
    float minusRate = (float) -rate;
    for (int i = from; i < to; i++) {
      float vi = Math.fma(mu, v[i], g[i]);
      v[i] = vi;
      theta[i] = Math.fma(minusRate, vi, theta[i]);
    }
  }

  @Override
  public void nesterov(
      float[] theta,
      float[] g,
      float[] v,
      int from,
      int to,
      /* wide */ double momentum,
      /* wide */ double rate) {
    float mu = (float) momentum;
    float minusRate = (float) -rate;
    for (int i = from; i < to; i++) {
      float vi = Math.fma(mu, v[i], g[i]);
      v[i] = vi;
      theta[i] = Math.fma(minusRate, Math.fma(mu, vi, g[i]), theta[i]);
    }
  }

  @Override
  public void adam(
      float[] theta,
      float[] g,
      float[] m,
      float[] v,
      int from,
      int to,
      AdamScalars scalars,
      /* wide */ double step,
      /* wide */ double root) {
    float b1 = (float) scalars.beta1();
    float b2 = (float) scalars.beta2();
    float c1 = (float) (1 - scalars.beta1());
    float c2 = (float) (1 - scalars.beta2());
    float epsilon = (float) scalars.epsilon();
    float minusStep = (float) -step;
    float factor = (float) root;
    for (int i = from; i < to; i++) {
      float gi = g[i];
      float mi = Math.fma(c1, gi, b1 * m[i]);
      float vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      m[i] = mi;
      v[i] = vi;
      float scaled = mi / Math.fma((float) Math.sqrt(vi), factor, epsilon);
      theta[i] = Math.fma(minusStep, scaled, theta[i]);
    }
  }

  @Override
  public void adaGrad(
      float[] theta,
      float[] g,
      float[] v,
      int from,
      int to,
      /* wide */ double epsilon,
      /* wide */ double rate) {
    float minusRate = (float) -rate;
    float e = (float) epsilon;
    for (int i = from; i < to; i++) {
      float gi = g[i];
      float vi = Math.fma(gi, gi, v[i]);
      v[i] = vi;
      theta[i] = Math.fma(minusRate, gi / ((float) Math.sqrt(vi) + e), theta[i]);
    }
  }

  @Override
  public void amsGrad(
      float[] theta,
      float[] g,
      float[] m,
      float[] v,
      float[] u,
      int from,
      int to,
      AdamScalars scalars,
      /* wide */ double step,
      /* wide */ double root) {
    float b1 = (float) scalars.beta1();
    float b2 = (float) scalars.beta2();
    float c1 = (float) (1 - scalars.beta1());
    float c2 = (float) (1 - scalars.beta2());
    float epsilon = (float) scalars.epsilon();
    float minusStep = (float) -step;
    float factor = (float) root;
    for (int i = from; i < to; i++) {
      float gi = g[i];
      float mi = Math.fma(c1, gi, b1 * m[i]);
      float vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      float ui = Math.max(u[i], vi);
      m[i] = mi;
      v[i] = vi;
      u[i] = ui;
      float scaled = mi / Math.fma((float) Math.sqrt(ui), factor, epsilon);
      theta[i] = Math.fma(minusStep, scaled, theta[i]);
    }
  }

  @Override
  public void nadam(
      float[] theta,
      float[] g,
      float[] m,
      float[] v,
      int from,
      int to,
      AdamScalars scalars,
      /* wide */ double ofMean,
      /* wide */ double ofGradient,
      /* wide */ double root) {
    float b1 = (float) scalars.beta1();
    float b2 = (float) scalars.beta2();
    float c1 = (float) (1 - scalars.beta1());
    float c2 = (float) (1 - scalars.beta2());
    float epsilon = (float) scalars.epsilon();
    float a = (float) ofMean;
    float b = (float) ofGradient;
    float factor = (float) root;
    for (int i = from; i < to; i++) {
      float gi = g[i];
      float mi = Math.fma(c1, gi, b1 * m[i]);
      float vi = Math.fma(c2 * gi, gi, b2 * v[i]);
      m[i] = mi;
      v[i] = vi;
      float ahead = Math.fma(a, mi, b * gi);
      theta[i] = theta[i] - ahead / Math.fma((float) Math.sqrt(vi), factor, epsilon);
    }
  }
}
