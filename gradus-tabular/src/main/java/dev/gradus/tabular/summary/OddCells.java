package dev.gradus.tabular.summary;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.CellFaults;
import dev.gradus.tabular.table.ColumnKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first cells of a column that would be wrong if it were of this or that kind. */
final class OddCells {
  /** As many errors as are told of. */
  static final int MOST = 20;

  /** No message repeats more of a cell; a number is at most 1,000 characters. */
  private static final int LONGEST = 2000;

  private final Map<ColumnKind, List<Cell>> odd = new EnumMap<>(ColumnKind.class);

  private record Cell(Location place, String text) {}

  /** Where a cell stands, asked only where it is kept. */
  interface Place {
    Location find();
  }

  OddCells() {
    for (ColumnKind kind : ColumnKind.values()) {
      odd.put(kind, new ArrayList<>());
    }
  }

  /**
   * Takes note of a cell with a value.
   *
   * @param is its kind
   */
  void look(String text, ColumnKind is, Place place) {
    odd.forEach(
        (kind, cells) -> {
          if (kind != is && kind != ColumnKind.CATEGORY && cells.size() < MOST) {
            String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
            cells.add(new Cell(place.find(), kept));
          }
        });
  }

  /** Those that are wrong in a column of a kind. */
  List<DataException> errors(ColumnTally column, CellFaults faults) {
    ColumnKind kind = column.kind();
    return odd.getOrDefault(kind, List.of()).stream()
        .map(cell -> faults.misfit(kind, cell.place, cell.text, column.fitting(kind)))
        .toList();
  }
}
