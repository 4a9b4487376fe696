package dev.gradus.tabular.report;

import dev.gradus.tabular.chart.Histogram;
import dev.gradus.tabular.summary.ColumnSummary;
import java.util.List;

/** The columns of the table. */
final class ColumnsSection {
  private static final int MOST = 200;

  private ColumnsSection() {}

  static void add(ReportData data, Html page) {
    page.section("The data").line("<div class=\"scroll\"><table class=\"columns\">");
    page.line(
        "<thead><tr><th>column</th><th></th><th>kind</th><th>missing</th><th>distinct</th>"
            + "<th>least · median · greatest, or commonest</th><th></th></tr></thead><tbody>");
    List<ReportedColumn> columns = data.columns();
    columns.stream().limit(MOST).forEach(column -> row(column, page));
    page.line("</tbody></table></div>");
    if (columns.size() > MOST) {
      page.note(MOST + " of " + columns.size() + " columns are shown.");
    }
    page.end();
  }

  private static void row(ReportedColumn column, Html page) {
    ColumnSummary of = column.summary();
    List<String> told = column.told();
    page.raw("<tr><th>").user(of.name()).raw("</th><td class=\"role\">").text(column.role());
    page.raw("</td><td>").text(of.kind().label());
    page.raw("</td><td class=\"number\">");
    page.text(of.missing() == 0 ? "–" : Figure.count(of.missing()));
    page.raw("</td><td class=\"number\">").text(Figure.count(of.distinct()));
    page.raw("</td><td class=\"summary\">");
    for (int i = 0; i < told.size(); i++) {
      page.raw(i == 0 ? "" : " · ").user(told.get(i));
    }
    page.raw("</td><td>").raw(Histogram.inline("counts", column.bars())).line("</td></tr>");
  }
}
