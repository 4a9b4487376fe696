package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.DecimalNumber.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column while it grows, cell by cell; also the sentences about cells that do not fit it. */
final class ColumnBuilder {
  private final RecordReader reader;
  private final TableOptions options;
  private final int column;
  private final ColumnKind kind;
  private final long fitting;
  private double[] values = new double[0];
  private int[] codes = new int[0];
  private final TruthWords words = new TruthWords();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> categories = new ArrayList<>();
  private int size;

  /**
   * @param column the place of the column in the file, from 0
   * @param fitting how many of its cells are known to be of the kind; 0 where that is not known
   */
  ColumnBuilder(
      RecordReader reader, TableOptions options, int column, ColumnKind kind, long fitting) {
    this.reader = reader;
    this.options = options;
    this.column = column;
    this.kind = kind;
    this.fitting = fitting;
  }

  void add(CsvRecord record) {
    String text = record.trimmed(column);
    if (kind == ColumnKind.CATEGORY) {
      addCategory(text, record);
    } else {
      addNumber(text, record);
    }
    size++;
  }

  Column build() {
    String name = reader.names().get(column);
    if (kind == ColumnKind.CATEGORY) {
      return new CategoryColumn(name, Arrays.copyOf(codes, size), categories);
    }
    List<String> said = kind == ColumnKind.BOOLEAN ? words.list() : List.of();
    return new NumberColumn(name, kind, Arrays.copyOf(values, size), said);
  }

  private void addNumber(String text, CsvRecord record) {
    if (size == values.length) {
      values = Arrays.copyOf(values, grown());
    }
    double value = text.isEmpty() ? Double.NaN : kind.read(text, options.dialect().decimal());
    if (Double.isNaN(value)) {
      if (!options.dialect().isMissing(text)) {
        throw kind == ColumnKind.NUMBER ? notANumber(text, record) : notOfKind(text, record);
      }
      allowMissing(text, record);
    } else if (kind == ColumnKind.BOOLEAN) {
      words.add(text, value);
    }
    values[size] = value;
  }

  private void addCategory(String text, CsvRecord record) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, grown());
    }
    if (options.dialect().isMissing(text)) {
      allowMissing(text, record);
      codes[size] = CategoryColumn.MISSING;
    } else {
      codes[size] = CategoryColumn.code(record.text(column), places, categories);
    }
  }

  private int grown() {
    return Math.max(64, size + (size >> 1));
  }

  private void allowMissing(String text, CsvRecord record) {
    if (options.refuseMissing()) {
      throw new DataException(
          "csv.missing",
          cell(record),
          "missing value " + Quotation.of(text),
          "--missing impute or --missing drop");
    }
  }

  private DataException notANumber(String text, CsvRecord record) {
    Refusal refusal = DecimalNumber.refusal(text, options.dialect().decimal());
    String shown = Quotation.of(text);
    String what =
        switch (refusal) {
          case NOT_FINITE -> shown + " is not a finite number";
          case TOO_LARGE -> shown + " is too large for a double";
          case TOO_LONG ->
              shown + " is a number of more than " + DecimalNumber.LONGEST + " characters";
          case FOREIGN_FORM, OTHER_DECIMAL -> shown + " is not a number";
          case TEXT -> shown + " is not a number" + others();
        };
    return new DataException("csv.number", cell(record), what, hint(refusal, text));
  }

  private DataException notOfKind(String text, CsvRecord record) {
    String what = Quotation.of(text) + " is not " + kind.cell() + others();
    return new DataException("csv." + kind.label(), cell(record), what, hint(Refusal.TEXT, text));
  }

  private String others() {
    return switch ((int) Math.min(fitting, 2)) {
      case 0 -> "";
      case 1 -> "; 1 other cell of this column is";
      default -> "; " + fitting + " other cells of this column are";
    };
  }

  private @Nullable String hint(Refusal refusal, String text) {
    if (refusal == Refusal.OTHER_DECIMAL) {
      return options.dialect().decimal() == '.'
          ? "a decimal comma? --delimiter \";\" --decimal \",\""
          : "a decimal point? --decimal \".\"";
    }
    String delimiter = RecordReader.otherDelimiter(reader.names());
    if (delimiter != null) {
      return delimiter;
    }
    String name = reader.names().get(column);
    if (options.onlyStated() || !Quotation.isPlainWord(name)) {
      return null;
    }
    String columns = "--categorical " + name + ", --ignore " + name;
    return Quotation.isPlainWord(text) ? columns + " or --missing-token " + text : columns;
  }

  private Location cell(CsvRecord record) {
    String name = Quotation.name(reader.names().get(column));
    return Location.cell(reader.file(), record.line(column), column + 1, name);
  }
}
