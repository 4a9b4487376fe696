package dev.gradus.tabular.summary;

import java.util.LinkedHashMap;
import java.util.Map;

/** A summary as values of JSON. */
public final class SummaryForm {
  private SummaryForm() {}

  /** Begins with {@code rows}, {@code columns}, {@code names}, {@code first}, {@code last}. */
  public static Map<String, Object> of(TableSummary table) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("rows", table.rows());
    form.put("columns", table.columns().size());
    form.put("names", table.columns().stream().map(ColumnSummary::name).toList());
    form.put("first", table.first());
    form.put("last", table.last());
    form.put("missing", table.missing());
    form.put("dropped", table.dropped());
    form.put("summary", table.columns().stream().map(SummaryForm::of).toList());
    return form;
  }

  private static Map<String, Object> of(ColumnSummary column) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("name", column.name());
    form.put("type", column.kind().label());
    form.put("present", column.present());
    form.put("missing", column.missing());
    form.put("distinct", column.distinct());
    form.put("approximate", column.isApproximate());
    form.put("nearly_unique", column.nearlyUnique());
    column.numbers().ifPresent(numbers -> put(form, numbers));
    if (!column.common().isEmpty()) {
      form.put("values", column.common().stream().map(SummaryForm::of).toList());
    }
    return form;
  }

  private static void put(Map<String, Object> form, ColumnSummary.Numbers numbers) {
    form.put("min", numbers.least());
    form.put("max", numbers.greatest());
    form.put("mean", numbers.mean());
    if (Double.isFinite(numbers.deviation())) {
      form.put("deviation", numbers.deviation());
    }
    form.put("median", numbers.median());
    Map<String, Object> quantiles = new LinkedHashMap<>();
    for (int i = 0; i < ColumnSummary.Numbers.SHARES.size(); i++) {
      quantiles.put(ColumnSummary.Numbers.SHARES.get(i).toString(), numbers.quantiles().get(i));
    }
    form.put("quantiles", quantiles);
    form.put("histogram", numbers.histogram());
  }

  private static Map<String, Object> of(ColumnSummary.Value value) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("value", value.text());
    form.put("count", value.count());
    return form;
  }
}
