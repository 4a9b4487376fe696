package dev.gradus.cli;

import dev.gradus.tabular.summary.ColumnSummary;
import dev.gradus.tabular.summary.TableSummary;
import dev.gradus.tabular.table.ColumnKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A summary of a table as lines for people: one for each column. */
final class SummaryText {
  private static final List<String> HEADER =
      List.of("column", "type", "missing", "distinct", "min", "25 %", "median", "75 %", "max");

  /** Whole numbers below this are shown with all digits. */
  private static final double LONG_WHOLE = 1e12;

  private static final MathContext DIGITS = new MathContext(5);
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int SHOWN_VALUES = 4;

  private SummaryText() {}

  static List<String> lines(TableSummary table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d rows, %d columns, %,d cells missing",
            Shown.escaped(table.file()),
            table.rows(),
            table.columns().size(),
            table.missing()));
    if (table.dropped() > 0) {
      lines.add(
          String.format(Locale.ROOT, "%,d rows with a missing cell are left out", table.dropped()));
    }
    lines.add("");
    lines.addAll(tabulated(table.columns()));
    lines.addAll(remarks(table.columns()));
    return lines;
  }

  private static List<String> tabulated(List<ColumnSummary> columns) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    columns.forEach(column -> rows.add(cells(column)));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String line = aligned(rows.get(i), widths);
      lines.add((i == 0 ? line : line + "  " + end(columns.get(i - 1))).stripTrailing());
    }
    return lines;
  }

  private static List<String> cells(ColumnSummary column) {
    List<String> cells = new ArrayList<>();
    cells.add(Shown.value(column.name()));
    cells.add(column.kind().label());
    cells.add(counted(column.missing()));
    cells.add((column.distinctExact() ? "" : "~") + counted(column.distinct()));
    column
        .numbers()
        .filter(numbers -> column.kind() != ColumnKind.BOOLEAN)
        .ifPresent(
            numbers -> {
              String about = numbers.rankError() > 0 ? "~" : "";
              cells.add(number(column.kind(), numbers.least()));
              cells.add(about + number(column.kind(), numbers.quantiles().get(1)));
              cells.add(about + number(column.kind(), numbers.median()));
              cells.add(about + number(column.kind(), numbers.quantiles().get(3)));
              cells.add(number(column.kind(), numbers.greatest()));
            });
    return cells;
  }

  /** Most counts need no separators, and a table may have ten thousand columns. */
  private static String counted(long number) {
    return number < 1000 ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
  }

  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String gap = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? "" : "  ").append(i < 2 ? row.get(i) + gap : gap + row.get(i));
    }
    return line.toString();
  }

  /** The histogram of numbers, the commonest of texts. */
  private static String end(ColumnSummary column) {
    if (column.common().isEmpty()) {
      return column.numbers().map(numbers -> bars(numbers.histogram())).orElse("");
    }
    String about = column.commonExact() ? "" : "~";
    String values =
        column.common().stream()
            .limit(SHOWN_VALUES)
            .map(value -> Shown.value(value.text()) + " " + about + counted(value.count()))
            .collect(Collectors.joining(", "));
    return column.distinct() > SHOWN_VALUES ? values + ", …" : values;
  }

  /** Two parts of the histogram to a character; nothing stands for nothing. */
  static String bars(List<Long> histogram) {
    long[] counts = new long[histogram.size() / 2];
    long most = 1;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = histogram.get(2 * i) + histogram.get(2 * i + 1);
      most = Math.max(most, counts[i]);
    }
    StringBuilder bars = new StringBuilder();
    for (long count : counts) {
      int height = (int) Math.ceil((double) count / most * BARS.length());
      bars.append(count == 0 ? ' ' : BARS.charAt(height - 1));
    }
    return bars.toString();
  }

  private static String number(ColumnKind kind, double value) {
    if (kind != ColumnKind.NUMBER) {
      return kind.text(value);
    }
    if (value == Math.rint(value) && Math.abs(value) < LONG_WHOLE) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    int magnitude = rounded.precision() - rounded.scale();
    return magnitude > 12 || magnitude < -4 ? rounded.toString() : rounded.toPlainString();
  }

  private static List<String> remarks(List<ColumnSummary> columns) {
    List<String> remarks = new ArrayList<>();
    for (ColumnSummary column : columns) {
      String name = "column " + Shown.value(column.name());
      if (column.nearlyUnique()) {
        remarks.add(name + " holds nearly as many texts as rows; train sets it aside");
      } else if (column.present() == 0) {
        remarks.add(name + " holds no value");
      } else if (column.distinct() == 1) {
        remarks.add(name + " is constant");
      }
    }
    if (columns.stream().anyMatch(ColumnSummary::isApproximate)) {
      remarks.add("~ approximate: " + bound(columns));
    }
    if (!remarks.isEmpty()) {
      remarks.addFirst("");
    }
    return remarks;
  }

  private static String bound(List<ColumnSummary> columns) {
    double worst = 0;
    for (ColumnSummary column : columns) {
      double error = column.numbers().map(numbers -> (double) numbers.rankError()).orElse(0.0);
      worst = Math.max(worst, 100 * error / Math.max(1, column.present()));
    }
    String quantiles = String.format(Locale.ROOT, "quantiles within %.2g %% of the rows, ", worst);
    return (worst > 0 ? quantiles : "") + "counts of many different values within a few %";
  }
}
