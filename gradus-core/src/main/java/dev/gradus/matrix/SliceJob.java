package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Team;

/**
 * A pass over elements as a job for the team: each part is a slice of the elements. One reusable
 * object for each kind of pass, so that a step allocates nothing.
 */
abstract class SliceJob implements Team.Job {
  /** Slices are multiples of a cache line. */
  private static final int GRAIN = 1 << 6;

  private final Kernels<Object>[] kernels;
  private int size;
  private int slice;

  SliceJob(Kernels<Object>[] kernels) {
    this.kernels = kernels;
  }

  final void run(Team team, int elements) {
    size = elements;
    slice = Share.of(elements, GRAIN, elements, team.threads());
    team.run(Math.ceilDiv(elements, slice), this);
  }

  @Override
  public final void compute(int part, int worker) {
    int from = part * slice;
    slice(kernels[worker], from, Math.min(size, from + slice));
  }

  /** The elements {@code [from, to)}. */
  abstract void slice(Kernels<Object> with, int from, int to);
}
