package dev.gradus.tabular.audit;

import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds columns that say the same as an earlier one in other words. */
final class RepeatSearch {
  /** Cells that are looked at in the first round; the columns alike in it are compared whole. */
  private static final int CELLS = 20_000_000;

  private static final int LEAST_ROWS = 1000;

  private final Table table;
  private final int[] rows;
  private final Map<Pattern, List<Column>> alike = new HashMap<>();
  private final List<Warning> warnings = new ArrayList<>();

  private RepeatSearch(Table table, int[] rows) {
    this.table = table;
    this.rows = rows;
  }

  /**
   * A warning for each column that repeats an earlier one.
   *
   * @param names of the columns, in their order
   * @param rows counted from 0
   */
  static List<Warning> of(Table table, List<String> names, int[] rows) {
    RepeatSearch search = new RepeatSearch(table, rows);
    int most = Math.clamp(CELLS / Math.max(1, names.size()), LEAST_ROWS, Integer.MAX_VALUE);
    int[] first = Arrays.copyOf(rows, Math.min(rows.length, most));
    names.forEach(name -> search.look(name, first));
    return List.copyOf(search.warnings);
  }

  private void look(String name, int[] first) {
    Column column = table.require(name, "--columns");
    Pattern pattern = Pattern.of(column, first);
    if (!pattern.tells(column)) {
      return;
    }
    List<Column> before = alike.computeIfAbsent(pattern, none -> new ArrayList<>());
    for (Column earlier : before) {
      if (first.length == rows.length || same(earlier, column)) {
        warn(earlier, column);
        return;
      }
    }
    before.add(column);
  }

  private boolean same(Column a, Column b) {
    return Pattern.of(a, rows).equals(Pattern.of(b, rows));
  }

  private void warn(Column earlier, Column column) {
    String name = Quotation.name(column.name());
    warnings.add(
        new Warning(
            "data.repeats",
            String.format(
                Locale.ROOT,
                "column %s repeats %s: each of its %d values goes with one of the other's in all %d rows; --ignore %s leaves it out",
                name,
                Quotation.name(earlier.name()),
                Pattern.of(column, rows).different(),
                rows.length,
                name)));
  }
}
