package dev.gradus.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardInitializerTest {
  private static final int FAN_IN = 50;
  private static final int FAN_OUT = 4000;
  private static final int N = FAN_IN * FAN_OUT;

  private static double[] drawn(StandardInitializer initializer, long seed) {
    Matrix matrix = Compute.float64().matrix(FAN_IN, FAN_OUT);
    initializer.fill(matrix, Xoshiro256.seeded(seed));
    return matrix.toArray();
  }

  private static double moment(double[] values, int power) {
    double sum = 0;
    for (double value : values) {
      sum += StrictMath.pow(value, power);
    }
    return sum / values.length;
  }

  /** Four standard errors of each moment of N(0, σ²): of xᵏ the variance is E[x²ᵏ] − E[xᵏ]². */
  private static void assertNormal(double[] values, double variance) {
    double sigma = Math.sqrt(variance);
    double[] z = Arrays.stream(values).map(value -> value / sigma).toArray();
    double error = 4 / Math.sqrt(N);
    assertThat(moment(z, 1)).as("mean").isCloseTo(0, within(error));
    assertThat(moment(z, 2)).as("variance").isCloseTo(1, within(error * Math.sqrt(2)));
    assertThat(moment(z, 3)).as("skewness").isCloseTo(0, within(error * Math.sqrt(15)));
    assertThat(moment(z, 4)).as("kurtosis").isCloseTo(3, within(error * Math.sqrt(96)));
    // Φ(1) − Φ(−1) = 0.6827
    double inside = Arrays.stream(z).filter(value -> Math.abs(value) < 1).count() / (double) N;
    assertThat(inside).isCloseTo(0.682689, within(error * Math.sqrt(0.6827 * 0.3173)));
  }

  @Test
  void standardNormalHasTheMomentsOfTheStandardNormal() {
    assertNormal(drawn(StandardInitializer.STANDARD_NORMAL, 1), 1);
  }

  @Test
  void heNormalHasTheVarianceTwoOverFanIn() {
    assertNormal(drawn(StandardInitializer.HE_NORMAL, 2), 2.0 / FAN_IN);
  }

  @Test
  void glorotNormalHasTheVarianceTwoOverBothFans() {
    assertNormal(drawn(StandardInitializer.GLOROT_NORMAL, 9), 2.0 / (FAN_IN + FAN_OUT));
  }

  @Test
  void lecunNormalHasTheVarianceOneOverFanIn() {
    assertNormal(drawn(StandardInitializer.LECUN_NORMAL, 10), 1.0 / FAN_IN);
  }

  /** u on (−1, 1): u² has mean 1/3 and variance 1/5 − 1/9 = 4/45. */
  private static void assertUniform(double[] values, double a) {
    assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(0.999 * a, a);
    assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(-a, -0.999 * a);
    double error = 4 / Math.sqrt(N);
    assertThat(moment(values, 1) / a).isCloseTo(0, within(error / Math.sqrt(3)));
    assertThat(moment(values, 2) / (a * a)).isCloseTo(1.0 / 3, within(error * Math.sqrt(4.0 / 45)));
  }

  @Test
  void uniformOnesFillTheirIntervalEvenly() {
    assertUniform(
        drawn(StandardInitializer.GLOROT_UNIFORM, 3), Math.sqrt(6.0 / (FAN_IN + FAN_OUT)));
    assertUniform(drawn(StandardInitializer.HE_UNIFORM, 11), Math.sqrt(6.0 / FAN_IN));
    assertUniform(drawn(StandardInitializer.LECUN_UNIFORM, 12), Math.sqrt(3.0 / FAN_IN));
  }

  @Test
  void zerosAndConstantDrawNothing() {
    Xoshiro256 random = Xoshiro256.seeded(5);
    long[] before = random.state();
    Matrix bias = Compute.float64().matrix(new double[][] {{1, 2}});
    StandardInitializer.ZEROS.fill(bias, random);
    assertThat(bias.toArray()).containsExactly(0, 0);
    StandardInitializer.CONSTANT.fill(bias, random);
    assertThat(bias.toArray()).containsExactly(1, 1);
    assertThat(random.state()).containsExactly(before);
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedDrawsTheSameAndFloat32IsThatRounded(StandardInitializer initializer) {
    assertThat(drawn(initializer, 7)).isEqualTo(drawn(initializer, 7));
    Matrix wide = Compute.float64().matrix(3, 5);
    Matrix narrow = Compute.of(Precision.FLOAT32, 1).matrix(3, 5);
    initializer.fill(wide, Xoshiro256.seeded(8));
    initializer.fill(narrow, Xoshiro256.seeded(8));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 5; j++) {
        assertThat(narrow.get(i, j)).isEqualTo((float) wide.get(i, j));
      }
    }
    if (initializer != StandardInitializer.ZEROS && initializer != StandardInitializer.CONSTANT) {
      assertThat(drawn(initializer, 7)).isNotEqualTo(drawn(initializer, 8));
    }
  }

  @Test
  void namesAreThoseOfFilesAndFlags() {
    assertThat(StandardInitializer.values())
        .extracting(StandardInitializer::toString)
        .containsExactly(
            "standard_normal",
            "he_normal",
            "he_uniform",
            "glorot_normal",
            "glorot_uniform",
            "lecun_normal",
            "lecun_uniform",
            "orthogonal",
            "zeros",
            "constant");
  }
}
