package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Team;

/**
 * A scalar product as a job for the team: the elements in blocks of a fixed size, whose sums are
 * added in their order by the caller. So the order is that of the indices, whoever computes a
 * block.
 */
final class DotJob implements Team.Job {
  /** Elements of a block: some microseconds. Of more than 2³⁰ elements, blocks are larger. */
  static final int BLOCK = 1 << 14;

  private final Kernels<Object>[] kernels;
  private final Matrix none;
  private Matrix a;
  private Matrix b;
  private int block = BLOCK;
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
    block = block(x.size());
    int blocks = Math.ceilDiv(x.size(), block);
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

  /** A power of two that gives no more parts than a job may have. */
  static int block(int elements) {
    int block = BLOCK;
    while (Math.ceilDiv(elements, block) > Team.MAX_PARTS) {
      block *= 2;
    }
    return block;
  }

  @Override
  public void compute(int part, int worker) {
    int from = part * block;
    int n = Math.min(block, a.size() - from);
    sums[part] = kernels[worker].dot(a.array, a.offset + from, b.array, b.offset + from, n);
  }
}
