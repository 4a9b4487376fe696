package dev.gradus.tabular.preprocess;

import java.util.Locale;

/** What is done to numbers before a network learns them; it is undone on the way out. */
public enum TargetTransform {
  /** Mean 0 and standard deviation 1. */
  STANDARDIZE,
  /** The natural logarithm, then mean 0 and standard deviation 1: for numbers above 0. */
  LOG,
  /** Nothing. */
  NONE;

  /** The name in flags and files: {@code log}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
