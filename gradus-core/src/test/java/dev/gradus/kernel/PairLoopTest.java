package dev.gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairLoopTest {
  private static final int[] SIZES = {1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 1000};

  private final PairLoop copied = PairLoop.of(PairLoopTest::value, PairLoopTest::derivative);
  private final PairLoop shared = PairLoop.shared(PairLoopTest::value, PairLoopTest::derivative);

  private static double value(double p, double t) {
    return Math.abs(p - t) * 0.7;
  }

  private static double derivative(double p, double t) {
    return Math.signum(p - t) * 0.7;
  }

  @Test
  void copiedAndSharedFormGiveTheSameBitsInFloat64() {
    for (int n : SIZES) {
      double[] p = new Random(n).doubles(n, -2, 2).toArray();
      double[] t = new Random(n + 1).doubles(n, -2, 2).toArray();
      double[] one = new double[n];
      double[] other = new double[n];
      copied.combine(p, t, one, 0, n);
      shared.combine(p, t, other, 0, n);
      assertThat(one).isEqualTo(other);
      copied.gradient(p, t, one, 0.1, 0, n);
      shared.gradient(p, t, other, 0.1, 0, n);
      assertThat(one).isEqualTo(other);
      assertThat(copied.sum(p, t, 0, n)).isEqualTo(shared.sum(p, t, 0, n));
    }
  }

  @Test
  void copiedAndSharedFormGiveTheSameBitsInFloat32() {
    for (int n : SIZES) {
      float[] p = floats(n);
      float[] t = floats(n + 1);
      float[] one = new float[n];
      float[] other = new float[n];
      copied.combine(p, t, one, 0, n);
      shared.combine(p, t, other, 0, n);
      assertThat(one).isEqualTo(other);
      copied.gradient(p, t, one, 0.1, 0, n);
      shared.gradient(p, t, other, 0.1, 0, n);
      assertThat(one).isEqualTo(other);
      assertThat(copied.sum(p, t, 0, n)).isEqualTo(shared.sum(p, t, 0, n));
    }
  }

  private static float[] floats(int n) {
    Random random = new Random(n);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }

  @Test
  void sumIsOneChainInIncreasingOrder() {
    PairLoop first = PairLoop.of((p, t) -> p, (p, t) -> 1);
    double[] p = {9, 1e16, 1, -1e16, 9};
    assertThat(first.sum(p, p, 1, 4)).isEqualTo((1e16 + 1) - 1e16);
  }

  @Test
  void eachFunctionHasAClassOfItsOwn() {
    PairLoop again = PairLoop.of(PairLoopTest::value, PairLoopTest::derivative);
    assertThat(copied.getClass()).isNotSameAs(again.getClass()).matches(Class::isHidden);
    assertThat(shared.getClass())
        .isSameAs(PairLoop.shared(PairLoopTest::value, PairLoopTest::derivative).getClass());
  }
}
