package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.Map;

/** What is in a table, column by column. */
final class ColumnsForm {
  /** Of many categories so many are listed. */
  private static final int LISTED = 64;

  private ColumnsForm() {}

  static Map<String, Object> write(Workbench.Brought brought) {
    Table table = brought.table();
    List<Map<String, Object>> columns = table.columns().stream().map(ColumnsForm::column).toList();
    return new Fields()
        .put("name", brought.name())
        .put("rows", table.rows())
        .put("columns", columns)
        .put("target", brought.target())
        .map();
  }

  private static Map<String, Object> column(Column column) {
    Fields fields = new Fields().put("name", column.name());
    switch (column) {
      case NumberColumn numbers -> {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int row = 0; row < numbers.size(); row++) {
          if (!numbers.isMissing(row)) {
            least = Math.min(least, numbers.value(row));
            most = Math.max(most, numbers.value(row));
            sum += numbers.value(row);
          }
        }
        fields
            .put("kind", numbers.kind().label())
            .number("least", least)
            .number("most", most)
            .number("mean", sum / (numbers.size() - numbers.missing()));
      }
      case CategoryColumn texts ->
          fields
              .put("kind", "category")
              .put("categories", texts.categories().stream().limit(LISTED).toList())
              .put("distinct", texts.categories().size());
    }
    return fields.put("missing", column.missing()).map();
  }
}
