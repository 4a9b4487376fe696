package dev.gradus.tabular.preprocess;

/**
 * What a feature makes of one cell, without a table around it. It allocates nothing and may be used
 * by several threads at once.
 */
public interface CellEncoder {

  /**
   * Fills the feature's inputs.
   *
   * @param number the cell of a number column, finite; NaN where it is missing, or the column holds
   *     texts
   * @param text the cell of a text column; empty where it is missing, or the column holds numbers
   * @param into filled from {@code at} on
   */
  void encode(double number, String text, double[] into, int at);
}
