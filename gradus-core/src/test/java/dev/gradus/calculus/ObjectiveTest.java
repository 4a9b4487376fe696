package dev.gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectiveTest {
  private final Objective product =
      new Objective() {
        @Override
        public int parameters() {
          return 2;
        }

        @Override
        public double value(double[] theta) {
          return theta[0] * theta[1];
        }

        @Override
        public void gradient(double[] theta, double[] gradient) {
          gradient[0] = theta[1];
          gradient[1] = theta[0];
        }
      };

  @Test
  void probeShiftsOneParameterAndPutsItBackToTheBit() {
    double[] theta = {0.1, 3};
    Objective.Probe probe = product.probe(theta);
    assertThat(probe.at(0, 1e-17)).isEqualTo(0.1 * 3);
    assertThat(probe.at(1, 2)).isEqualTo(0.1 * 5);
    assertThat(probe.at(0, 0.3)).isEqualTo((0.1 + 0.3) * 3);
    assertThat(probe.at(0, 0)).isEqualTo(0.1 * 3); // 0.1 + 0.3 − 0.3 would not be 0.1
    assertThat(probe.crossed()).isEmpty();
    assertThat(probe.holds()).isFalse();
    assertThat(probe.held(1, 2)).isEqualTo(0.1 * 5);
    assertThat(theta).containsExactly(0.1, 3);
  }

  @Test
  void parametersAreNumberedUnlessNamed() {
    assertThat(product.name(1)).isEqualTo("θ[1]");
  }
}
