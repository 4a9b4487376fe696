package dev.gradus.kernel;

/** eˣ of many numbers in their place: in plain loops or in vectors, with the same bits. */
@FunctionalInterface
interface Exponentials {
  /** Of the first n. */
  void of(double[] x, int n);
}
