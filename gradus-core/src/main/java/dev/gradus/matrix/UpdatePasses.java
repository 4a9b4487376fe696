package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Team;
import dev.gradus.kernel.UpdateKernels.AdamScalars;

/** The optimizers' passes, shared out to the team; all operands own their arrays. */
final class UpdatePasses {
  private static final AdamScalars NO_SCALARS = new AdamScalars(0, 0, 0);

  private final Team team;
  private final Momentum momentum;
  private final Adam adam;
  private final AdaGrad adaGrad;
  private final AmsGrad amsGrad;
  private final Nadam nadam;

  /**
   * Holds no operands yet.
   *
   * @param none stands for them
   */
  UpdatePasses(Kernels<Object>[] kernels, Team team, Matrix none) {
    this.team = team;
    this.momentum = new Momentum(kernels, none);
    this.adam = new Adam(kernels, none);
    this.adaGrad = new AdaGrad(kernels, none);
    this.amsGrad = new AmsGrad(kernels, none);
    this.nadam = new Nadam(kernels, none);
  }

  void momentum(MomentumUpdate rule, Matrix theta, Matrix g, Matrix v, double rate) {
    momentum.take(theta, g, v);
    momentum.rule = rule;
    momentum.rate = rate;
    momentum.run(team, theta.size());
  }

  void adam(
      AdamScalars scalars, Matrix theta, Matrix g, Matrix m, Matrix v, double step, double root) {
    adam.take(theta, g, v);
    adam.m = m;
    adam.scalars = scalars;
    adam.step = step;
    adam.root = root;
    adam.run(team, theta.size());
  }

  void adaGrad(Matrix theta, Matrix g, Matrix v, double epsilon, double rate) {
    adaGrad.take(theta, g, v);
    adaGrad.epsilon = epsilon;
    adaGrad.rate = rate;
    adaGrad.run(team, theta.size());
  }

  /** Fills u beforehand, by {@link #top}. */
  void amsGrad(
      AdamScalars scalars, Matrix theta, Matrix g, Matrix m, Matrix v, double step, double root) {
    amsGrad.take(theta, g, v);
    amsGrad.m = m;
    amsGrad.scalars = scalars;
    amsGrad.step = step;
    amsGrad.root = root;
    amsGrad.run(team, theta.size());
  }

  /** The u of the next pass. */
  UpdatePasses top(Matrix u) {
    amsGrad.u = u;
    return this;
  }

  void nadam(AdamScalars scalars, Matrix theta, Matrix g, Matrix m, Matrix v) {
    nadam.take(theta, g, v);
    nadam.m = m;
    nadam.scalars = scalars;
    nadam.run(team, theta.size());
  }

  /** The factors of mean, gradient and root in the next pass of Nadam. */
  UpdatePasses weights(double ofMean, double ofGradient, double root) {
    nadam.ofMean = ofMean;
    nadam.ofGradient = ofGradient;
    nadam.root = root;
    return this;
  }

  /** What all of them have. */
  private abstract static class Pass extends SliceJob {
    Matrix theta;
    Matrix g;
    Matrix v;

    Pass(Kernels<Object>[] kernels, Matrix none) {
      super(kernels);
      theta = none;
      g = none;
      v = none;
    }

    final void take(Matrix at, Matrix gradient, Matrix squares) {
      theta = at;
      g = gradient;
      v = squares;
    }
  }

  private static final class Momentum extends Pass {
    private static final MomentumUpdate NO_RULE = new MomentumUpdate(0, false);

    private MomentumUpdate rule = NO_RULE;
    private double rate;

    Momentum(Kernels<Object>[] kernels, Matrix none) {
      super(kernels, none);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      if (rule.nesterov()) {
        with.updates().nesterov(theta.array, g.array, v.array, from, to, rule.momentum(), rate);
      } else {
        with.updates().momentum(theta.array, g.array, v.array, from, to, rule.momentum(), rate);
      }
    }
  }

  private static final class Adam extends Pass {
    private AdamScalars scalars = NO_SCALARS;
    private Matrix m;
    private double step;
    private double root;

    Adam(Kernels<Object>[] kernels, Matrix none) {
      super(kernels, none);
      m = none;
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.updates().adam(theta.array, g.array, m.array, v.array, from, to, scalars, step, root);
    }
  }

  private static final class AdaGrad extends Pass {
    private double epsilon;
    private double rate;

    AdaGrad(Kernels<Object>[] kernels, Matrix none) {
      super(kernels, none);
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.updates().adaGrad(theta.array, g.array, v.array, from, to, epsilon, rate);
    }
  }

  private static final class AmsGrad extends Pass {
    private AdamScalars scalars = NO_SCALARS;
    private Matrix m;
    private Matrix u;
    private double step;
    private double root;

    AmsGrad(Kernels<Object>[] kernels, Matrix none) {
      super(kernels, none);
      m = none;
      u = none;
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.updates()
          .amsGrad(theta.array, g.array, m.array, v.array, u.array, from, to, scalars, step, root);
    }
  }

  private static final class Nadam extends Pass {
    private AdamScalars scalars = NO_SCALARS;
    private Matrix m;
    private double ofMean;
    private double ofGradient;
    private double root;

    Nadam(Kernels<Object>[] kernels, Matrix none) {
      super(kernels, none);
      m = none;
    }

    @Override
    void slice(Kernels<Object> with, int from, int to) {
      with.updates()
          .nadam(
              theta.array, g.array, m.array, v.array, from, to, scalars, ofMean, ofGradient, root);
    }
  }
}
