package dev.gradus.layer;

import static dev.gradus.layer.Activation.GELU;
import static dev.gradus.layer.Activation.HARD_TANH;
import static dev.gradus.layer.Activation.IDENTITY;
import static dev.gradus.layer.Activation.LEAKY_RELU;
import static dev.gradus.layer.Activation.MISH;
import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Activation.SELU;
import static dev.gradus.layer.Activation.SILU;
import static dev.gradus.layer.Activation.SOFTPLUS;
import static dev.gradus.layer.Activation.SOFTSIGN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.FunctionTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every activation and its derivative at 10,000 points, up to ±1e308, subnormal, and next to zeros
 * and kinks, against values of high precision.
 *
 * <p>The table has the nearest doubles, which are off by half a unit in the last place; a result
 * that is n doubles away is therefore less than n + 1 ulp off.
 */
class ActivationFarOutTest {
  private static final double[] X = FunctionTable.column("x");
  private static final Set<Activation> EXACT =
      EnumSet.of(IDENTITY, RELU, LEAKY_RELU, SELU, SOFTSIGN, HARD_TANH);
  private static final double[] EXTREMES = {
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    0.0,
    -0.0
  };

  /** Those whose values are known here: worked exactly, or in the table. */
  static Stream<Activation> known() {
    return Stream.of(Activation.values())
        .filter(f -> EXACT.contains(f) || FunctionTable.has(f.kind()));
  }

  @Test
  void theTableKnowsThirteen() {
    assertThat(known()).hasSizeGreaterThanOrEqualTo(13);
  }

  @ParameterizedTest
  @MethodSource("known")
  void valueAndDerivativeAreWithinAFewUnitsInTheLastPlace(Activation f) {
    double[] values = values(f);
    double[] slopes = slopes(f);
    StringBuilder bad = new StringBuilder();
    for (int i = 0; i < X.length; i++) {
      double y = f.value(X[i]);
      long value = FunctionTable.apart(y, values[i]);
      long slope = FunctionTable.apart(f.derivative(X[i], y), slopes[i]);
      if (value + 1 > allowed(f, X[i])) {
        bad.append(message(f + "(", X[i], y, values[i], value));
      }
      if (slope + 1 > allowed(f, X[i])) {
        bad.append(message(f + "'(", X[i], f.derivative(X[i], y), slopes[i], slope));
      }
    }
    assertThat(bad.toString().lines().limit(10)).isEmpty();
  }

  /** In units of the last place. */
  private static double allowed(Activation f, double x) {
    if (f == GELU && x < -2) {
      return x * x * 0x1p-51 / 0x1p-52; // a relative error, in the largest ulp relative to a number
    }
    return f == SOFTPLUS || f == MISH || f == GELU ? 8 : 4;
  }

  private static String message(String what, double x, double y, double expected, long apart) {
    return what + x + ") is " + y + ", expected " + expected + ": " + apart + " doubles apart\n";
  }

  private static double[] values(Activation f) {
    double[] values = new double[X.length];
    for (int i = 0; i < X.length; i++) {
      double x = X[i];
      values[i] =
          switch (f) {
            case IDENTITY -> x;
            case RELU -> x > 0 ? x : 0;
            case LEAKY_RELU -> x > 0 ? x : exact(x).multiply(exact(0.01)).doubleValue();
            case SELU -> exact(FunctionTable.column("elu")[i]).multiply(selu(x)).doubleValue();
            case SOFTSIGN -> softsign(x);
            case HARD_TANH -> x > 1 ? 1 : x < -1 ? -1 : x;
            default -> FunctionTable.column(f.kind())[i];
          };
    }
    return values;
  }

  private static double[] slopes(Activation f) {
    double[] slopes = new double[X.length];
    for (int i = 0; i < X.length; i++) {
      double x = X[i];
      slopes[i] =
          switch (f) {
            case IDENTITY -> 1;
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x > 0 ? 1 : 0.01;
            case SELU -> exact(FunctionTable.column("elu'")[i]).multiply(selu(x)).doubleValue();
            case SOFTSIGN -> softsignSlope(x);
            case HARD_TANH -> x > -1 && x < 1 ? 1 : 0;
            case SOFTPLUS -> FunctionTable.column("sigmoid")[i];
            default -> FunctionTable.column(f.kind() + "'")[i];
          };
    }
    return slopes;
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }

  /** What elu is multiplied by. */
  private static BigDecimal selu(double x) {
    BigDecimal lambda = exact(1.0507009873554805);
    return x > 0 ? lambda : lambda.multiply(exact(1.6732632423543772));
  }

  private static double softsign(double x) {
    BigDecimal bottom = exact(x).abs().add(BigDecimal.ONE);
    return exact(x).divide(bottom, new MathContext(40)).doubleValue();
  }

  private static double softsignSlope(double x) {
    BigDecimal bottom = exact(x).abs().add(BigDecimal.ONE).round(new MathContext(60));
    return BigDecimal.ONE.divide(bottom.multiply(bottom), new MathContext(40)).doubleValue();
  }

  @ParameterizedTest
  @EnumSource
  void nothingButNaNGivesNaN(Activation f) {
    for (double x : EXTREMES) {
      assertThat(f.value(x)).as("%s(%s)", f, x).isNotNaN();
      assertThat(f.derivative(x, f.value(x))).as("%s'(%s)", f, x).isFinite();
    }
    assertThat(f.value(Double.NaN)).isNaN();
    if (f != Activation.IDENTITY) {
      assertThat(f.derivative(Double.NaN, Double.NaN)).isNaN();
    }
  }

  /**
   * Between the points of the table, and from each double to the next; where f rises by less than
   * it is rounded by, as above a minimum, by 64 units in the last place.
   */
  @ParameterizedTest
  @MethodSource("known")
  void neverFallsWhereTheFunctionRises(Activation f) {
    boolean minimum = f == GELU || f == SILU || f == MISH;
    double from = minimum ? -0.7 : Double.NEGATIVE_INFINITY;
    double before = Double.NEGATIVE_INFINITY;
    for (double x : X) {
      if (x >= from) {
        assertThat(f.value(x)).as("%s(%s)", f, x).isGreaterThanOrEqualTo(before);
        before = f.value(x);
      }
    }
    boolean coarse = minimum || f == SOFTPLUS || f == SOFTSIGN;
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100_000; i++) {
      double x = random.nextDouble(Math.max(from, -50), 50);
      double next = coarse ? x + 64 * Math.max(Math.ulp(x), Math.ulp(f.value(x))) : Math.nextUp(x);
      if (f.value(next) < f.value(x)) {
        throw new AssertionError("%s(%s) = %s, but then it falls".formatted(f, x, f.value(x)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GELU", "SILU", "MISH"})
  void fallsOnTheOtherSideOfItsMinimum(Activation f) {
    double before = 0;
    for (double x : X) {
      if (x < -1.3) {
        assertThat(f.value(x)).as("%s(%s)", f, x).isLessThanOrEqualTo(before);
        before = f.value(x);
      }
    }
  }
}
