package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Team;

/**
 * A scalar product as a job for the team: the elements in blocks of a fixed size, whose sums are
 * added in their order by the caller. So the order is that of the indices, whoever computes a
 * block.
 */
final class DotJob implements Team.Job {
  /** Elements of a block: some microseconds. */
  static final int BLOCK = 1 << 14;

  private final Kernels<Object>[] kernels;
  private final Matrix none;
  private Matrix a;
  private Matrix b;
  private double[] sums = new double[1];

  /**
   * Holds no operands yet.
   *
   * @param none stands for them
   */
  DotJob(Kernels<Object>[] kernels, Matrix none) {
    this.kernels = kernels;
    this.none = none;
    this.a = none;
    this.b = none;
  }

  /** Σᵢ aᵢ bᵢ of two matrices of one shape. */
  double run(Team team, Matrix x, Matrix y) {
    int blocks = (x.size() + BLOCK - 1) / BLOCK;
    if (blocks <= 1) {
      return kernels[0].dot(x.array, x.offset, y.array, y.offset, x.size());
    }
    if (sums.length < blocks) {
      sums = new double[blocks];
    }
    a = x;
    b = y;
    team.run(blocks, this);
    a = none;
    b = none;
    double sum = 0;
    for (int k = 0; k < blocks; k++) {
      sum += sums[k];
    }
    return sum;
  }

  @Override
  public void compute(int part, int worker) {
    int from = part * BLOCK;
    int n = Math.min(BLOCK, a.size() - from);
    sums[part] = kernels[worker].dot(a.array, a.offset + from, b.array, b.offset + from, n);
  }
}
