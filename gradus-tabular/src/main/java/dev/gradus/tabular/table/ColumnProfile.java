package dev.gradus.tabular.table;

import dev.gradus.tabular.table.DecimalNumber.Refusal;

/**
 * What a first reading learns about the kind of a column, in constant memory.
 *
 * <p>A column is one of numbers if at least nine in ten of its cells that are not missing are
 * numbers. Cells that were clearly meant as numbers ({@code inf}, {@code 1e400}, {@code 1d}, {@code
 * 1,5}) count as such beside at least one true number, or where nine in ten have the other decimal
 * mark: they are then refused by name and not taken for a category. A column without any value is
 * one of numbers, all missing. Nine in ten make dates and times of day too; a column is one of
 * truth values if it holds both words of one pair and nothing else.
 */
final class ColumnProfile {
  private final Dialect dialect;
  private long numbers;
  private long meant;
  private long otherDecimals;
  private long truths;
  private long dates;
  private long times;
  private long present;
  private final TruthWords words = new TruthWords();

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
      addText(text);
    }
  }

  private void addText(String text) {
    double truth = TruthValue.parse(text);
    if (!Double.isNaN(truth)) {
      truths++;
      words.add(text, truth);
    } else if (!Double.isNaN(CalendarNumber.date(text))) {
      dates++;
    } else if (!Double.isNaN(CalendarNumber.time(text))) {
      times++;
    } else {
      Refusal refusal = DecimalNumber.refusal(text, dialect.decimal());
      meant += refusal.meansNumber() ? 1 : 0;
      otherDecimals += refusal == Refusal.OTHER_DECIMAL ? 1 : 0;
    }
  }

  /** How many cells are what the column's kind wants. */
  long fitting(ColumnKind kind) {
    return switch (kind) {
      case NUMBER -> numbers;
      case BOOLEAN -> truths;
      case DATE -> dates;
      case TIME -> times;
      case CATEGORY -> present;
    };
  }

  /** The kind that the cells speak for. */
  ColumnKind kind() {
    if (isNineInTen(numbers)
        || (numbers > 0 && isNineInTen(numbers + meant))
        || isNineInTen(otherDecimals)) {
      return ColumnKind.NUMBER;
    }
    if (truths == present && words.arePair()) {
      return ColumnKind.BOOLEAN;
    }
    if (isNineInTen(dates)) {
      return ColumnKind.DATE;
    }
    return isNineInTen(times) ? ColumnKind.TIME : ColumnKind.CATEGORY;
  }

  private boolean isNineInTen(long count) {
    return 10 * count >= 9 * present;
  }
}
