package dev.gradus.tabular.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void rowsFallIntoTenBinsOfEqualWidth() {
    double[] p = {0, 0.0999, 0.1, 0.95, 1};
    Calibration calibration =
        Calibration.of(
            p, new boolean[] {false, true, true, true, true}, RowWeighting.ones(p.length));
    assertThat(calibration.bins())
        .containsExactly(
            new Calibration.Bin(0.4, 0.0999 / 2, 0.5),
            new Calibration.Bin(0.2, 0.1, 1),
            new Calibration.Bin(0.4, 0.975, 1));
    double byHand = 0.4 * (0.5 - 0.0999 / 2) + 0.2 * 0.9 + 0.4 * 0.025;
    assertThat(calibration.error()).isCloseTo(byHand, within(1e-15));
  }

  @Test
  void probabilitiesThatComeTrueHaveNoError() {
    Calibration half =
        Calibration.of(new double[] {0.5, 0.5}, new boolean[] {true, false}, new double[] {1, 1});
    assertThat(half.error()).isZero();
  }
}
