package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Dataset;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.RowWeights;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearFitTest {
  private static final int ROWS = 60;

  private static Dataset data(double[] target) {
    SplittableRandom random = new SplittableRandom(4);
    double[] x = random.doubles(ROWS * 2L, -2, 2).toArray();
    Compute compute = Compute.float64();
    Matrix inputs = compute.matrix(ROWS, 2);
    inputs.setAll(x);
    Matrix targets = compute.matrix(ROWS, 1);
    targets.setAll(target);
    return new Dataset(inputs, targets);
  }

  private static double[] noise() {
    return new SplittableRandom(9).doubles(ROWS, -1, 1).toArray();
  }

  /** w1, w2, b. */
  private static double[] fit(Dataset data, Output output) {
    return LinearFit.of(data, output, Precision.FLOAT64, 1).parameters().vector().toArray();
  }

  @Test
  void ofValuesItIsTheRidgeRegressionOfTheNormalEquations() {
    Dataset data = data(noise());
    double[] found = fit(data, Output.VALUE);
    double[] exact = ridge(data, Optional.empty());
    for (int i = 0; i < 3; i++) {
      assertThat(found[i]).isCloseTo(exact[i], within(1e-8));
    }
  }

  @Test
  void rowsCountByTheirWeights() {
    double[] weights = new SplittableRandom(2).doubles(ROWS, 0, 3).toArray();
    Dataset data = data(noise()).withWeights(RowWeights.of(weights));
    double[] found = fit(data, Output.VALUE);
    double[] exact = ridge(data, Optional.of(weights));
    for (int i = 0; i < 3; i++) {
      assertThat(found[i]).isCloseTo(exact[i], within(1e-8));
    }
  }

  /** (XᵀWX + αD) θ = XᵀWy with a column of ones, D the identity but 0 there, by elimination. */
  private static double[] ridge(Dataset data, Optional<double[]> weights) {
    double[][] a = new double[3][4];
    for (int i = 0; i < ROWS; i++) {
      double w = weights.isPresent() ? weights.get()[i] : 1;
      double[] row = {data.x().get(i, 0), data.x().get(i, 1), 1, data.target().get(i, 0)};
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 4; c++) {
          a[r][c] += w * row[r] * row[c];
        }
      }
    }
    a[0][0] += 1;
    a[1][1] += 1;
    for (int p = 0; p < 3; p++) {
      for (int r = 0; r < 3; r++) {
        double factor = r == p ? 0 : a[r][p] / a[p][p];
        for (int c = 0; c < 4; c++) {
          a[r][c] -= factor * a[p][c];
        }
      }
    }
    return new double[] {a[0][3] / a[0][0], a[1][3] / a[1][1], a[2][3] / a[2][2]};
  }

  @Test
  void ofClassesItIsWhereTheGradientOfLogisticRegressionVanishes() {
    double[] target = new double[ROWS];
    double[] noise = noise();
    Dataset inputs = data(noise);
    for (int i = 0; i < ROWS; i++) {
      target[i] = inputs.x().get(i, 0) + noise[i] > 0 ? 1 : 0;
    }
    double[] w = fit(data(target), Output.BINARY_LOGIT);
    double[] gradient = {w[0], w[1], 0}; // of |W|² / 2
    for (int i = 0; i < ROWS; i++) {
      double z = w[0] * inputs.x().get(i, 0) + w[1] * inputs.x().get(i, 1) + w[2];
      double off = 1 / (1 + StrictMath.exp(-z)) - target[i];
      gradient[0] += off * inputs.x().get(i, 0);
      gradient[1] += off * inputs.x().get(i, 1);
      gradient[2] += off;
    }
    for (double slope : gradient) {
      assertThat(slope).isCloseTo(0, within(1e-6));
    }
    assertThat(w[0]).isGreaterThan(1);
  }

  @Test
  void theThreadsDoNotMatter() {
    Dataset data = data(noise());
    assertThat(
            LinearFit.of(data, Output.VALUE, Precision.FLOAT32, 3).parameters().vector().toArray())
        .isEqualTo(
            LinearFit.of(data, Output.VALUE, Precision.FLOAT32, 1).parameters().vector().toArray());
  }
}
