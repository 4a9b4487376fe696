package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Kernels.AdamScalars;
import dev.gradus.kernel.Loop;
import dev.gradus.kernel.Team;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The passes that a training step makes over large matrices, shared out to the team. */
final class Passes {
  private final Team team;
  private final Map map;
  private final MapGradient mapGradient;
  private final AddScaled addScaled;
  private final AddScaledSigns addScaledSigns;
  private final Momentum momentum;
  private final Adam adam;
  private final Magnitude magnitude;
  private final Gather gather;

  Passes(Kernels<Object>[] kernels, Team team) {
    this.team = team;
    this.map = new Map(kernels);
    this.mapGradient = new MapGradient(kernels);
    this.addScaled = new AddScaled(kernels);
    this.addScaledSigns = new AddScaledSigns(kernels);
    this.momentum = new Momentum(kernels);
    this.adam = new Adam(kernels);
    this.magnitude = new Magnitude(kernels);
    this.gather = new Gather(kernels);
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

  void momentum(MomentumUpdate rule, Matrix theta, Matrix g, Matrix v, double rate) {
    momentum.rule = rule;
    momentum.theta = theta;
    momentum.g = g;
    momentum.v = v;
    momentum.rate = rate;
    momentum.run(team, theta.size());
  }

  void adam(
      AdamScalars scalars, Matrix theta, Matrix g, Matrix m, Matrix v, double step, double root) {
    adam.scalars = scalars;
    adam.theta = theta;
    adam.g = g;
    adam.m = m;
    adam.v = v;
    adam.step = step;
    adam.root = root;
    adam.run(team, theta.size());
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

  private static <T> T set(@Nullable T value) {
    if (value == null) {
      throw new AssertionError("a pass runs after it was filled");
    }
    return value;
  }

  private static final class Map extends SliceJob {
    private @Nullable Loop f;
    private @Nullable Matrix x;
    private @Nullable Matrix y;

    Map(Kernels<Object>[] kernels) {
      super(kernels);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.map(set(f), set(x).array, set(y).array, from, to);
    }
  }

  private static final class MapGradient extends SliceJob {
    private @Nullable Loop f;
    private @Nullable Matrix x;
    private @Nullable Matrix y;
    private @Nullable Matrix dy;
    private @Nullable Matrix dx;

    MapGradient(Kernels<Object>[] kernels) {
      super(kernels);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.mapGradient(set(f), set(x).array, set(y).array, set(dy).array, set(dx).array, from, to);
    }
  }

  private static final class AddScaled extends SliceJob {
    private double s;
    private @Nullable Matrix u;
    private @Nullable Matrix y;

    AddScaled(Kernels<Object>[] kernels) {
      super(kernels);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.addScaled(s, set(u).array, set(u).offset, set(y).array, set(y).offset, from, to);
    }
  }

  private static final class AddScaledSigns extends SliceJob {
    private double s;
    private @Nullable Matrix u;
    private @Nullable Matrix y;

    AddScaledSigns(Kernels<Object>[] kernels) {
      super(kernels);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.addScaledSigns(s, set(u).array, set(u).offset, set(y).array, set(y).offset, from, to);
    }
  }

  private static final class Momentum extends SliceJob {
    private @Nullable MomentumUpdate rule;
    private @Nullable Matrix theta;
    private @Nullable Matrix g;
    private @Nullable Matrix v;
    private double rate;

    Momentum(Kernels<Object>[] kernels) {
      super(kernels);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      Matrix at = set(theta);
      with.momentum(
          at.array,
          at.offset,
          set(g).array,
          set(g).offset,
          set(v).array,
          from,
          to,
          set(rule).momentum(),
          set(rule).nesterov(),
          rate);
    }
  }

  private static final class Adam extends SliceJob {
    private @Nullable AdamScalars scalars;
    private @Nullable Matrix theta;
    private @Nullable Matrix g;
    private @Nullable Matrix m;
    private @Nullable Matrix v;
    private double step;
    private double root;

    Adam(Kernels<Object>[] kernels) {
      super(kernels);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      Matrix at = set(theta);
      with.adam(
          at.array,
          at.offset,
          set(g).array,
          set(g).offset,
          set(m).array,
          set(v).array,
          from,
          to,
          set(scalars),
          step,
          root);
    }
  }

  /** A maximum has no order: any slices, in any order, give the same. */
  private static final class Magnitude extends SliceJob {
    private static final LongBinaryOperator MAX = Math::max;

    /** As bits, which are in the order of numbers from 0 on, with NaN above all. */
    private final AtomicLong greatest = new AtomicLong();

    private @Nullable Matrix x;

    Magnitude(Kernels<Object>[] kernels) {
      super(kernels);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      double part = with.magnitude(set(x).array, set(x).offset + from, to - from);
      greatest.accumulateAndGet(Double.doubleToLongBits(part), MAX);
    }
  }

  private static final class Gather extends SliceJob {
    private @Nullable Matrix source;
    private int @Nullable [] order;
    private int from;
    private @Nullable Matrix rows;

    Gather(Kernels<Object>[] kernels) {
      super(kernels);
    }

    /** The rows that begin in the slice. */
    @Override
    void slice(Kernels<Object> with, int begin, int end) {
      Matrix to = set(rows);
      Matrix of = set(source);
      int[] which = set(order);
      int width = to.columns();
      for (int i = (begin + width - 1) / width; i * width < end; i++) {
        int row = of.offset + which[from + i] * width;
        with.copy(of.array, row, to.array, to.offset + i * width, width);
      }
    }
  }
}
