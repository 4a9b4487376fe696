package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSourceTest {
  private final Compute compute = Compute.float64();

  /** Row i is (i, 10 i) with the target 100 i. */
  private Dataset numbered(int rows) {
    Matrix x = compute.matrix(rows, 2);
    Matrix target = compute.matrix(rows, 1);
    for (int i = 0; i < rows; i++) {
      x.setRow(i, new double[] {i, 10 * i});
      target.set(i, 0, 100 * i);
    }
    return new Dataset(x, target);
  }

  /** The rows of one epoch in their order, checking that x and target stay together. */
  private List<Integer> epoch(BatchSource source, int batch, Xoshiro256 random) {
    Matrix x = compute.matrix(batch, 2);
    Matrix target = compute.matrix(batch, 1);
    List<Integer> order = new ArrayList<>();
    while (order.size() < source.rows()) {
      int n = source.next(x, target, random);
      assertThat(n).isEqualTo((int) Math.min(batch, source.rows() - order.size()));
      for (int i = 0; i < n; i++) {
        int row = (int) x.get(i, 0);
        assertThat(x.get(i, 1)).isEqualTo(10.0 * row);
        assertThat(target.get(i, 0)).isEqualTo(100.0 * row);
        order.add(row);
      }
    }
    return order;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 3", "10, 10", "10, 16", "33, 8", "100, 7"})
  void eachRowComesOnceAnEpochAndTheLastBatchIsSmaller(int rows, int batch) {
    BatchSource source = BatchSource.shuffled(numbered(rows));
    Xoshiro256 random = Xoshiro256.seeded(1);
    List<Integer> all = IntStream.range(0, rows).boxed().toList();
    for (int epoch = 0; epoch < 4; epoch++) {
      assertThat(epoch(source, batch, random)).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  @Test
  void orderIsDrawnAnewForEachEpochFromTheGivenChanceAlone() {
    BatchSource source = BatchSource.shuffled(numbered(50));
    Xoshiro256 random = Xoshiro256.seeded(2);
    List<Integer> first = epoch(source, 8, random);
    List<Integer> second = epoch(source, 8, random);
    assertThat(first).isNotEqualTo(second);
    BatchSource again = BatchSource.shuffled(numbered(50));
    Xoshiro256 same = Xoshiro256.seeded(2);
    assertThat(epoch(again, 8, same)).isEqualTo(first);
    assertThat(epoch(again, 5, same)).isEqualTo(second); // whatever the batch
  }

  @Test
  void allOrdersAreEquallyLikely() {
    Xoshiro256 random = Xoshiro256.seeded(3);
    int[] counts = new int[6];
    int n = 12_000;
    for (int i = 0; i < n; i++) {
      List<Integer> order = epoch(BatchSource.shuffled(numbered(3)), 3, random);
      counts[2 * order.get(0) + (order.get(1) > order.get(2) ? 1 : 0)]++;
    }
    for (int count : counts) {
      assertThat((double) count).isBetween(n / 6.0 - 165, n / 6.0 + 165); // 4 standard errors
    }
  }

  @Test
  void aDataSetKnowsItsSizes() {
    BatchSource source = BatchSource.shuffled(numbered(9));
    assertThat(source.inputs()).isEqualTo(2);
    assertThat(source.outputs()).isEqualTo(1);
    assertThat(source.rows()).isEqualTo(9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchSource.shuffled(numbered(0)))
        .withMessage("the data set has no rows");
    assertThatThrownBy(() -> new Dataset(compute.matrix(3, 2), compute.matrix(4, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("x is [3 × 2], the target is [4 × 1]");
  }

  @Test
  void aFunctionDrawsFreshRowsForEver() {
    BatchSource source =
        BatchSource.drawn(
            2,
            1,
            (random, x, y) -> {
              x[0] = random.nextDouble();
              x[1] = -x[0];
              y[0] = 2 * x[0];
            });
    assertThat(source.inputs()).isEqualTo(2);
    assertThat(source.outputs()).isEqualTo(1);
    assertThat(source.rows()).isZero();
    Matrix x = compute.matrix(3, 2);
    Matrix y = compute.matrix(3, 1);
    Xoshiro256 random = Xoshiro256.seeded(5);
    Xoshiro256 same = Xoshiro256.seeded(5);
    for (int batch = 0; batch < 3; batch++) {
      assertThat(source.next(x, y, random)).isEqualTo(3);
      for (int i = 0; i < 3; i++) {
        double drawn = same.nextDouble();
        assertThat(x.get(i, 0)).isEqualTo(drawn);
        assertThat(x.get(i, 1)).isEqualTo(-drawn);
        assertThat(y.get(i, 0)).isEqualTo(2 * drawn);
      }
    }
  }

  @Test
  void batchesOfAnotherWidthAreRefused() {
    BatchSource drawn = BatchSource.drawn(2, 1, (random, x, y) -> {});
    assertThatThrownBy(() -> drawn.next(compute.matrix(3, 4), compute.matrix(3, 1), new Zeros()))
        .isInstanceOf(ShapeException.class)
        .hasMessage("2 values for a row of [3 × 4]");
    BatchSource shuffled = BatchSource.shuffled(numbered(5));
    assertThatThrownBy(() -> shuffled.next(compute.matrix(3, 4), compute.matrix(3, 1), new Zeros()))
        .isInstanceOf(ShapeException.class)
        .hasMessage("gather: 3 rows of [5 × 2] into [3 × 4]");
  }

  /** No chance at all. */
  private static final class Zeros implements java.util.random.RandomGenerator {
    @Override
    public long nextLong() {
      return 0;
    }
  }
}
