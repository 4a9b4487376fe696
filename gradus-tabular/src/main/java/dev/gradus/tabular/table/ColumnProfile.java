package dev.gradus.tabular.table;

import dev.gradus.tabular.table.DecimalNumber.Refusal;
import java.util.List;

/**
 * What a first reading learns about the kind of a column, in constant memory.
 *
 * <p>A column is one of numbers if at least nine in ten of its cells that are not missing are
 * numbers. Cells that were clearly meant as numbers ({@code inf}, {@code 1e400}, {@code 1d}, {@code
 * 1,5}) count as such beside at least one true number, or where nine in ten have the other decimal
 * mark or another delimiter: they are then refused by name and not taken for a category. A column
 * without any value is one of numbers, all missing. Nine in ten make dates and times of day too; a
 * column is one of truth values if it holds both words of one pair and nothing else.
 */
public final class ColumnProfile {
  private static final List<ColumnKind> NUMERIC =
      List.of(ColumnKind.NUMBER, ColumnKind.BOOLEAN, ColumnKind.DATE, ColumnKind.TIME);

  private final char decimal;
  private final char delimiter;
  private final char likelyDelimiter;
  private final long[] fitting = new long[NUMERIC.size()];
  private long meant;
  private long misread;
  private long present;
  private ColumnKind last = ColumnKind.CATEGORY;
  private final TruthWords words = new TruthWords();

  /** Of a column of which nothing is known yet. */
  public ColumnProfile(Dialect dialect) {
    this(dialect, dialect.delimiter());
  }

  /**
   * The same, of a file that may have another delimiter than is said: cells with that one in them
   * are whole records, and meant as numbers.
   *
   * @param likelyDelimiter as the first record has it
   */
  public ColumnProfile(Dialect dialect, char likelyDelimiter) {
    decimal = dialect.decimal();
    delimiter = dialect.delimiter();
    this.likelyDelimiter = likelyDelimiter;
  }

  /**
   * Takes note of a cell that is not missing.
   *
   * @param text without spaces around it
   * @return what it is as a number, a truth value, a date or a time; NaN where it is none of them
   */
  public double add(String text) {
    present++;
    for (int i = 0; i < fitting.length; i++) {
      ColumnKind kind = NUMERIC.get(i);
      double value = kind.read(text, decimal);
      if (!Double.isNaN(value)) {
        fitting[i]++;
        last = kind;
        if (kind == ColumnKind.BOOLEAN) {
          words.add(text, value);
        }
        return value;
      }
    }
    last = ColumnKind.CATEGORY;
    Refusal refusal = DecimalNumber.refusal(text, decimal);
    meant += refusal.meansNumber() ? 1 : 0;
    boolean record = likelyDelimiter != delimiter && text.indexOf(likelyDelimiter) >= 0;
    misread += record || refusal == Refusal.OTHER_DECIMAL ? 1 : 0;
    return Double.NaN;
  }

  /** The kind of the cell that was added last: no text is of two. */
  public ColumnKind lastKind() {
    return last;
  }

  /** How many cells are what the column's kind wants. */
  public long fitting(ColumnKind kind) {
    return kind == ColumnKind.CATEGORY ? present : fitting[NUMERIC.indexOf(kind)];
  }

  /** The kind that the cells speak for. */
  public ColumnKind kind() {
    long numbers = fitting(ColumnKind.NUMBER);
    if (isNineInTen(numbers)
        || (numbers > 0 && isNineInTen(numbers + meant))
        || isNineInTen(misread)) {
      return ColumnKind.NUMBER;
    }
    if (fitting(ColumnKind.BOOLEAN) == present && words.arePair()) {
      return ColumnKind.BOOLEAN;
    }
    if (isNineInTen(fitting(ColumnKind.DATE))) {
      return ColumnKind.DATE;
    }
    return isNineInTen(fitting(ColumnKind.TIME)) ? ColumnKind.TIME : ColumnKind.CATEGORY;
  }

  /** How many cells hold a value. */
  public long present() {
    return present;
  }

  private boolean isNineInTen(long count) {
    return 10 * count >= 9 * present;
  }
}
