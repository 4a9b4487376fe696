package dev.gradus.tabular.summary;

/** What becomes of missing cells. */
public enum MissingPolicy {
  /** The median stands for a missing number, the commonest for a missing category. */
  IMPUTE,
  /** A row with a missing cell is left out. */
  DROP,
  /** A missing cell is an error. */
  ERROR
}
