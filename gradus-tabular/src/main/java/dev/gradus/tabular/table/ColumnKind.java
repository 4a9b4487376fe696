package dev.gradus.tabular.table;

import java.util.Locale;

/** What the cells of a column are. All but categories are read as numbers. */
public enum ColumnKind {
  /** Numbers, each a double. */
  NUMBER("a number") {
    @Override
    public double read(String text, char decimal) {
      return DecimalNumber.parse(text, decimal);
    }
  },

  /** True and false, in one of the pairs of words that {@link TruthValue} knows: 1 and 0. */
  BOOLEAN("true or false") {
    @Override
    public double read(String text, char decimal) {
      return TruthValue.parse(text);
    }
  },

  /** Dates, with or without a time of day: days since 1970-01-01T00:00Z, with their fraction. */
  DATE("an ISO date") {
    @Override
    public double read(String text, char decimal) {
      return CalendarNumber.date(text);
    }
  },

  /** Times of day: the fraction of the day that has passed, from 0 to below 1. */
  TIME("a time of day") {
    @Override
    public double read(String text, char decimal) {
      return CalendarNumber.time(text);
    }
  },

  /** Texts, each one of a list of names. */
  CATEGORY("a text") {
    @Override
    public double read(String text, char decimal) {
      return Double.NaN;
    }
  };

  private final String cell;

  ColumnKind(String cell) {
    this.cell = cell;
  }

  /**
   * The number that a cell stands for.
   *
   * @param text of the cell, without spaces around it
   * @param decimal the decimal mark, {@code '.'} or {@code ','}
   * @return NaN where the text is not of this kind, or is of a category
   */
  public abstract double read(String text, char decimal);

  /** A number of a column of this kind as its cells write it: dates as dates. */
  public String text(double number) {
    return switch (this) {
      case DATE -> CalendarNumber.dateText(number);
      case TIME -> CalendarNumber.timeText(number);
      case BOOLEAN -> number >= 0.5 ? "true" : "false";
      case NUMBER, CATEGORY -> Double.toString(number);
    };
  }

  /** What a cell is, for messages: {@code a number}. */
  String cell() {
    return cell;
  }

  /** The name in files and on the page, e.g. {@code number}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
