package dev.gradus.cli;

import dev.gradus.tabular.metric.Metric;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.PermutationImportance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model relies on most, as a small table. */
final class ImportanceTable {
  private static final int MOST = 5;

  private ImportanceTable() {}

  /** For a person: the first few. */
  static void show(Evaluation of, List<PermutationImportance> importance, Page page) {
    boolean classes = of instanceof Evaluation.Classification;
    page.say(
        "what it relies on: %s when a column is shuffled",
        classes ? "the log loss rises by" : "R² falls by");
    importance.stream()
        .limit(MOST)
        .forEach(
            one ->
                page.say(
                    "%-28s %12s ± %s",
                    Shown.value(one.column()),
                    Metric.text(one.mean()),
                    Metric.text(one.deviation())));
    int more = importance.size() - MOST;
    if (more > 0) {
      page.say("and %d %s more", more, more == 1 ? "column" : "columns");
    }
    page.say("");
  }

  /** For a program: all of them. */
  static void put(List<PermutationImportance> importance, Page page) {
    page.put("importance", importance.stream().map(ImportanceTable::form).toList());
  }

  private static Map<String, Object> form(PermutationImportance one) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("column", one.column());
    form.put("mean", one.mean());
    form.put("deviation", one.deviation());
    return form;
  }
}
