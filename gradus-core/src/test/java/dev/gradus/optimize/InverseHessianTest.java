package dev.gradus.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The two loops against H written out as a matrix. */
class InverseHessianTest {
  private final Compute compute = Compute.float64();

  private Matrix row(double... values) {
    return compute.matrix(new double[][] {values});
  }

  /** That the last step from 0 by s changed the gradient by y. */
  private void learn(InverseHessian inverse, double[] s, double[] y) {
    double[] zero = new double[s.length];
    inverse.learn(row(s), row(zero), row(y), row(zero));
  }

  private double[] direction(InverseHessian inverse, double... g) {
    Matrix d = row(new double[g.length]);
    d.set(0, 0, 99); // what was there counts for nothing
    inverse.setDirection(d, row(g));
    return d.toArray();
  }

  @Test
  void itBeginsAsTheIdentity() {
    InverseHessian inverse = new InverseHessian(row(0, 0), 3);
    assertThat(inverse.isIdentity()).isTrue();
    assertThat(direction(inverse, 2, -3)).containsExactly(-2, 3);
  }

  @Test
  void aChangeIsMappedToItsStep() {
    InverseHessian inverse = new InverseHessian(row(0, 0), 3);
    learn(inverse, new double[] {1, 0}, new double[] {2, 0});
    assertThat(inverse.isIdentity()).isFalse();
    assertThat(direction(inverse, 2, 0)).containsExactly(-1, 0);
    // across the step H is yᵀs / yᵀy = ½ of the identity
    assertThat(direction(inverse, 0, 4)).containsExactly(0, -2);
  }

  @Test
  void aStepAlongWhichTheGradientDoesNotGrowTeachesNothing() {
    InverseHessian inverse = new InverseHessian(row(0, 0), 3);
    learn(inverse, new double[] {1, 0}, new double[] {-2, 0});
    learn(inverse, new double[] {1, 0}, new double[] {0, 2});
    assertThat(inverse.isIdentity()).isTrue();
  }

  @Test
  void whatItForgetsIsGone() {
    InverseHessian inverse = new InverseHessian(row(0, 0), 3);
    learn(inverse, new double[] {1, 0}, new double[] {2, 0});
    inverse.forget();
    assertThat(inverse.isIdentity()).isTrue();
    assertThat(direction(inverse, 2, -3)).containsExactly(-2, 3);
  }

  @Test
  void stepsAndChangesAreDifferences() {
    InverseHessian inverse = new InverseHessian(row(0, 0), 3);
    inverse.learn(row(5, 1), row(4, 1), row(3, 7), row(1, 7));
    assertThat(direction(inverse, 2, 0)).containsExactly(-1, 0);
  }

  @Test
  void theLastStepsCountAsInTheFormula() {
    int p = 4;
    RandomGenerator random = Xoshiro256.seeded(1);
    for (int memory = 1; memory <= 4; memory++) {
      InverseHessian inverse = new InverseHessian(row(new double[p]), memory);
      double[][] s = new double[5][p];
      double[][] y = new double[5][p];
      for (int k = 0; k < 5; k++) {
        for (int i = 0; i < p; i++) {
          s[k][i] = random.nextDouble() - 0.5;
          y[k][i] = s[k][i] * (1 + i) + 0.1 * (random.nextDouble() - 0.5);
        }
        learn(inverse, s[k], y[k]);
      }
      double[][] h = identity(p, dot(s[4], y[4]) / dot(y[4], y[4]));
      for (int k = 5 - memory; k < 5; k++) {
        h = updated(h, s[k], y[k]);
      }
      double[] g = {1, -2, 0.5, 3};
      double[] d = direction(inverse, g);
      for (int i = 0; i < p; i++) {
        assertThat(d[i]).as("memory %d", memory).isCloseTo(-dot(h[i], g), within(1e-12));
      }
    }
  }

  /** (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ. */
  private static double[][] updated(double[][] h, double[] s, double[] y) {
    int p = s.length;
    double rho = 1 / dot(s, y);
    double[][] left = identity(p, 1);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        left[i][j] -= rho * s[i] * y[j];
      }
    }
    double[][] result = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        double sum = rho * s[i] * s[j];
        for (int a = 0; a < p; a++) {
          sum += left[i][a] * dot(h[a], left[j]);
        }
        result[i][j] = sum;
      }
    }
    return result;
  }

  private static double[][] identity(int p, double scale) {
    double[][] identity = new double[p][p];
    for (int i = 0; i < p; i++) {
      identity[i][i] = scale;
    }
    return identity;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
