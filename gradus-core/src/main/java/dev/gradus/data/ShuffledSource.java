package dev.gradus.data;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The rows of a data set, each once an epoch. */
final class ShuffledSource implements BatchSource {
  private final Dataset data;
  private final int[] order;
  private int position;
  private int taken; // rows of the last batch, before position

  ShuffledSource(Dataset data) {
    if (data.rows() == 0) {
      throw new IllegalArgumentException("the data set has no rows");
    }
    this.data = data;
    this.order = new int[data.rows()];
    restart();
  }

  /** The rows as they stand, all taken: the first batch draws a new order. */
  @Override
  public void begin() {
    restart();
  }

  private void restart() {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    position = order.length;
  }

  /** How many of this epoch's rows were taken, how many of them last, and their order. */
  @Override
  public int[] position() {
    int[] all = Arrays.copyOf(new int[] {position, taken}, order.length + 2);
    System.arraycopy(order, 0, all, 2, order.length);
    return all;
  }

  @Override
  public void restore(int[] all) {
    requirePlace(all);
    position = all[0];
    taken = all[1];
    System.arraycopy(all, 2, order, 0, order.length);
  }

  private void requirePlace(int[] all) {
    if (all.length != order.length + 2) {
      throw new IllegalArgumentException(
          "a place among " + (all.length - 2) + " rows; the data set has " + order.length);
    }
    boolean[] seen = new boolean[order.length];
    boolean fits = all[1] >= 0 && all[0] >= all[1] && all[0] <= order.length;
    for (int i = 2; fits && i < all.length; i++) {
      fits = all[i] >= 0 && all[i] < order.length && !seen[all[i]];
      if (fits) {
        seen[all[i]] = true;
      }
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "no order of " + order.length + " rows, or no place in it");
    }
  }

  @Override
  public int inputs() {
    return data.x().columns();
  }

  @Override
  public int outputs() {
    return data.target().columns();
  }

  @Override
  public long rows() {
    return data.rows();
  }

  @Override
  public int next(Matrix x, Matrix target, RandomGenerator random) {
    if (position == order.length) {
      shuffle(random);
      position = 0;
    }
    int n = Math.min(x.rows(), order.length - position);
    x.setFirstRows(data.x(), order, position, n);
    target.setFirstRows(data.target(), order, position, n);
    position += n;
    taken = n;
    return n;
  }

  @Override
  public boolean weighted() {
    return data.weights().isPresent();
  }

  @Override
  public void weights(RowWeights into) {
    RowWeights all = data.weights().orElseThrow();
    for (int i = 0; i < taken; i++) {
      into.set(i, all.get(order[position - taken + i]));
    }
  }

  /** Fisher and Yates: each order is equally likely. */
  private void shuffle(RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
