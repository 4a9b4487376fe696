package dev.gradus.tabular.report;

import dev.gradus.tabular.chart.Bars;
import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.PermutationImportance;
import java.util.List;

/** What the model relies on. */
final class ImportanceSection {
  private static final int MOST = 30;

  private ImportanceSection() {}

  static void add(ReportData data, Html page) {
    if (data.importance().isEmpty()) {
      return;
    }
    List<PermutationImportance> shown =
        data.importance().subList(0, Math.min(MOST, data.importance().size()));
    List<Bars.Bar> bars =
        shown.stream().map(one -> new Bars.Bar(one.column(), one.mean(), one.deviation())).toList();
    boolean classes = data.parts().getFirst().evaluation() instanceof Evaluation.Classification;
    page.section("What it relies on");
    page.raw("<div class=\"wide\">").raw(Bars.inline("Permutation importance", bars, 920));
    page.line("</div>");
    page.note(
        "Permutation importance: how much "
            + (classes ? "the log loss rises" : "R² falls")
            + " when the cells of a column are dealt out anew among "
            + Figure.count(data.importanceRows())
            + " rows that were not learned from; mean and standard deviation of "
            + PermutationImportance.REPEATS
            + " deals. Columns that say the same stand in for each other."
            + (shown.size() < data.importance().size()
                ? " " + MOST + " of " + data.importance().size() + " columns are shown."
                : ""));
    page.end();
  }
}
