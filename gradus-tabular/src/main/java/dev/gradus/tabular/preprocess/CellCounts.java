package dev.gradus.tabular.preprocess;

/**
 * What happened to the cells of a column while they were encoded.
 *
 * @param name the column
 * @param imputed how many were missing and got the value that stands for missing ones
 * @param unseen how many held a category that the training rows did not
 * @param outside how many held a number below the least or above the greatest of the training rows
 */
public record CellCounts(String name, int imputed, int unseen, int outside) {

  /** Together with the counts of further rows of the same column. */
  public CellCounts plus(CellCounts other) {
    return new CellCounts(
        name, imputed + other.imputed, unseen + other.unseen, outside + other.outside);
  }
}
