package dev.gradus.tabular.table;

import dev.gradus.tabular.table.DecimalNumber.Refusal;

/**
 * What a first reading learns about a column, in constant memory.
 *
 * <p>A column is one of numbers if at least nine in ten of its cells that are not missing are
 * numbers. Cells that were clearly meant as numbers ({@code inf}, {@code 1e400}, {@code 1d}, {@code
 * 1,5}) count as such beside at least one true number, or where nine in ten have the other decimal
 * mark: they are then refused by name and not taken for a category. A column without any value is
 * one of numbers, all missing.
 */
final class ColumnProfile {
  private final Dialect dialect;
  private long numbers;
  private long meant;
  private long otherDecimals;
  private long present;

  ColumnProfile(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Takes note of a cell.
   *
   * @param text without spaces around it
   */
  void add(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!Double.isNaN(dialect.number(text))) {
      present++;
      numbers++;
    } else if (!dialect.isMissing(text)) {
      present++;
      Refusal refusal = DecimalNumber.refusal(text, dialect.decimal());
      meant += refusal.meansNumber() ? 1 : 0;
      otherDecimals += refusal == Refusal.OTHER_DECIMAL ? 1 : 0;
    }
  }

  /** How many cells are numbers. */
  long numbers() {
    return numbers;
  }

  /** The kind that the cells speak for. */
  ColumnKind kind() {
    boolean number =
        isNineInTen(numbers)
            || (numbers > 0 && isNineInTen(numbers + meant))
            || isNineInTen(otherDecimals);
    return number ? ColumnKind.NUMBER : ColumnKind.CATEGORY;
  }

  private boolean isNineInTen(long count) {
    return 10 * count >= 9 * present;
  }
}
