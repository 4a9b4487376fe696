package dev.gradus.tabular.table;

/** One record of a CSV file: its cells as they came, without their quotes. */
public final class CsvRecord {
  private final long[] lines;
  private final String[] cells;
  private final boolean[] quoted;

  /** Shares the arrays, which are of one length and must not change. */
  CsvRecord(long[] lines, String[] cells, boolean[] quoted) {
    this.lines = lines;
    this.cells = cells;
    this.quoted = quoted;
  }

  /** How many cells there are. */
  public int size() {
    return cells.length;
  }

  /** The line in which the record begins, counted from 1. */
  public long line() {
    return lines[0];
  }

  /** The line in which cell {@code column} begins; another than the record's after line breaks. */
  public long line(int column) {
    return lines[column];
  }

  /** The text of cell {@code column}, counted from 0, every space kept. */
  public String text(int column) {
    return cells[column];
  }

  /** The text as a number or a missing token is sought in it: without spaces around unquoted. */
  public String trimmed(int column) {
    String text = cells[column];
    return quoted[column] ? text : trim(text);
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
