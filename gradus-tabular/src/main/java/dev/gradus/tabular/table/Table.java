package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import dev.gradus.error.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named, typed columns of one length, with the place that each row has in its file. Immutable.
 *
 * <pre>{@code
 * Table table = Table.read(CsvSource.file("penguins.csv"), TableOptions.STANDARD);
 * }</pre>
 */
public final class Table {
  private final String file;
  private final List<String> fileColumns;
  private final Map<String, Column> columns;
  private final LineNumbers lines;
  private final Map<String, List<String>> kept;

  /** Shares its arguments. */
  Table(
      String file,
      List<String> fileColumns,
      List<Column> columns,
      LineNumbers lines,
      Map<String, List<String>> kept) {
    this.file = file;
    this.fileColumns = fileColumns;
    this.columns = new LinkedHashMap<>();
    columns.forEach(column -> this.columns.put(column.name(), column));
    this.lines = lines;
    this.kept = kept;
  }

  /**
   * A table made by a program; row i is said to stand in line i + 2, below a first record.
   *
   * @param name what messages call it
   * @throws IllegalArgumentException if there is no column, or two differ in length or are named
   *     alike
   */
  public static Table of(String name, Column... columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("a table without columns");
    }
    LineNumbers lines = LineNumbers.from(2, columns[0].size());
    List<String> names = new ArrayList<>();
    for (Column column : columns) {
      if (column.size() != lines.size() || names.contains(column.name())) {
        throw new IllegalArgumentException(
            "column "
                + column.name()
                + ": "
                + column.size()
                + " rows, wants "
                + lines.size()
                + " and a name of its own");
      }
      names.add(column.name());
    }
    return new Table(name, List.copyOf(names), List.of(columns), lines, Map.of());
  }

  /**
   * Reads a CSV file whole (a stream into memory first). Where the kind of a column is not stated
   * the file is read twice: once for the kinds, once for the cells. A column is one of numbers if
   * at least nine in ten of its cells that are not missing are; then a cell that is neither is an
   * error. So it is with dates and times of day. It is one of truth values if it holds both words
   * of a pair and no other, else one of categories.
   *
   * @throws FileException if the file cannot be opened or read
   * @throws DataException if it breaks the dialect or a limit, has no data rows, or a cell does not
   *     fit its column; with line and column
   */
  public static Table read(CsvSource source, TableOptions options) {
    CsvSource twice = source.repeatable();
    try (TableChunks rows = TableChunks.open(twice, options, profiles(twice, options))) {
      Table table = rows.next(Integer.MAX_VALUE);
      if (table == null) {
        throw noRows(twice.name());
      }
      return table;
    }
  }

  private static Map<String, ColumnProfile> profiles(CsvSource source, TableOptions options) {
    try (RecordReader reader = RecordReader.open(source, options)) {
      Map<String, ColumnProfile> profiles = new HashMap<>();
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < reader.names().size(); i++) {
        String name = reader.names().get(i);
        if (options.wants(name)) {
          profiles.put(name, new ColumnProfile(options.dialect(), reader.likelyDelimiter()));
          places.add(i);
        }
      }
      if (options.kinds().keySet().containsAll(profiles.keySet())) {
        return Map.of();
      }
      List<ColumnProfile> wanted =
          places.stream().map(reader.names()::get).map(profiles::get).toList();
      MissingTokens missing = new MissingTokens(options.dialect());
      for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
        for (int i = 0; i < wanted.size(); i++) {
          String text = record.trimmed(places.get(i));
          if (!missing.holds(text)) {
            wanted.get(i).add(text);
          }
        }
      }
      return profiles;
    }
  }

  private static DataException noRows(String file) {
    return new DataException("csv.no_rows", Location.of(file), "there are no data rows");
  }

  /** The file as the user gave it. */
  public String file() {
    return file;
  }

  /** How many rows there are. */
  public int rows() {
    return lines.size();
  }

  /** The line of the file in which a row, counted from 0, begins. */
  public long line(int row) {
    return lines.get(row);
  }

  /** The columns in the order of the file. */
  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  /** The names of the columns in the order of the file. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** The names of all columns of the file, those that were left out included. */
  public List<String> fileColumns() {
    return fileColumns;
  }

  /**
   * The texts of a column as they came, row for row.
   *
   * @throws IllegalArgumentException if the table was not read with {@link TableOptions#keeping} it
   */
  public List<String> texts(String name) {
    List<String> texts = kept.get(name);
    if (texts == null) {
      throw new IllegalArgumentException("the texts of column " + name + " were not kept");
    }
    return texts;
  }

  /** The place of a column in the file, counted from 1; 0 if there is none of that name. */
  public int place(String name) {
    return fileColumns.indexOf(name) + 1;
  }

  /** The column of that name, if the table has it. */
  public Optional<Column> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /** Where a cell stands, for messages; the row is counted from 0. */
  public Location cell(int row, String column) {
    return Location.cell(file, lines.get(row), place(column), Quotation.name(column));
  }

  /**
   * The column of that name, which the user gave with a flag.
   *
   * @param flag e.g. {@code --target}
   * @throws DataException if there is none, with the names that there are
   */
  public Column require(String name, String flag) {
    Column column = columns.get(name);
    if (column == null) {
      throw noSuchColumn(name, flag, names());
    }
    return column;
  }

  /**
   * Makes sure that the file has a column of that name, be it left out or not.
   *
   * @param flag e.g. {@code --ignore}
   * @throws DataException if it has none, with the names that there are
   */
  public void requireInFile(String name, String flag) {
    requireName(name, flag, file, fileColumns);
  }

  /**
   * Makes sure that a name is one of a file's.
   *
   * @param flag with which the user gave it, e.g. {@code --columns}
   * @throws DataException if it is not, with the names that there are
   */
  public static void requireName(String name, String flag, String file, List<String> names) {
    if (!names.contains(name)) {
      throw noSuchColumn(name, flag, file, names);
    }
  }

  /** The column of whose name this is what stands before the first comma, for a shell. */
  private static Optional<String> withComma(String name, List<String> there) {
    return there.stream()
        .filter(column -> column.startsWith(name + ","))
        .filter(column -> Quotation.isPlainWord(column.replace(",", "").replace(" ", "_")))
        .findFirst()
        .map(column -> "'\"" + column + "\"'");
  }

  private DataException noSuchColumn(String name, String flag, List<String> there) {
    return noSuchColumn(name, flag, file, there);
  }

  private static DataException noSuchColumn(
      String name, String flag, String file, List<String> there) {
    String hint =
        withComma(name, there)
            .or(() -> NearestName.to(name, there).filter(Quotation::isPlainWord))
            .map(meant -> flag + " " + meant)
            .orElse(RecordReader.otherDelimiter(there));
    return new DataException(
        "data.no_such_column",
        Location.of(flag + " " + Quotation.name(name)),
        "no such column in " + file + "; there are: " + Quotation.names(there),
        hint);
  }
}
