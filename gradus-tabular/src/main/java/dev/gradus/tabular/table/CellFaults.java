package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.DecimalNumber.Refusal;
import org.jspecify.annotations.Nullable;

/** The sentences about cells that do not fit their column, with what may be done about them. */
public final class CellFaults {
  private final RecordReader reader;
  private final TableOptions options;

  /**
   * About the cells of one file.
   *
   * @param options with which it is read
   */
  public CellFaults(RecordReader reader, TableOptions options) {
    this.reader = reader;
    this.options = options;
  }

  /** Where a cell stands; the column is counted from 0. */
  public Location cell(CsvRecord record, int column) {
    return cell(record.line(column), column);
  }

  /** The same of a cell that begins in a line. */
  public Location cell(long line, int column) {
    String name = Quotation.name(reader.names().get(column));
    return Location.cell(reader.file(), line, column + 1, name);
  }

  /** A missing cell where none may be missing. */
  public DataException missing(Location cell, String text) {
    return new DataException(
        "csv.missing",
        cell,
        "missing value " + Quotation.of(text),
        "--missing impute or --missing drop");
  }

  /**
   * A cell that is not what its column holds.
   *
   * @param kind of the column, any but {@link ColumnKind#CATEGORY}
   * @param text without spaces around it
   * @param fitting how many cells of the column are known to be of the kind
   */
  public DataException misfit(ColumnKind kind, Location cell, String text, long fitting) {
    Refusal refusal =
        kind == ColumnKind.NUMBER
            ? DecimalNumber.refusal(text, options.dialect().decimal())
            : Refusal.TEXT;
    String shown = Quotation.of(text);
    String what =
        switch (refusal) {
          case NOT_FINITE -> shown + " is not a finite number";
          case TOO_LARGE -> shown + " is too large for a double";
          case TOO_LONG ->
              shown + " is a number of more than " + DecimalNumber.LONGEST + " characters";
          case FOREIGN_FORM, OTHER_DECIMAL -> shown + " is not a number";
          case TEXT -> shown + " is not " + kind.cell() + others(fitting);
        };
    return new DataException("csv." + kind.label(), cell, what, hint(refusal, cell, text));
  }

  private static String others(long fitting) {
    return switch ((int) Math.min(fitting, 2)) {
      case 0 -> "";
      case 1 -> "; 1 other cell of this column is";
      default -> "; " + fitting + " other cells of this column are";
    };
  }

  private @Nullable String hint(Refusal refusal, Location cell, String text) {
    if (refusal == Refusal.OTHER_DECIMAL) {
      return options.dialect().decimal() == '.'
          ? "a decimal comma? --delimiter \";\" --decimal \",\""
          : "a decimal point? --decimal \".\"";
    }
    String delimiter = reader.otherDelimiter();
    if (delimiter != null) {
      return delimiter;
    }
    String name = reader.names().get(cell.column() - 1);
    if (options.onlyStated() || !Quotation.isPlainWord(name)) {
      return null;
    }
    String columns = "--categorical " + name + ", --ignore " + name;
    return Quotation.isPlainWord(text) ? columns + " or --missing-token " + text : columns;
  }
}
