package dev.gradus.tabular.table;

import java.util.Arrays;

/**
 * In which line each row begins. Rows mostly follow line after line: kept are those that do not.
 */
final class LineNumbers {
  private final int[] rows;
  private final long[] lines;
  private final int size;

  private LineNumbers(int[] rows, long[] lines, int size) {
    this.rows = rows;
    this.lines = lines;
    this.size = size;
  }

  /** Rows that begin in line after line. */
  static LineNumbers from(long first, int size) {
    return new LineNumbers(new int[] {0}, new long[] {first}, size);
  }

  /** How many rows there are. */
  int size() {
    return size;
  }

  /** The line of a row, counted from 0. */
  long get(int row) {
    if (row < 0 || row >= size) {
      throw new IndexOutOfBoundsException("row " + row + " of " + size);
    }
    int found = Arrays.binarySearch(rows, row);
    int at = found >= 0 ? found : -found - 2;
    return lines[at] + (row - rows[at]);
  }

  /** Lines while they come. */
  static final class Builder {
    private int[] rows = new int[1];
    private long[] lines = new long[1];
    private int kept;
    private int size;
    private long expected;

    void add(long line) {
      if (size == 0 || line != expected) {
        if (kept == rows.length) {
          rows = Arrays.copyOf(rows, 2 * kept);
          lines = Arrays.copyOf(lines, 2 * kept);
        }
        rows[kept] = size;
        lines[kept++] = line;
      }
      expected = line + 1;
      size++;
    }

    int size() {
      return size;
    }

    LineNumbers build() {
      return new LineNumbers(Arrays.copyOf(rows, kept), Arrays.copyOf(lines, kept), size);
    }
  }
}
