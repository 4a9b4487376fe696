package dev.gradus.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossTest {
  /** A user's own: the ε-insensitive loss max(|p − t| − ε, 0). */
  record Insensitive(double epsilon) implements PointwiseLoss {
    @Override
    public double value(double p, double t) {
      return Math.max(Math.abs(p - t) - epsilon, 0);
    }

    @Override
    public double derivative(double p, double t) {
      return Math.abs(p - t) > epsilon ? Math.signum(p - t) : 0;
    }

    @Override
    public double[] kinks(double t) {
      return new double[] {t - epsilon, t + epsilon};
    }
  }

  private final Loss loss = Loss.pointwise(new Insensitive(1));
  private final Matrix p = Compute.float64().matrix(new double[][] {{3, 0.5}, {-4, 0}});
  private final Matrix t = Compute.float64().matrix(2, 2);

  @Test
  void aFunctionOfThePairBecomesAMeanWithItsGradient() {
    Matrix gradient = p.like(2, 2);
    assertThat(loss.evaluate(p, t, gradient)).isEqualTo(1.25); // (2 + 0 + 3 + 0) / 4
    assertThat(loss.value(p, t)).isEqualTo(1.25);
    assertThat(gradient.toArray()).containsExactly(0.25, 0, -0.25, 0);
  }

  @Test
  void eachKinkIsReportedForEachElement() {
    List<Double> distances = new ArrayList<>();
    double value =
        loss.value(p.firstRows(1), t.firstRows(1), (sample, unit, d) -> distances.add(d));
    assertThat(distances).containsExactly(4.0, 2.0, 1.5, -0.5);
    assertThat(value).isEqualTo(1);
  }

  @Test
  void lossesAreSmoothUnlessTheySayOtherwise() {
    PointwiseLoss smooth =
        new PointwiseLoss() {
          @Override
          public double value(double a, double b) {
            return a * b;
          }

          @Override
          public double derivative(double a, double b) {
            return b;
          }
        };
    assertThat(smooth.kinks(1)).isEmpty();
  }
}
