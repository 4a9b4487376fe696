package dev.gradus.tabular.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column while it grows, cell by cell. */
final class ColumnBuilder {
  private final String name;
  private final int column;
  private final ColumnKind kind;
  private final long fitting;
  private final Reading reading;
  private final CompactNumbers.Builder values = new CompactNumbers.Builder();
  private final TruthWords words = new TruthWords();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> categories = new ArrayList<>();

  /**
   * What the columns of a table share.
   *
   * @param missing what stands for a missing value
   * @param decimal the decimal mark
   * @param refuseMissing whether a missing cell is an error
   * @param faults the sentences about cells
   */
  record Reading(MissingTokens missing, char decimal, boolean refuseMissing, CellFaults faults) {
    static Reading of(RecordReader reader, TableOptions options) {
      return new Reading(
          new MissingTokens(options.dialect()),
          options.dialect().decimal(),
          options.refuseMissing(),
          new CellFaults(reader, options));
    }
  }

  /**
   * @param column the place of the column in the file, from 0
   * @param fitting how many of its cells are known to be of the kind; 0 where that is not known
   */
  ColumnBuilder(String name, int column, ColumnKind kind, long fitting, Reading reading) {
    this.name = name;
    this.column = column;
    this.kind = kind;
    this.fitting = fitting;
    this.reading = reading;
  }

  void add(CsvRecord record) {
    String text = record.trimmed(column);
    if (reading.missing.holds(text)) {
      if (reading.refuseMissing) {
        throw reading.faults.missing(reading.faults.cell(record, column), text);
      }
      values.add(kind == ColumnKind.CATEGORY ? CategoryColumn.MISSING : Double.NaN);
    } else if (kind == ColumnKind.CATEGORY) {
      values.add(CategoryColumn.code(record.text(column), places, categories));
    } else {
      addNumber(text, record);
    }
  }

  private void addNumber(String text, CsvRecord record) {
    double value = kind.read(text, reading.decimal);
    if (Double.isNaN(value)) {
      throw reading.faults.misfit(kind, reading.faults.cell(record, column), text, fitting);
    }
    if (kind == ColumnKind.BOOLEAN) {
      words.add(text, value);
    }
    values.add(value);
  }

  Column build() {
    if (kind == ColumnKind.CATEGORY) {
      return new CategoryColumn(name, values.build(), categories);
    }
    List<String> said = kind == ColumnKind.BOOLEAN ? words.list() : List.of();
    return new NumberColumn(name, kind, values.build(), said);
  }
}
