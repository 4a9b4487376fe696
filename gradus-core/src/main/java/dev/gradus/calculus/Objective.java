package dev.gradus.calculus;

import java.util.List;

/**
 * A function R^p → R with the gradient that somebody derived for it: what a {@link GradientCheck}
 * looks at.
 */
public interface Objective {

  /** p. */
  int parameters();

  /** f(θ). Must not change θ, and must depend on nothing else. */
  double value(double[] theta);

  /**
   * The analytic gradient ∂f/∂θ at θ, which is to be checked.
   *
   * @param theta [p], not changed
   * @param gradient [p], overwritten
   */
  void gradient(double[] theta, double[] gradient);

  /** Whether component i is a parameter at all: what merely travels with θ is not checked. */
  default boolean isParameter(int i) {
    return true;
  }

  /** What parameter i is called in a report. */
  default String name(int i) {
    return "θ[" + i + "]";
  }

  /**
   * Looks at f around one point. The default copies θ; a subject that knows its kinks, or can
   * evaluate a shifted parameter cheaply, overrides it. Where a check runs on several threads, each
   * asks for a probe of its own, and uses them at the same time.
   */
  default Probe probe(double[] theta) {
    double[] point = theta.clone();
    return (i, shift) -> {
      double kept = point[i];
      point[i] = kept + shift;
      double value = value(point);
      point[i] = kept;
      return value;
    };
  }

  /** Values of f at points that differ from θ in one parameter. */
  @FunctionalInterface
  interface Probe {

    /** f(θ + shift · eᵢ). */
    double at(int i, double shift);

    /**
     * The kinks that lie between θ and the point last evaluated, or on which θ stands; none where f
     * is smooth or nothing is known.
     */
    default List<Kink> crossed() {
      return List.of();
    }

    /** Whether {@link #held} can hold the kinks that were last crossed. */
    default boolean holds() {
      return false;
    }

    /**
     * f(θ + shift · eᵢ) if all that is kinked stayed on the smooth piece on which it is at θ (where
     * θ stands on a kink: with the slope of the documented convention).
     */
    default double held(int i, double shift) {
      return at(i, shift);
    }
  }
}
