package dev.gradus.cli;

import dev.gradus.error.Location;
import dev.gradus.tabular.preprocess.CellCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many cells of each column were imputed, or hold what training did not see: a category, or a
 * number outside of the range of the training rows.
 */
final class CellTally {
  private final Map<String, Integer> imputed = new LinkedHashMap<>();
  private final Map<String, Integer> unseen = new LinkedHashMap<>();
  private final Map<String, Integer> outside = new LinkedHashMap<>();

  void add(List<CellCounts> cells) {
    for (CellCounts column : cells) {
      if (column.imputed() > 0) {
        imputed.merge(column.name(), column.imputed(), Integer::sum);
      }
      if (column.unseen() > 0) {
        unseen.merge(column.name(), column.unseen(), Integer::sum);
      }
      if (column.outside() > 0) {
        outside.merge(column.name(), column.outside(), Integer::sum);
      }
    }
  }

  /** Notes what was imputed or lies outside, and warns of what is unseen. */
  void tell(String file, Terminal terminal) {
    imputed.forEach(
        (name, count) -> terminal.note(name + ": " + counted(count, "missing cell") + " imputed"));
    unseen.forEach(
        (name, count) ->
            terminal.warn(
                "data.unseen",
                Location.of(file),
                name
                    + ": "
                    + counted(count, "cell")
                    + (count == 1 ? " holds" : " hold")
                    + " a category that training did not see"));
    outside.forEach(
        (name, count) ->
            terminal.note(
                name + ": " + counted(count, "cell") + " outside the range seen in training"));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** For a program. */
  void put(Page page) {
    page.put("imputed", new LinkedHashMap<>(imputed));
    page.put("unseen", new LinkedHashMap<>(unseen));
    page.put("outside", new LinkedHashMap<>(outside));
  }
}
