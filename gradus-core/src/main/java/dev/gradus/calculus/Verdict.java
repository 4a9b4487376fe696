package dev.gradus.calculus;

import java.util.List;

/** What the check found for one parameter. */
public sealed interface Verdict {

  /** The two values and how far they are apart. */
  Comparison comparison();

  /** The index of the parameter. */
  default int index() {
    return comparison().index();
  }

  /** What the parameter is called. */
  default String name() {
    return comparison().name();
  }

  /** The gradient under test. */
  default double analytic() {
    return comparison().analytic();
  }

  /** The difference quotient. */
  default double numeric() {
    return comparison().numeric();
  }

  /** How far they are apart, relatively. */
  default double error() {
    return comparison().error();
  }

  /** Whether anything was learned: not so where both values are 0 since nothing moved. */
  default boolean tested() {
    return true;
  }

  /** PASS: analytic and numeric value agree. */
  record Pass(Comparison comparison) implements Verdict {}

  /**
   * FAIL: they are further apart than the tolerance and the quotient's own uncertainty.
   *
   * @param kinks that were held; empty where none is near
   */
  record Fail(Comparison comparison, List<Kink> kinks) implements Verdict {
    /** Copies the list. */
    public Fail {
      kinks = List.copyOf(kinks);
    }

    /** No kink is near. */
    public Fail(Comparison comparison) {
      this(comparison, List.of());
    }
  }

  /**
   * UNSURE: the quotient's own uncertainty exceeds the tolerance, and the two are no further apart.
   *
   * @param kinks that each step reaches over and that could not be held; empty where none is near
   */
  record Unsure(Comparison comparison, List<Kink> kinks) implements Verdict {
    /** Copies the list. */
    public Unsure {
      kinks = List.copyOf(kinks);
    }
  }

  /** VACUOUS: the gradient is 0 and no shift moved the value: a unit never fired, say. */
  record Vacuous(Comparison comparison) implements Verdict {
    @Override
    public boolean tested() {
      return false;
    }
  }

  /**
   * KINK: a shifted point lies beyond a kink, or the point stands on one; with all that is kinked
   * held on the piece that it has at the point, the two values agree.
   *
   * @param kinks which ones, not empty
   * @param leftSlope of the function as it is, over the smallest step that reaches a kink: reported
   *     and not judged
   * @param rightSlope the same to the other side
   */
  record AtKink(Comparison comparison, List<Kink> kinks, double leftSlope, double rightSlope)
      implements Verdict {
    /** Copies the list. */
    public AtKink {
      kinks = List.copyOf(kinks);
    }

    /** The central difference over the kink, which is no derivative. */
    public double difference() {
      return (leftSlope + rightSlope) / 2;
    }

    @Override
    public boolean tested() {
      return analytic() != 0 || numeric() != 0;
    }
  }
}
