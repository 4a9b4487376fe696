package dev.gradus.kernel;

/**
 * Sums along rows, in float64, each one chain in increasing order; of one row, or of four rows that
 * lie behind each other: their chains overlap in time, which hides the adder's latency.
 */
@SuppressWarnings("cast")
final class DoubleRowSums {
  private DoubleRowSums() {}

  static /* wide */ double mean(double[] x, int at, int n) {
    /* wide */ double sum = 0;
    for (int j = at; j < at + n; j++) {
      sum += x[j];
    }
    return sum / n;
  }

  static /* wide */ double variance(double[] x, int at, int n, /* wide */ double mean) {
    /* wide */ double sum = 0;
    for (int j = at; j < at + n; j++) {
      /* wide */ double d = x[j] - mean;
      sum = Math.fma(d, d, sum);
    }
    return sum / n;
  }

  static void meansOfFour(double[] x, int at, int n, /* wide */ double[] means) {
    /* wide */ double s0 = 0;
    /* wide */ double s1 = 0;
    /* wide */ double s2 = 0;
    /* wide */ double s3 = 0;
    for (int j = at; j < at + n; j++) {
      s0 += x[j];
      s1 += x[j + n];
      s2 += x[j + 2 * n];
      s3 += x[j + 3 * n];
    }
    means[0] = s0 / n;
    means[1] = s1 / n;
    means[2] = s2 / n;
    means[3] = s3 / n;
  }

  static void variancesOfFour(
      double[] x, int at, int n, /* wide */ double[] means, /* wide */ double[] variances) {
    /* wide */ double s0 = 0;
    /* wide */ double s1 = 0;
    /* wide */ double s2 = 0;
    /* wide */ double s3 = 0;
    for (int j = at; j < at + n; j++) {
      /* wide */ double d0 = x[j] - means[0];
      /* wide */ double d1 = x[j + n] - means[1];
      /* wide */ double d2 = x[j + 2 * n] - means[2];
      /* wide */ double d3 = x[j + 3 * n] - means[3];
      s0 = Math.fma(d0, d0, s0);
      s1 = Math.fma(d1, d1, s1);
      s2 = Math.fma(d2, d2, s2);
      s3 = Math.fma(d3, d3, s3);
    }
    variances[0] = s0 / n;
    variances[1] = s1 / n;
    variances[2] = s2 / n;
    variances[3] = s3 / n;
  }

  static /* wide */ double product(double[] a, double[] b, int at, int n) {
    /* wide */ double sum = 0;
    for (int j = at; j < at + n; j++) {
      sum = Math.fma((/* wide */ double) a[j], b[j], sum);
    }
    return sum;
  }

  static void productsOfFour(double[] a, double[] b, int at, int n, /* wide */ double[] sums) {
    /* wide */ double s0 = 0;
    /* wide */ double s1 = 0;
    /* wide */ double s2 = 0;
    /* wide */ double s3 = 0;
    for (int j = at; j < at + n; j++) {
      s0 = Math.fma((/* wide */ double) a[j], b[j], s0);
      s1 = Math.fma((/* wide */ double) a[j + n], b[j + n], s1);
      s2 = Math.fma((/* wide */ double) a[j + 2 * n], b[j + 2 * n], s2);
      s3 = Math.fma((/* wide */ double) a[j + 3 * n], b[j + 3 * n], s3);
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
  }
}
