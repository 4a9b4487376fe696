package dev.gradus.data;

import dev.gradus.matrix.Matrix;
import java.util.random.RandomGenerator;

/** Rows from a function. */
final class DrawnSource implements BatchSource {
  private final Sampler sampler;
  private final double[] x;
  private final double[] y;

  DrawnSource(int inputs, int outputs, Sampler sampler) {
    this.sampler = sampler;
    this.x = new double[inputs];
    this.y = new double[outputs];
  }

  @Override
  public int inputs() {
    return x.length;
  }

  @Override
  public int outputs() {
    return y.length;
  }

  @Override
  public long rows() {
    return 0;
  }

  /** Nowhere: each row is a fresh one. */
  @Override
  public int[] position() {
    return new int[0];
  }

  @Override
  public void restore(int[] position) {
    if (position.length > 0) {
      throw new IllegalArgumentException("a place among rows; these are drawn afresh");
    }
  }

  @Override
  public int next(Matrix xs, Matrix targets, RandomGenerator random) {
    for (int i = 0; i < xs.rows(); i++) {
      sampler.draw(random, x, y);
      xs.setRow(i, x);
      targets.setRow(i, y);
    }
    return xs.rows();
  }
}
