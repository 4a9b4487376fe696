package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class CompactNumbersTest {
  private static final int MANY = CompactNumbers.LENGTH + 100;

  @Test
  void everyBitComesBack() {
    SplittableRandom random = new SplittableRandom(3);
    List<DoubleSupplier> kinds =
        List.of(
            () -> random.nextInt(-127, 128),
            () -> random.nextInt(-30_000, 30_000) / 100.0,
            () -> random.nextInt(1_000_000_000) / 10_000.0,
            () -> random.nextInt(),
            () -> (float) random.nextDouble(),
            random::nextDouble,
            () -> -0.0,
            () -> Integer.MIN_VALUE,
            () -> Byte.MIN_VALUE,
            () -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
    for (DoubleSupplier kind : kinds) {
      double[] values = new double[MANY];
      for (int i = 0; i < MANY; i++) {
        values[i] = i % 97 == 0 ? Double.NaN : kind.getAsDouble();
      }
      CompactNumbers kept = CompactNumbers.of(values);
      assertThat(kept.size()).isEqualTo(MANY);
      for (int i = 0; i < MANY; i++) {
        if (Double.doubleToLongBits(kept.get(i)) != Double.doubleToLongBits(values[i])) {
          throw new AssertionError(values[i] + " came back as " + kept.get(i));
        }
      }
    }
  }

  @Test
  void fewDecimalsTakeFewBytes() {
    assertThat(Segment.of(new double[] {1, -100, Double.NaN})).isInstanceOf(Segment.Bytes.class);
    assertThat(Segment.of(new double[] {0.23, 320})).isInstanceOf(Segment.Shorts.class);
    assertThat(Segment.of(new double[] {-122.2345})).isInstanceOf(Segment.Ints.class);
    assertThat(Segment.of(new double[] {0.1f})).isInstanceOf(Segment.Floats.class);
    assertThat(Segment.of(new double[] {Math.PI})).isInstanceOf(Segment.Doubles.class);
    assertThat(Segment.of(new double[] {-0.0})).isInstanceOf(Segment.Floats.class);
  }
}
