package dev.gradus.kernel;

import static dev.gradus.kernel.Coefficients.GELU_ZERO_HIGH;
import static dev.gradus.kernel.Coefficients.SILU_ZERO_HIGH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.FunctionTable;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorElementaryTest {
  private static final int MILLION = 1_000_000;

  private final VectorElementary vectors = new VectorElementary();

  @ParameterizedTest
  @EnumSource
  void equalsTheScalarFormBitForBitOnAMillionBitPatterns(ElementaryFunction function) {
    SplittableRandom random = new SplittableRandom(11);
    double[] x = new double[MILLION];
    for (int i = 0; i < x.length; i++) {
      x[i] =
          i % 2 == 0
              ? Double.longBitsToDouble(random.nextLong())
              : random.nextDouble(-1, 1) * around(random);
    }
    assertSame(function, x);
  }

  @ParameterizedTest
  @EnumSource
  void equalsTheScalarFormBitForBitOnTheTable(ElementaryFunction function) {
    if (ElementaryTable.POINTS.containsKey(function.name().toLowerCase(Locale.ROOT))) {
      assertSame(function, ElementaryTable.arguments(function.name().toLowerCase(Locale.ROOT)));
    }
    assertSame(function, FunctionTable.column("x"));
  }

  @ParameterizedTest
  @EnumSource
  void equalsTheScalarFormBitForBitAtTheEnds(ElementaryFunction function) {
    double[] ends = {
      0.0,
      -0.0,
      1,
      -1,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MIN_NORMAL,
      -Double.MIN_NORMAL,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN,
      710,
      -746,
      -40,
      22,
      -22,
      6,
      -6,
      0.5,
      -0.5,
      -750,
      -760,
      375,
      -375,
      40,
      -SILU_ZERO_HIGH,
      -SILU_ZERO_HIGH - Gated.NEAR_ZERO,
      -SILU_ZERO_HIGH + Gated.NEAR_ZERO,
      -GELU_ZERO_HIGH
    };
    double[] x = new double[3 * ends.length];
    for (int i = 0; i < ends.length; i++) {
      x[3 * i] = Math.nextDown(ends[i]);
      x[3 * i + 1] = ends[i];
      x[3 * i + 2] = Math.nextUp(ends[i]);
    }
    assertSame(function, x);
  }

  @ParameterizedTest
  @EnumSource
  void equalsTheWidenedScalarFormForFloats(ElementaryFunction function) {
    SplittableRandom random = new SplittableRandom(12);
    float[] x = new float[MILLION];
    for (int i = 0; i < x.length; i++) {
      x[i] =
          i % 2 == 0
              ? Float.intBitsToFloat(random.nextInt())
              : (float) (random.nextDouble(-1, 1) * around(random));
    }
    float[] y = new float[x.length];
    vectors.map(function, x, y, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      float expected = (float) function.at(x[i]);
      if (Float.floatToIntBits(y[i]) != Float.floatToIntBits(expected)) {
        throw new AssertionError(
            "%s(%s) is %s in floats, %s widened".formatted(function, x[i], y[i], expected));
      }
    }
  }

  /** All lengths around the lanes, at every offset, and around a block: nothing else is written. */
  @ParameterizedTest
  @EnumSource
  void writesItsSliceAndNothingElse(ElementaryFunction function) {
    for (int length = 0; length <= 33; length++) {
      for (int from = 0; from <= 17; from++) {
        assertSlice(function, from, from + length, from + length + 3);
      }
    }
    for (int length : new int[] {255, 256, 257, 263, 264, 511, 512, 513, 700}) {
      assertSlice(function, 5, 5 + length, 5 + length + 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mayWriteOverItsArgument(ElementaryFunction function) {
    double[] x = new SplittableRandom(3).doubles(700, -2, 40).toArray();
    double[] y = new double[x.length];
    vectors.map(function, x, y, 0, x.length);
    vectors.map(function, x, x, 0, x.length);
    assertThat(x).isEqualTo(y);
  }

  /** dx = dy f(x), in both precisions, also where dy is dx; nothing else is written. */
  @ParameterizedTest
  @EnumSource
  void timesWhatComesFromAboveIsRoundedOnce(ElementaryFunction function) {
    SplittableRandom random = new SplittableRandom(4);
    for (int size : new int[] {0, 1, 7, 8, 9, 15, 16, 17, 33, 255, 256, 257, 700}) {
      double[] x = random.doubles(size + 5, -3, 40).toArray();
      double[] dx = random.doubles(size + 5, -9, 9).toArray();
      float[] narrow = new float[size + 5];
      float[] dxNarrow = new float[size + 5];
      for (int i = 0; i < x.length; i++) {
        narrow[i] = (float) x[i];
        dxNarrow[i] = (float) dx[i];
      }
      double[] expected = dx.clone();
      float[] expectedNarrow = dxNarrow.clone();
      for (int i = 3; i < size + 3; i++) {
        expected[i] = dx[i] * function.at(x[i]);
        expectedNarrow[i] = (float) (dxNarrow[i] * function.at(narrow[i]));
      }
      vectors.mapGradient(function, x, dx, dx, 3, size + 3);
      vectors.mapGradient(function, narrow, dxNarrow, dxNarrow, 3, size + 3);
      assertThat(dx).isEqualTo(expected);
      assertThat(dxNarrow).isEqualTo(expectedNarrow);
    }
  }

  private void assertSlice(ElementaryFunction function, int from, int to, int size) {
    double[] x = new SplittableRandom(to).doubles(size, -1, 30).toArray();
    double[] y = new double[size];
    float[] narrow = new float[size];
    float[] yNarrow = new float[size];
    for (int i = 0; i < size; i++) {
      narrow[i] = (float) x[i];
    }
    Arrays.fill(y, 77);
    Arrays.fill(yNarrow, 77);
    vectors.map(function, x, y, from, to);
    vectors.map(function, narrow, yNarrow, from, to);
    for (int i = 0; i < size; i++) {
      boolean inside = from <= i && i < to;
      double expected = inside ? function.at(x[i]) : 77;
      float expectedNarrow = inside ? (float) function.at(narrow[i]) : 77;
      if (Double.doubleToLongBits(y[i]) != Double.doubleToLongBits(expected)
          || Float.floatToIntBits(yNarrow[i]) != Float.floatToIntBits(expectedNarrow)) {
        throw new AssertionError(
            "%s over [%d, %d): element %d is %s and %s, expected %s and %s"
                .formatted(function, from, to, i, y[i], yNarrow[i], expected, expectedNarrow));
      }
    }
  }

  private void assertSame(ElementaryFunction function, double[] x) {
    double[] y = new double[x.length];
    vectors.map(function, x, y, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      double expected = function.at(x[i]);
      if (Double.doubleToLongBits(y[i]) != Double.doubleToLongBits(expected)) {
        throw new AssertionError(
            "%s(%s = %s) is %s in a vector, %s alone"
                .formatted(
                    function,
                    x[i],
                    Double.toHexString(x[i]),
                    Double.toHexString(y[i]),
                    Double.toHexString(expected)));
      }
    }
  }

  /** 2⁻³⁰ to 2¹¹, where the functions are neither trivial nor at their ends. */
  private static double around(SplittableRandom random) {
    return Math.scalb(1.0, random.nextInt(-30, 12));
  }
}
