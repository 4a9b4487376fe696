package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;

/**
 * L-BFGS: steps along −H g, where H approximates the inverse of the Hessian by what the last m
 * steps showed of it.
 *
 * <pre>
 * s = θₖ₊₁ − θₖ,  y = gₖ₊₁ − gₖ,  ρ = 1 / yᵀs
 * H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ
 * </pre>
 *
 * <p>Why: of all symmetric H with H y = s, so that H does to the last change of the gradient what
 * the inverse of the Hessian does, it is the one nearest to the H before. yᵀs &gt; 0, which the
 * {@linkplain WolfeSearch line search} sees to, keeps it positive definite, and −H g a direction of
 * descent. H is never formed: H g takes 4 m p multiplications by the two loops of algorithm 7.4,
 * from H₀ = (yᵀs / yᵀy) I, the scale of the last step.
 *
 * <p>Nocedal, Wright (2006), Numerical Optimization, 2nd edition, algorithms 7.4 and 7.5, with c₁ =
 * 1e-4 and c₂ = 0.9 of section 3.1; m = 10 is within the 3 to 20 that section 7.2 recommends.
 * Scalar products are summed in float64, in the order that Matrix.dot states.
 *
 * @param memory m, 1 or more
 * @param decrease c₁, above 0 and below c₂
 * @param curvature c₂, below 1
 */
public record Lbfgs(int memory, double decrease, double curvature) implements FullBatchOptimizer {
  /** Checks the ranges. */
  public Lbfgs {
    if (memory < 1) {
      throw new IllegalArgumentException("memory " + memory + ": wants 1 or more");
    }
    if (!(decrease > 0 && decrease < curvature && curvature < 1)) {
      throw new IllegalArgumentException(
          "decrease " + decrease + ", curvature " + curvature + ": wants 0 < c1 < c2 < 1");
    }
  }

  /** m = 10, c₁ = 1e-4, c₂ = 0.9. */
  public static Lbfgs lbfgs() {
    return new Lbfgs(10, 1e-4, 0.9);
  }

  @Override
  public String name() {
    return "lbfgs";
  }

  @Override
  public Run start(Matrix theta, Function f) {
    return new Search(theta, f);
  }

  private final class Search implements Run, WolfeSearch.Line {
    private final Function f;
    private final Matrix theta;
    private final Matrix gradient;
    private final Matrix base; // θ where the line begins
    private final Matrix baseGradient;
    private final Matrix direction;
    private final InverseHessian inverse;
    private double value;

    Search(Matrix theta, Function f) {
      this.f = f;
      this.theta = theta;
      this.gradient = theta.like(theta.rows(), theta.columns());
      this.base = theta.copy();
      this.baseGradient = gradient.copy();
      this.direction = gradient.copy();
      this.inverse = new InverseHessian(theta, memory);
      this.value = f.evaluate(theta, gradient);
    }

    @Override
    public double value() {
      return value;
    }

    @Override
    public boolean step() {
      double before = value;
      double steepness = Matrix.dot(gradient, gradient);
      base.set(theta);
      baseGradient.set(gradient);
      if (lineFound() && (value < before || Matrix.dot(gradient, gradient) < steepness)) {
        inverse.learn(theta, base, gradient, baseGradient);
        return true;
      }
      theta.set(base);
      gradient.set(baseGradient);
      value = before;
      return false;
    }

    @Override
    public void exchange(Memory memory) {
      value = memory.number("value", value);
      memory.vector("gradient", gradient);
      inverse.exchange(memory);
    }

    /** Along −H g, and if that shows nothing, once more along −g. */
    private boolean lineFound() {
      boolean plain = inverse.isIdentity();
      inverse.setDirection(direction, gradient);
      if (descends(plain)) {
        return true;
      }
      if (plain) {
        return false;
      }
      inverse.forget();
      moveTo(0);
      inverse.setDirection(direction, gradient);
      return descends(true);
    }

    /**
     * The first step along a bare gradient has the length 1 at most; a scaled one is tried whole.
     */
    private boolean descends(boolean plain) {
      double first = plain ? Math.min(1, 1 / Math.sqrt(Matrix.dot(gradient, gradient))) : 1;
      return slope() < 0 && WolfeSearch.run(this, first, decrease, curvature);
    }

    @Override
    public void moveTo(double alpha) {
      theta.set(base);
      theta.addScaled(alpha, direction);
      value = f.evaluate(theta, gradient);
    }

    @Override
    public double slope() {
      return Matrix.dot(gradient, direction);
    }
  }
}
