package dev.gradus.calculus;

import java.util.List;

/** What the check found for one parameter. */
public sealed interface Verdict {

  /** The index of the parameter. */
  int index();

  /** What the parameter is called. */
  String name();

  /** The gradient under test. */
  double analytic();

  /** The difference quotient. */
  double numeric();

  /** |analytic − numeric|. */
  default double absoluteError() {
    return Math.abs(analytic() - numeric());
  }

  /** Analytic and numeric value agree. */
  record Pass(int index, String name, double analytic, double numeric, double error)
      implements Verdict {}

  /** They do not. */
  record Fail(int index, String name, double analytic, double numeric, double error)
      implements Verdict {}

  /**
   * Each difference quotient reaches over a kink, where it is no derivative: the parameter was not
   * judged.
   *
   * @param kinks which ones, not empty
   */
  record AtKink(int index, String name, double analytic, double numeric, List<Kink> kinks)
      implements Verdict {

    /** Copies the list. */
    public AtKink {
      kinks = List.copyOf(kinks);
    }
  }
}
