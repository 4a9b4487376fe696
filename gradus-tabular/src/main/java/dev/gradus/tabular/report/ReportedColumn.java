package dev.gradus.tabular.report;

import dev.gradus.tabular.summary.ColumnSummary;
import dev.gradus.tabular.summary.ColumnSummary.Numbers;
import dev.gradus.tabular.summary.ColumnSummary.Value;
import dev.gradus.tabular.table.ColumnKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one line of a report says about a column.
 *
 * @param role what it is for: target, feature, set aside
 * @param summary what is in it
 */
public record ReportedColumn(String role, ColumnSummary summary) {
  private static final int NAMED = 3;

  /** Least, median and greatest number, or the commonest texts. */
  List<String> told() {
    if (!summary.common().isEmpty()) {
      return summary.common().stream().limit(NAMED).map(Value::text).toList();
    }
    return summary.numbers().stream()
        .flatMap(of -> Stream.of(of.least(), of.median(), of.greatest()))
        .map(this::text)
        .toList();
  }

  private String text(double number) {
    ColumnKind kind = summary.kind();
    return kind == ColumnKind.NUMBER ? Figure.text(number) : kind.text(number);
  }

  /** The bars of a small picture: numbers in equal steps, or texts, the commonest first. */
  long[] bars() {
    return summary.common().isEmpty()
        ? summary.numbers().map(Numbers::histogram).orElse(List.of()).stream()
            .mapToLong(Long::longValue)
            .toArray()
        : summary.common().stream().mapToLong(Value::count).toArray();
  }
}
