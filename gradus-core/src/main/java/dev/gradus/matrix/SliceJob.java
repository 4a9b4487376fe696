package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Team;

/**
 * A pass over elements as a job for the team: each part is a slice of the elements. One reusable
 * object for each kind of pass, so that a step allocates nothing.
 */
abstract class SliceJob implements Team.Job {
  /** Below this many elements a pass is not worth sharing: some ten microseconds. */
  private static final int WORTH_SHARING = 1 << 14;

  /** Slices are multiples of a cache line. */
  private static final int GRAIN = 1 << 6;

  private static final int SLICES_PER_THREAD = 2;

  private final Kernels<Object>[] kernels;
  private int size;
  private int slice;

  SliceJob(Kernels<Object>[] kernels) {
    this.kernels = kernels;
  }

  final void run(Team team, int elements) {
    size = elements;
    slice = elements;
    if (team.threads() > 1 && elements >= WORTH_SHARING) {
      int slices = team.threads() * SLICES_PER_THREAD;
      slice = (elements / slices / GRAIN + 1) * GRAIN;
    }
    team.run(elements == 0 ? 0 : (elements + slice - 1) / slice, this);
  }

  @Override
  public final void compute(int part, int worker) {
    int from = part * slice;
    slice(kernels[worker], from, Math.min(size, from + slice));
  }

  /** The elements {@code [from, to)}. */
  abstract void slice(Kernels<Object> with, int from, int to);
}
