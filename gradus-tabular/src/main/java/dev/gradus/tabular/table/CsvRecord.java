package dev.gradus.tabular.table;

import org.jspecify.annotations.Nullable;

/** One record of a CSV file: its cells as they came, without their quotes. */
public final class CsvRecord {
  private final long line;
  private final long @Nullable [] lines;
  private final String[] cells;
  private final boolean @Nullable [] quoted;
  private final int fields;

  /**
   * Shares the arrays, which are of one length and must not change.
   *
   * @param line in which the record begins
   * @param lines in which each cell begins; null where all begin in the record's
   * @param quoted which cells stood in quotes; null where none did
   * @param fields how many cells the file has, those beyond the limit included; 0 for a blank line
   */
  CsvRecord(
      long line, long @Nullable [] lines, String[] cells, boolean @Nullable [] quoted, int fields) {
    this.line = line;
    this.lines = lines;
    this.cells = cells;
    this.quoted = quoted;
    this.fields = fields;
  }

  /** How many cells there are. */
  public int size() {
    return cells.length;
  }

  /** How many fields the file has in this record; 0 for a blank line. */
  int fields() {
    return fields;
  }

  boolean isBlank() {
    return fields == 0;
  }

  /** The line in which the record begins, counted from 1. */
  public long line() {
    return line;
  }

  /** The line in which cell {@code column} begins; another than the record's after line breaks. */
  public long line(int column) {
    return lines == null ? line : lines[column];
  }

  /** The text of cell {@code column}, counted from 0, every space kept. */
  public String text(int column) {
    return cells[column];
  }

  /** The text as a number or a missing token is sought in it: without spaces around unquoted. */
  public String trimmed(int column) {
    String text = cells[column];
    return quoted != null && quoted[column] ? text : trim(text);
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
