package dev.gradus.loss;

import static dev.gradus.loss.StandardLoss.BCE;
import static dev.gradus.loss.StandardLoss.HINGE;
import static dev.gradus.loss.StandardLoss.HUBER;
import static dev.gradus.loss.StandardLoss.LOG_COSH;
import static dev.gradus.loss.StandardLoss.MAE;
import static dev.gradus.loss.StandardLoss.MSE;
import static dev.gradus.loss.StandardLoss.POISSON;
import static dev.gradus.loss.StandardLoss.QUANTILE;
import static dev.gradus.loss.StandardLoss.SOFTMAX_CE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.ShapeException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardLossTest {
  private static final double LN2 = StrictMath.log(2);
  private static final Offset<Double> EXACT = within(1e-15);

  private final Compute compute = Compute.float64();

  private Matrix matrix(double[]... rows) {
    return compute.matrix(rows);
  }

  private static double[] row(double... values) {
    return values;
  }

  private static Matrix gradient(Loss loss, Matrix p, Matrix t) {
    Matrix gradient = p.like(p.rows(), p.columns());
    double value = loss.evaluate(p, t, gradient);
    assertThat(value).as("value and evaluate agree").isEqualTo(loss.value(p, t));
    return gradient;
  }

  @Test
  void maeIsTheMeanOfAllAbsoluteResiduals() {
    Matrix p = matrix(row(1, -2), row(0, 5));
    Matrix t = matrix(row(3, -3), row(0, 1));
    assertThat(MAE.value(p, t)).isEqualTo(1.75); // (2 + 1 + 0 + 4) / 4
    assertThat(gradient(MAE, p, t).toArray()).containsExactly(-0.25, 0.25, 0, 0.25);
  }

  @Test
  void mseIsTheMeanOfAllSquaredResidualsWithoutAHalf() {
    Matrix p = matrix(row(1, -2), row(0, 5));
    Matrix t = matrix(row(3, -3), row(0, 1));
    assertThat(MSE.value(p, t)).isEqualTo(5.25); // (4 + 1 + 0 + 16) / 4
    assertThat(gradient(MSE, p, t).toArray()).containsExactly(-1, 0.5, 0, 2); // 2 r / 4
  }

  @Test
  void bceOfLogitsByHand() {
    // z = 0: σ = ½, f = ln 2 whatever the target; z = ln 3: σ = ¾
    double ln3 = StrictMath.log(3);
    Matrix z = matrix(row(0, ln3), row(ln3, -ln3));
    Matrix t = matrix(row(1, 1), row(0, 0.5));
    double first = LN2;
    double second = -StrictMath.log(0.75);
    double third = -StrictMath.log(0.25);
    double fourth = -0.5 * StrictMath.log(0.25) - 0.5 * StrictMath.log(0.75);
    assertThat(BCE.value(z, t)).isCloseTo((first + second + third + fourth) / 4, EXACT);
    double[] expected = {-0.5 / 4, -0.25 / 4, 0.75 / 4, -0.25 / 4}; // (σ − t) / 4
    double[] actual = gradient(BCE, z, t).toArray();
    for (int i = 0; i < 4; i++) {
      assertThat(actual[i]).as("element %d", i).isCloseTo(expected[i], EXACT);
    }
  }

  @Test
  void softmaxCrossEntropyByHandIsTheMeanOverTheBatchAlone() {
    // softmax(0, ln 2, ln 5) = (1, 2, 5) / 8; softmax(0, 0, 0) = (1, 1, 1) / 3
    Matrix z = matrix(row(0, LN2, StrictMath.log(5)), row(0, 0, 0));
    Matrix t = matrix(row(0, 1, 0), row(0.5, 0, 0.5));
    assertThat(SOFTMAX_CE.value(z, t))
        .isCloseTo((2 * LN2 + StrictMath.log(3)) / 2, EXACT); // (ln 4 + ln 3) / 2
    double[] expected = {
      0.125 / 2, (0.25 - 1) / 2, 0.625 / 2, (1.0 / 3 - 0.5) / 2, 1.0 / 6, (1.0 / 3 - 0.5) / 2
    };
    double[] actual = gradient(SOFTMAX_CE, z, t).toArray();
    for (int i = 0; i < 6; i++) {
      assertThat(actual[i]).as("element %d", i).isCloseTo(expected[i], EXACT);
    }
  }

  @Test
  void softmaxGradientHoldsForTargetsThatDoNotSumToOne() {
    Matrix z = matrix(row(0, 0));
    Matrix t = matrix(row(3, 1)); // Σt = 4: s Σt − t = (2 − 3, 2 − 1)
    assertThat(gradient(SOFTMAX_CE, z, t).toArray()).containsExactly(-1, 1);
    assertThat(SOFTMAX_CE.value(z, t)).isCloseTo(4 * LN2, EXACT);
  }

  @Test
  void maeAtItsKinkHasSlopeZeroOnBothZeros() {
    Matrix gradient = gradient(MAE, matrix(row(2, -0.0, 0)), matrix(row(2, 0, -0.0)));
    assertThat(gradient.toArray()).usingComparatorWithPrecision(0.0).containsExactly(0, 0, 0);
  }

  /** The gradient divides by what the loss divides by: with k equal outputs both stay the same. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX_CE")
  void severalOutputsAreAveragedToo(StandardLoss loss) {
    Matrix one = matrix(row(0.75), row(-2));
    Matrix oneTarget = matrix(row(0.25), row(1));
    Matrix four = matrix(row(0.75, 0.75, 0.75, 0.75), row(-2, -2, -2, -2));
    Matrix fourTarget = matrix(row(0.25, 0.25, 0.25, 0.25), row(1, 1, 1, 1));
    assertThat(loss.value(four, fourTarget)).isEqualTo(loss.value(one, oneTarget));
    double[] g1 = gradient(loss, one, oneTarget).toArray();
    double[] g4 = gradient(loss, four, fourTarget).toArray();
    assertThat(g4[0]).isEqualTo(g1[0] / 4);
    assertThat(g4[7]).isEqualTo(g1[1] / 4);
  }

  @Test
  void softmaxDoesNotCareForAShiftOfAllLogits() {
    double[] z = {0.5, -1.25, 2, 0};
    Matrix t = matrix(row(0.25, 0.25, 0.5, 0));
    double plain = SOFTMAX_CE.value(matrix(z), t);
    double[] g = gradient(SOFTMAX_CE, matrix(z), t).toArray();
    for (double shift : new double[] {-1024, -1, 1, 700, 1024}) {
      double[] shifted = {z[0] + shift, z[1] + shift, z[2] + shift, z[3] + shift};
      assertThat(SOFTMAX_CE.value(matrix(shifted), t)).isCloseTo(plain, within(1e-12));
      double[] same = gradient(SOFTMAX_CE, matrix(shifted), t).toArray();
      for (int j = 0; j < 4; j++) {
        assertThat(same[j]).as("shift %s, class %d", shift, j).isCloseTo(g[j], EXACT);
      }
    }
  }

  @Test
  void logitsOfAThousandOverflowNowhere() {
    Matrix z = matrix(row(1e3, -1e3, 1e3, -1e3));
    Matrix t = matrix(row(1, 0, 0, 1));
    assertThat(BCE.value(z, t)).isEqualTo(500); // (0 + 0 + 1000 + 1000) / 4
    double[] g = gradient(BCE, z, t).toArray();
    assertThat(g[0]).isZero();
    assertThat(g[1]).isBetween(0.0, 1e-300);
    assertThat(g[2]).isEqualTo(0.25);
    assertThat(g[3]).isEqualTo(-0.25);

    Matrix classes = matrix(row(1e3, -1e3), row(-1e3, 1e3));
    Matrix first = matrix(row(1, 0), row(1, 0));
    assertThat(SOFTMAX_CE.value(classes, first)).isEqualTo(1000); // (0 + 2000) / 2
    assertThat(gradient(SOFTMAX_CE, classes, first).toArray()).containsExactly(0, 0, -0.5, 0.5);
  }

  @Test
  void smallProbabilitiesAreNotLost() {
    // ln(1 + e⁻⁴⁰) = 4.248354255291589e-18: 1 + e⁻⁴⁰ is 1 in float64
    double tiny = 4.248354255291589e-18;
    assertThat(BCE.value(matrix(row(40)), matrix(row(1))) / tiny).isCloseTo(1, within(1e-14));
    assertThat(BCE.value(matrix(row(-40)), matrix(row(0))) / tiny).isCloseTo(1, within(1e-14));
  }

  @Test
  void aClassThatTheTargetExcludesMayHaveALogitOfMinusInfinity() {
    Matrix z = matrix(row(0, 0, Double.NEGATIVE_INFINITY));
    Matrix t = matrix(row(0.5, 0.5, 0));
    assertThat(SOFTMAX_CE.value(z, t)).isCloseTo(LN2, EXACT);
    assertThat(gradient(SOFTMAX_CE, z, t).toArray()).containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void notANumberIsNotHidden(StandardLoss loss) {
    Matrix p = matrix(row(Double.NaN, 1), row(0, 1));
    Matrix t = matrix(row(1, 0), row(0, 1));
    assertThat(loss.value(p, t)).isNaN();
    assertThat(gradientOf(loss, p, t).get(0, 0)).isNaN();
    assertThat(gradientOf(loss, p, t).get(1, 0)).isFinite();
  }

  private static Matrix gradientOf(Loss loss, Matrix p, Matrix t) {
    Matrix gradient = p.like(p.rows(), p.columns());
    assertThat(loss.evaluate(p, t, gradient)).isNaN();
    return gradient;
  }

  @ParameterizedTest
  @EnumSource
  void float32ComputesInDoubleAndRoundsTheGradientOnce(StandardLoss loss) {
    Compute narrow = Compute.of(Precision.FLOAT32, 1);
    double[][] p = {{0.5, -1.5, 0.25}, {2, 0.125, -3}};
    double[][] t = {{0.25, 0.5, 0.25}, {1, 0, 0}};
    Matrix wide = gradient(loss, matrix(p), matrix(t));
    Matrix rounded = gradient(loss, narrow.matrix(p), narrow.matrix(t));
    assertThat(loss.value(narrow.matrix(p), narrow.matrix(t)))
        .isEqualTo(loss.value(matrix(p), matrix(t)));
    for (int i = 0; i < 6; i++) {
      assertThat(rounded.toArray()[i]).isEqualTo((float) wide.toArray()[i]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void targetsOfAnotherShapeAreRefusedWithBothShapes(StandardLoss loss) {
    Matrix p = matrix(row(1, 2, 3));
    Matrix t = matrix(row(1), row(2), row(3)); // would broadcast elsewhere
    assertThatThrownBy(() -> loss.value(p, t))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("[1 × 3] and [3 × 1]");
    assertThatThrownBy(() -> loss.evaluate(p, t, p.copy())).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> loss.evaluate(p, p, t.copy())).isInstanceOf(ShapeException.class);
  }

  @Test
  void kinksAreWhereSmoothPiecesMeet() {
    Matrix p = matrix(row(1, 5));
    Matrix t = matrix(row(3, -1));
    List<String> kinks = new ArrayList<>();
    for (StandardLoss loss : StandardLoss.values()) {
      double value =
          loss.value(
              p, t, (sample, unit, d) -> kinks.add(loss + " " + sample + " " + unit + " " + d));
      assertThat(value).as("%s", loss).isEqualTo(loss.value(p, t));
    }
    assertThat(kinks)
        .containsExactly(
            "mae 0 0 -2.0",
            "mae 0 1 6.0",
            "huber 0 0 -1.0",
            "huber 0 0 -3.0",
            "huber 0 1 7.0",
            "huber 0 1 5.0",
            "quantile 0 0 -2.0",
            "quantile 0 1 6.0",
            "hinge 0 0 " + (1 - 1.0 / 3),
            "hinge 0 1 6.0");
  }

  @Test
  void huberIsASquareInsideAndALineOutside() {
    Matrix p = matrix(row(0.5, 3, -4, 1));
    Matrix t = matrix(row(0, 0, 0, 0));
    assertThat(HUBER.value(p, t)).isEqualTo((0.125 + 2.5 + 3.5 + 0.5) / 4);
    assertThat(gradient(HUBER, p, t).toArray()).containsExactly(0.125, 0.25, -0.25, 0.25);
    assertThat(new Huber(2).value(3, 0)).isEqualTo(4); // 2 (3 − 1)
    assertThatThrownBy(() -> new Huber(0)).hasMessage("delta 0.0; wants a finite number above 0");
  }

  @Test
  void logCoshByHand() {
    double ln2 = LN2; // cosh ln 2 = (2 + ½)/2 = 5/4, tanh ln 2 = 3/5
    Matrix p = matrix(row(1 + ln2, 0));
    Matrix t = matrix(row(1, 1e3));
    assertThat(LOG_COSH.value(p, t))
        .isCloseTo((StrictMath.log(1.25) + 1e3 - ln2) / 2, within(1e-12));
    assertThat(gradient(LOG_COSH, p, t).toArray()[0]).isCloseTo(0.3, EXACT);
    assertThat(gradient(LOG_COSH, p, t).toArray()[1]).isEqualTo(-0.5);
  }

  @Test
  void quantileIsTheMedianInTheTable() {
    Matrix p = matrix(row(1, -2), row(0, 5));
    Matrix t = matrix(row(3, -3), row(0, 1));
    assertThat(QUANTILE.value(p, t)).isEqualTo(1.75 / 2);
    assertThat(gradient(QUANTILE, p, t).toArray()).containsExactly(-0.125, 0.125, 0, 0.125);
  }

  @Test
  void poissonByHand() {
    Matrix p = matrix(row(LN2, 0)); // rates 2 and 1
    Matrix t = matrix(row(3, 0));
    assertThat(POISSON.value(p, t)).isCloseTo((2 - 3 * LN2 + 1) / 2, EXACT);
    double[] g = gradient(POISSON, p, t).toArray();
    assertThat(g[0]).isCloseTo(-0.5, EXACT);
    assertThat(g[1]).isEqualTo(0.5);
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(POISSON.value(matrix(row(1e308)), matrix(row(20)))).isEqualTo(infinity);
    assertThat(POISSON.value(matrix(row(-1e308)), matrix(row(20)))).isEqualTo(infinity);
    assertThat(POISSON.value(matrix(row(-1e308)), matrix(row(0)))).isZero();
  }

  @Test
  void hingeAsksForAMarginOfOne() {
    Matrix p = matrix(row(0.25, 0.25, 1, -3));
    Matrix t = matrix(row(1, -1, 1, 1));
    assertThat(HINGE.value(p, t)).isEqualTo((0.75 + 1.25 + 0 + 4) / 4);
    assertThat(gradient(HINGE, p, t).toArray())
        .usingComparatorWithPrecision(0.0)
        .containsExactly(-0.25, 0.25, 0, -0.25);
  }

  @Test
  void namesAreThoseOfFilesAndFlags() {
    assertThat(StandardLoss.values())
        .extracting(StandardLoss::toString)
        .contains(
            "mae", "mse", "huber", "log_cosh", "quantile", "poisson", "bce", "softmax_ce", "hinge");
  }
}
