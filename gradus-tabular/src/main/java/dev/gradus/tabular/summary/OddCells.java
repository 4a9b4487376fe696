package dev.gradus.tabular.summary;

import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/** The first cells of a column that would be wrong if it were of this or that kind. */
final class OddCells {
  /** As many errors as are told of. */
  static final int MOST = 20;

  /** No message repeats more of a cell; a number is at most 1,000 characters. */
  private static final int LONGEST = 2000;

  private static final List<ColumnKind> KINDS =
      List.of(ColumnKind.NUMBER, ColumnKind.BOOLEAN, ColumnKind.DATE, ColumnKind.TIME);

  private final List<List<Cell>> odd = new ArrayList<>();
  private boolean full;

  /**
   * A cell. Its place is not put into words before somebody is told: of ten thousand columns twenty
   * cells are.
   *
   * @param line in which it begins
   * @param column its place in the file, from 0
   * @param text of it, without spaces around
   */
  record Cell(long line, int column, String text) {}

  OddCells() {
    KINDS.forEach(kind -> odd.add(new ArrayList<>()));
  }

  /**
   * Takes note of a cell with a value.
   *
   * @param is its kind
   */
  void look(String text, ColumnKind is, CsvRecord record, int column) {
    if (full) {
      return;
    }
    full = true;
    for (int i = 0; i < KINDS.size(); i++) {
      List<Cell> cells = odd.get(i);
      if (KINDS.get(i) != is && cells.size() < MOST) {
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        cells.add(new Cell(record.line(column), column, kept));
      }
      full &= cells.size() == MOST;
    }
  }

  /** Those that are wrong in a column of a kind; of categories none is. */
  List<Cell> of(ColumnKind kind) {
    return kind == ColumnKind.CATEGORY ? List.of() : odd.get(KINDS.indexOf(kind));
  }
}
