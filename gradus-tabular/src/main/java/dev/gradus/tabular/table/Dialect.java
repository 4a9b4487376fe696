package dev.gradus.tabular.table;

import java.util.List;

/**
 * How cells are told apart and read. Quoting is RFC 4180's; lines end in LF or CRLF.
 *
 * @param delimiter between the cells of a record
 * @param decimal the decimal mark of numbers, {@code '.'} or {@code ','}
 * @param missingTokens what stands for a missing value besides the empty cell
 * @param header whether the first record names the columns
 */
public record Dialect(char delimiter, char decimal, List<String> missingTokens, boolean header) {
  /** Commas, decimal points, and the missing tokens that R, NumPy, pandas and Weka write. */
  public static final Dialect STANDARD =
      new Dialect(',', '.', List.of("NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?"), true);

  /**
   * Copies the tokens.
   *
   * @throws IllegalArgumentException if the delimiter is a quote or a line end, or the decimal mark
   *     neither point nor comma or the same as the delimiter
   */
  public Dialect {
    missingTokens = List.copyOf(missingTokens);
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
      throw new IllegalArgumentException("a quote or a line end cannot delimit cells");
    }
    if (decimal != '.' && decimal != ',') {
      throw new IllegalArgumentException("the decimal mark is a point or a comma");
    }
    if (decimal == delimiter) {
      throw new IllegalArgumentException("delimiter and decimal mark are the same");
    }
  }
}
