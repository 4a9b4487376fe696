package dev.gradus.kernel;

import static java.lang.Double.MAX_VALUE;
import static java.lang.Double.MIN_NORMAL;
import static java.lang.Double.MIN_VALUE;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.kernel.ElementaryTable.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementaryTest {
  /**
   * The functions, with a bound above the error in their Javadoc, and one on the share not rounded
   * correctly.
   */
  enum Function {
    exp(0.8, 0.0225),
    expm1(1.1, 0.025),
    log(0.6, 0.0045),
    log1p(0.6, 0.0045),
    tanh(1.0, 0.009),
    sigmoid(0.8, 0.014),
    erf(1.0, 0.032),
    erfc(3.7, 0.25);

    final double bound;
    final double share;

    Function(double bound, double share) {
      this.bound = bound;
      this.share = share;
    }

    double at(double x) {
      return switch (this) {
        case exp -> Elementary.exp(x);
        case expm1 -> Elementary.expm1(x);
        case log -> Elementary.log(x);
        case log1p -> Elementary.log1p(x);
        case tanh -> Elementary.tanh(x);
        case sigmoid -> Elementary.sigmoid(x);
        case erf -> Elementary.erf(x);
        case erfc -> Elementary.erfc(x);
      };
    }

    boolean odd() {
      return this == tanh || this == erf;
    }

    /** +1 for increasing, −1 for decreasing. */
    int direction() {
      return this == erfc ? -1 : 1;
    }
  }

  @ParameterizedTest
  @EnumSource
  void staysWithinItsBoundOnTheTable(Function function) {
    List<Point> points = Objects.requireNonNull(ElementaryTable.POINTS.get(function.name()));
    assertThat(points).hasSizeGreaterThanOrEqualTo(1600);
    double worst = -1;
    Point at = points.getFirst();
    for (Point point : points) {
      double error = point.error(function.at(point.x()));
      if (error > worst) {
        worst = error;
        at = point;
      }
    }
    assertThat(worst)
        .as(
            "%s(%s = %s) gives %s, nearest is %s and %d/100 ulp: off by %s ulp",
            function,
            at.x(),
            Double.toHexString(at.x()),
            Double.toHexString(function.at(at.x())),
            Double.toHexString(at.y()),
            at.rest(),
            worst)
        .isLessThanOrEqualTo(function.bound);
  }

  /**
   * The errors of the last sum alone: a coefficient that is off by a few units shows here first.
   */
  @ParameterizedTest
  @EnumSource
  void roundsAlmostAllOfTheTableCorrectly(Function function) {
    List<Point> points = Objects.requireNonNull(ElementaryTable.POINTS.get(function.name()));
    long wrong = points.stream().filter(p -> function.at(p.x()) != p.y()).count();
    assertThat((double) wrong / points.size())
        .as("share of the table on which %s is not the nearest double", function)
        .isLessThanOrEqualTo(function.share);
  }

  @Test
  void theTableHoldsEachFunctionOverItsWholeRange() {
    assertThat(ElementaryTable.POINTS.keySet())
        .containsExactly(Arrays.stream(Function.values()).map(Enum::name).toArray(String[]::new));
    for (Map.Entry<String, List<Point>> entry : ElementaryTable.POINTS.entrySet()) {
      List<Point> points = entry.getValue();
      assertThat(points).as(entry.getKey()).anyMatch(p -> p.x() == MIN_VALUE);
      assertThat(points).as(entry.getKey()).anyMatch(p -> p.x() == MIN_NORMAL);
      assertThat(points).as(entry.getKey()).anyMatch(p -> p.x() == MAX_VALUE);
    }
  }

  @Test
  void valuesAtZeroAreExactWithTheirSigns() {
    same(Function.exp, 0, 1);
    same(Function.exp, -0.0, 1);
    same(Function.log, 0, NEGATIVE_INFINITY);
    same(Function.log, -0.0, NEGATIVE_INFINITY);
    same(Function.sigmoid, 0, 0.5);
    same(Function.sigmoid, -0.0, 0.5);
    same(Function.erfc, 0, 1);
    same(Function.erfc, -0.0, 1);
    for (Function odd : List.of(Function.expm1, Function.log1p, Function.tanh, Function.erf)) {
      same(odd, 0, 0);
      same(odd, -0.0, -0.0);
    }
  }

  @Test
  void valuesAtInfinityAreTheLimits() {
    same(Function.exp, POSITIVE_INFINITY, POSITIVE_INFINITY);
    same(Function.exp, NEGATIVE_INFINITY, 0);
    same(Function.expm1, POSITIVE_INFINITY, POSITIVE_INFINITY);
    same(Function.expm1, NEGATIVE_INFINITY, -1);
    same(Function.log, POSITIVE_INFINITY, POSITIVE_INFINITY);
    same(Function.log1p, POSITIVE_INFINITY, POSITIVE_INFINITY);
    same(Function.tanh, POSITIVE_INFINITY, 1);
    same(Function.tanh, NEGATIVE_INFINITY, -1);
    same(Function.sigmoid, POSITIVE_INFINITY, 1);
    same(Function.sigmoid, NEGATIVE_INFINITY, 0);
    same(Function.erf, POSITIVE_INFINITY, 1);
    same(Function.erf, NEGATIVE_INFINITY, -1);
    same(Function.erfc, POSITIVE_INFINITY, 0);
    same(Function.erfc, NEGATIVE_INFINITY, 2);
  }

  @Test
  void exactValuesAreExact() {
    same(Function.log, 1, 0);
    same(Function.log1p, -1, NEGATIVE_INFINITY);
    same(Function.exp, 1, Math.E);
    same(Function.log, MIN_VALUE, -0x1.74385446d71c3p9);
    for (double far : new double[] {22, 40, 710, 1e10, 1e300, MAX_VALUE}) {
      same(Function.tanh, far, 1);
      same(Function.erf, far, 1);
      same(Function.erfc, -far, 2);
    }
    for (double tiny : new double[] {MIN_VALUE, 3 * MIN_VALUE, MIN_NORMAL, 1e-300}) {
      same(Function.tanh, tiny, tiny);
      same(Function.expm1, tiny, tiny);
      same(Function.log1p, tiny, tiny);
      same(Function.expm1, -tiny, -tiny);
      same(Function.log1p, -tiny, -tiny);
      same(Function.exp, tiny, 1);
      same(Function.erfc, tiny, 1);
    }
  }

  @Test
  void thresholdsOfOverflowAndUnderflowAreExact() {
    double last = 0x1.62e42fefa39efp9; // the largest double below 1024 ln 2
    assertThat(Elementary.exp(last)).isFinite().isGreaterThan(1.79e308);
    same(Function.exp, Math.nextUp(last), POSITIVE_INFINITY);
    same(Function.expm1, Math.nextUp(last), POSITIVE_INFINITY);
    double first =
        -0x1.74910d52d3051p9; // e^x rounds to the smallest double, and to 0 one step below
    same(Function.exp, first, MIN_VALUE);
    same(Function.exp, Math.nextDown(first), 0);
    same(Function.sigmoid, first, MIN_VALUE);
    same(Function.sigmoid, -745, MIN_VALUE);
    same(Function.sigmoid, -746, 0);
    same(Function.exp, MAX_VALUE, POSITIVE_INFINITY);
    same(Function.exp, -MAX_VALUE, 0);
    assertThat(Elementary.erfc(27.2)).isPositive().isLessThan(100 * MIN_VALUE);
    same(Function.erfc, 27.3, 0);
  }

  @ParameterizedTest
  @EnumSource
  void nanComesFromNanOnlyOrFromOutsideTheDomain(Function function) {
    assertThat(function.at(NaN)).isNaN();
    assertThat(function.at(Double.longBitsToDouble(0xfff8000000000123L))).isNaN();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300_000; i++) {
      double x = Double.longBitsToDouble(random.nextLong());
      boolean outside =
          (function == Function.log && x < 0) || (function == Function.log1p && x < -1);
      if (Double.isNaN(function.at(x)) != (Double.isNaN(x) || outside)) {
        throw new AssertionError(function + "(" + x + ") = " + function.at(x));
      }
    }
    for (double x : new double[] {-MIN_VALUE, -1e308, NEGATIVE_INFINITY}) {
      assertThat(Elementary.log(x)).isNaN();
    }
    assertThat(Elementary.log1p(Math.nextDown(-1.0))).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void oddFunctionsAreExactlyOdd(Function function) {
    if (!function.odd()) {
      return;
    }
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300_000; i++) {
      double x =
          i % 2 == 0 ? random.nextDouble(25) : Double.longBitsToDouble(random.nextLong() >>> 1);
      if (!Double.isNaN(x)) {
        same(function, -x, -function.at(x));
      }
    }
  }

  /**
   * Where a reduction, a selection or a polynomial changes, 3,000 neighbouring doubles on each
   * side.
   */
  @ParameterizedTest
  @EnumSource
  void neighboursNeverGoTheWrongWayAtBreakpoints(Function function) {
    double[] points = new double[400];
    int n = 0;
    for (int k = 0; k < 60; k++) {
      double step = (k + 0.5) * 0.6931471805599453;
      points[n++] = step;
      points[n++] = step / 2;
      points[n++] = Math.scalb(Math.sqrt(0.5), k - 30);
    }
    for (double x :
        new double[] {
          0.875,
          1,
          2,
          6,
          8,
          22,
          28,
          36.7,
          40,
          708.4,
          709.78,
          710,
          744.4,
          745.1,
          746,
          1e-3,
          1e-8,
          1e-16,
          3e-16,
          0x1p52,
          0x1p53,
          0x1p54,
          MIN_NORMAL,
          1e300
        }) {
      points[n++] = x;
    }
    for (int i = 0; i < n; i++) {
      for (int side = -1; side <= 1; side += 2) {
        if (side * points[i] > 0
            || (function != Function.log && (points[i] < 0.99 || function != Function.log1p))) {
          climb(function, side * points[i], 3_000);
        }
      }
    }
    climb(function, function == Function.log ? MIN_VALUE * 5_000 : 0, 3_000);
  }

  @ParameterizedTest
  @EnumSource
  void valuesNeverGoTheWrongWayOverTheRange(Function function) {
    double low = function == Function.log ? 1e-9 : function == Function.log1p ? -0.999 : -30;
    double previous = function.direction() * function.at(low);
    double step = 0x1p-15;
    for (double x = low; x < 30; x += step) {
      double y = function.direction() * function.at(x);
      if (!(y >= previous)) {
        throw new AssertionError(function + " falls before " + x + ": " + previous + ", " + y);
      }
      previous = y;
    }
  }

  /** Values from `steps` doubles below x to as many above. */
  private static void climb(Function function, double x, int steps) {
    double at = x;
    for (int i = 0; i < steps; i++) {
      at = Math.nextDown(at);
    }
    double previous = function.direction() * function.at(at);
    for (int i = 0; i < 2 * steps; i++) {
      at = Math.nextUp(at);
      double y = function.direction() * function.at(at);
      if (!(y >= previous)) {
        throw new AssertionError(
            "%s goes the wrong way before %s: %s, then %s"
                .formatted(
                    function,
                    Double.toHexString(at),
                    Double.toHexString(previous),
                    Double.toHexString(y)));
      }
      previous = y;
    }
  }

  private static void same(Function function, double x, double y) {
    if (Double.doubleToLongBits(function.at(x)) != Double.doubleToLongBits(y)) {
      throw new AssertionError(
          "%s(%s) is %s, expected %s".formatted(function, x, function.at(x), y));
    }
  }
}
