package dev.gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final Loop copied = Loop.of(LoopTest::value, LoopTest::derivative);
  private final Loop shared = Loop.shared(LoopTest::value, LoopTest::derivative);

  private static double value(double x) {
    return Math.max(x, 0.3 * x) + 0.1;
  }

  private static double derivative(double x, double y) {
    return x / (1 + y * y);
  }

  private static double[] doubles(int n) {
    double[] values = new Random(n).doubles(n, -2, 2).toArray();
    values[0] = Double.NaN;
    values[n / 2] = -0.0;
    values[n - 1] = Double.NEGATIVE_INFINITY;
    return values;
  }

  private static float[] floats(int n) {
    double[] wide = doubles(n);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) wide[i];
    }
    return values;
  }

  @Test
  void copiedAndSharedFormGiveTheSameBitsInFloat64() {
    for (int n : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 1000}) {
      double[] x = doubles(n);
      double[] y = new double[n];
      double[] other = new double[n];
      copied.map(x, y, 0, n);
      shared.map(x, other, 0, n);
      assertThat(y).isEqualTo(other);
      double[] dy = doubles(n + 1);
      double[] dx = new double[n];
      copied.gradient(x, y, dy, dx, 0, n);
      shared.gradient(x, y, dy, other, 0, n);
      assertThat(dx).isEqualTo(other);
    }
  }

  @Test
  void copiedAndSharedFormGiveTheSameBitsInFloat32() {
    for (int n : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 1000}) {
      float[] x = floats(n);
      float[] y = new float[n];
      float[] other = new float[n];
      copied.map(x, y, 0, n);
      shared.map(x, other, 0, n);
      assertThat(y).isEqualTo(other);
      float[] dy = floats(n + 1);
      float[] dx = new float[n];
      copied.gradient(x, y, dy, dx, 0, n);
      shared.gradient(x, y, dy, other, 0, n);
      assertThat(dx).isEqualTo(other);
    }
  }

  @Test
  void onlyTheGivenRangeIsWritten() {
    for (Loop loop : new Loop[] {copied, shared}) {
      double[] y = new double[5];
      loop.map(new double[] {1, 1, 1, 1, 1}, y, 1, 3);
      assertThat(y).containsExactly(0, 1.1, 1.1, 0, 0);
    }
  }

  @Test
  void eachFunctionHasAClassOfItsOwn() {
    Loop again = Loop.of(LoopTest::value, LoopTest::derivative);
    assertThat(copied.getClass()).isNotSameAs(again.getClass()).matches(Class::isHidden);
    assertThat(again.getClass()).matches(Class::isHidden);
    assertThat(shared.getClass())
        .isSameAs(Loop.shared(LoopTest::value, LoopTest::derivative).getClass());
  }
}
