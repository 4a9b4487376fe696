package dev.gradus.train;

import dev.gradus.matrix.Matrix;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Memory;
import dev.gradus.optimize.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A running {@link UpdateRule}: the only place where θ changes. */
final class Update {
  private final UpdateRule rule;
  private final Matrix theta;
  private final Matrix gradient;
  private final Clipper clipper;
  private final Safeguard safeguard;
  private final List<Pace> paces = new ArrayList<>();
  private final List<Optimizer.Run> runs = new ArrayList<>(); // one for each pace

  /**
   * What no step changes: put back after it, bit for bit, since momentum, decay, or an added 0
   * could change it all the same.
   */
  private final Section frozen;

  private final Section noGradient; // zeros for its part of the gradient
  private final double greatestFactor;
  private final List<Matrix> weights = new ArrayList<>(); // that the max norm holds down

  /** The parameters of one pace, and what steps with them. */
  @FunctionalInterface
  private interface Pace {
    void step(double rate);
  }

  /** What became of a step. */
  enum Outcome {
    /** It was taken. */
    TAKEN,
    /** The gradient is not finite; nothing was changed. */
    BAD_GRADIENT,
    /** It left parameters that are not finite: {@link #restore} takes it back. */
    BAD_PARAMETERS
  }

  /**
   * Begins.
   *
   * @param theta finite; its vector is changed in steps
   * @param gradient filled anew before each step; clipped, and set to 0 where θ is frozen
   */
  Update(UpdateRule rule, Optimizer optimizer, Parameters theta, Parameters gradient) {
    this.rule = rule;
    this.theta = theta.vector();
    this.gradient = gradient.vector();
    this.clipper = new Clipper(rule.clipping());
    this.safeguard = new Safeguard(this.theta);
    List<ParameterBlock> still = new ArrayList<>();
    SortedMap<Double, List<ParameterBlock>> blocks = new TreeMap<>();
    for (ParameterBlock part : theta.layout()) {
      double factor = rule.factor(part);
      if (factor == 0) {
        still.add(part);
      } else {
        blocks.computeIfAbsent(factor, any -> new ArrayList<>()).add(part);
        if (rule.maxNorm().isPresent() && part.isWeight()) {
          weights.add(theta.get(part.name()));
        }
      }
    }
    this.frozen = new Section(this.theta, still);
    this.noGradient = new Section(this.gradient, still);
    noGradient.own().setZero();
    this.greatestFactor = blocks.isEmpty() ? 1 : blocks.lastKey();
    if (blocks.size() == 1) {
      Optimizer.Run run = optimizer.start(this.theta);
      runs.add(run);
      paces.add(rate -> run.step(this.theta, this.gradient, rate * greatestFactor));
    } else {
      blocks.forEach((factor, parts) -> paces.add(pace(factor, parts, optimizer)));
    }
  }

  /** Where paces differ, each has vectors of its own. */
  private Pace pace(double factor, List<ParameterBlock> parts, Optimizer optimizer) {
    Section x = new Section(theta, parts);
    Section g = new Section(gradient, parts);
    Optimizer.Run run = optimizer.start(x.own());
    runs.add(run);
    return rate -> {
      x.gather();
      g.gather();
      run.step(x.own(), g.own(), rate * factor);
      x.scatter();
    };
  }

  /** One step along the gradient. */
  Outcome step(double rate) {
    frozen.gather();
    noGradient.scatter();
    double magnitude = gradient.magnitude();
    if (!Double.isFinite(magnitude)) {
      return Outcome.BAD_GRADIENT;
    }
    clipper.clip(gradient, magnitude);
    safeguard.before(magnitude, rate * greatestFactor);
    for (int i = 0; i < paces.size(); i++) {
      paces.get(i).step(rate);
    }
    frozen.scatter();
    if (!safeguard.passes()) {
      return Outcome.BAD_PARAMETERS;
    }
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).limitColumns(rule.maxNorm().getAsDouble());
    }
    return Outcome.TAKEN;
  }

  /** Takes the last step back, if it was bad. */
  void restore() {
    safeguard.restore();
  }

  /** Shows what the optimizer remembers, of each pace its own. */
  void exchange(Memory memory) {
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).exchange(new Grouped(memory, i));
    }
  }

  /** In how many steps the gradient was clipped since this was asked last. */
  long takeClipped() {
    return clipper.takeCount();
  }
}
