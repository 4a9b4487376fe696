package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Loop;
import dev.gradus.kernel.Team;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongBinaryOperator;

/** The passes of layers and of penalties over large matrices, shared out to the team. */
final class Passes {
  private final Team team;
  private final Map map;
  private final MapGradient mapGradient;
  private final AddScaled addScaled;
  private final AddScaledSigns addScaledSigns;
  private final Magnitude magnitude;
  private final Gather gather;

  /**
   * Holds no operands yet.
   *
   * @param none stands for them
   */
  Passes(Kernels<Object>[] kernels, Team team, Matrix none) {
    this.team = team;
    this.map = new Map(kernels, none);
    this.mapGradient = new MapGradient(kernels, none);
    this.addScaled = new AddScaled(kernels, none);
    this.addScaledSigns = new AddScaledSigns(kernels, none);
    this.magnitude = new Magnitude(kernels, none);
    this.gather = new Gather(kernels, none);
  }

  void map(Loop f, Matrix x, Matrix y) {
    map.f = f;
    map.x = x;
    map.y = y;
    map.run(team, y.size());
  }

  void mapGradient(Loop f, Matrix x, Matrix y, Matrix dy, Matrix dx) {
    mapGradient.f = f;
    mapGradient.x = x;
    mapGradient.y = y;
    mapGradient.dy = dy;
    mapGradient.dx = dx;
    mapGradient.run(team, dx.size());
  }

  void addScaled(double s, Matrix u, Matrix y) {
    addScaled.s = s;
    addScaled.u = u;
    addScaled.y = y;
    addScaled.run(team, y.size());
  }

  void addScaledSigns(double s, Matrix u, Matrix y) {
    addScaledSigns.s = s;
    addScaledSigns.u = u;
    addScaledSigns.y = y;
    addScaledSigns.run(team, y.size());
  }

  double magnitude(Matrix x) {
    magnitude.x = x;
    magnitude.greatest.setPlain(0);
    magnitude.run(team, x.size());
    return Double.longBitsToDouble(magnitude.greatest.get());
  }

  void gather(Matrix source, int[] order, int from, int n, Matrix rows) {
    gather.source = source;
    gather.order = order;
    gather.from = from;
    gather.rows = rows;
    gather.run(team, n * rows.columns());
  }

  private static final class Map extends SliceJob {
    private Loop f = Loop.none();
    private Matrix x;
    private Matrix y;

    Map(Kernels<Object>[] kernels, Matrix none) {
      super(kernels);
      x = none;
      y = none;
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.map(f, x.array, y.array, from, to);
    }
  }

  private static final class MapGradient extends SliceJob {
    private Loop f = Loop.none();
    private Matrix x;
    private Matrix y;
    private Matrix dy;
    private Matrix dx;

    MapGradient(Kernels<Object>[] kernels, Matrix none) {
      super(kernels);
      x = none;
      y = none;
      dy = none;
      dx = none;
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.mapGradient(f, x.array, y.array, dy.array, dx.array, from, to);
    }
  }

  private static final class AddScaled extends SliceJob {
    private double s;
    private Matrix u;
    private Matrix y;

    AddScaled(Kernels<Object>[] kernels, Matrix none) {
      super(kernels);
      u = none;
      y = none;
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.addScaled(s, u.array, u.offset, y.array, y.offset, from, to);
    }
  }

  private static final class AddScaledSigns extends SliceJob {
    private double s;
    private Matrix u;
    private Matrix y;

    AddScaledSigns(Kernels<Object>[] kernels, Matrix none) {
      super(kernels);
      u = none;
      y = none;
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.addScaledSigns(s, u.array, u.offset, y.array, y.offset, from, to);
    }
  }

  /** A maximum has no order: any slices, in any order, give the same. */
  private static final class Magnitude extends SliceJob {
    private static final LongBinaryOperator MAX = Math::max;

    /** As bits, which are in the order of numbers from 0 on, with NaN above all. */
    private final AtomicLong greatest = new AtomicLong();

    private Matrix x;

    Magnitude(Kernels<Object>[] kernels, Matrix none) {
      super(kernels);
      x = none;
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      double part = with.magnitude(x.array, x.offset + from, to - from);
      greatest.accumulateAndGet(Double.doubleToLongBits(part), MAX);
    }
  }

  private static final class Gather extends SliceJob {
    private Matrix source;
    private int[] order = {};
    private int from;
    private Matrix rows;

    Gather(Kernels<Object>[] kernels, Matrix none) {
      super(kernels);
      source = none;
      rows = none;
    }

    /** The rows that begin in the slice. */
    @Override
    void slice(Kernels<Object> with, int begin, int end) {
      int width = rows.columns();
      for (int i = (begin + width - 1) / width; i * width < end; i++) {
        int row = source.offset + order[from + i] * width;
        with.copy(source.array, row, rows.array, rows.offset + i * width, width);
      }
    }
  }
}
