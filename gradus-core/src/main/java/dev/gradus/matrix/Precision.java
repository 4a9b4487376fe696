package dev.gradus.matrix;

/** The floating-point format that a run computes in. */
public enum Precision {
  /** IEEE 754 binary32: half the memory and twice the lanes; for training. */
  FLOAT32,
  /** IEEE 754 binary64: for checking, and for small problems. */
  FLOAT64;

  /** {@code float32} or {@code float64}, as in files and flags. */
  @Override
  public String toString() {
    return this == FLOAT32 ? "float32" : "float64";
  }
}
