package dev.gradus.calculus;

/** Hears how far a check has come; on one of its threads, never on two at once. */
@FunctionalInterface
public interface CheckListener {

  /** So many of all parameters are done. */
  void on(int done, int all);

  /** Hears nothing. */
  static CheckListener silent() {
    return (done, all) -> {};
  }
}
