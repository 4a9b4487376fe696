package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as a sequence of tables of a few rows each, in the memory of one of them: for files
 * larger than the heap. The kinds of the columns are stated, not inferred; a number column then
 * wants numbers in every cell.
 */
public final class TableChunks implements AutoCloseable {
  private final RecordReader reader;
  private final TableOptions options;
  private final Map<String, ColumnProfile> profiles;
  private final Map<String, Integer> places = new HashMap<>();
  private final ColumnBuilder.Reading reading;

  private TableChunks(
      RecordReader reader, TableOptions options, Map<String, ColumnProfile> profiles) {
    this.reader = reader;
    this.options = options;
    this.profiles = profiles;
    reading = ColumnBuilder.Reading.of(reader, options);
  }

  /**
   * Opens the file and reads its first record.
   *
   * @param options with the kind of every column that is wanted; the others are left out
   * @throws FileException if it cannot be opened or read
   * @throws DataException if its first record does not fit
   */
  public static TableChunks open(CsvSource source, TableOptions options) {
    return open(source, options.onlyKinds(options.kinds()), Map.of());
  }

  static TableChunks open(
      CsvSource source, TableOptions options, Map<String, ColumnProfile> profiles) {
    RecordReader reader = RecordReader.open(source, options);
    try {
      options
          .kept()
          .forEach(name -> Table.requireName(name, "--keep", reader.file(), reader.names()));
    } catch (DataException e) {
      reader.close();
      throw e;
    }
    return new TableChunks(reader, options, profiles);
  }

  /** The names of all columns of the file, those that are left out included. */
  public List<String> names() {
    return reader.names();
  }

  /**
   * The next rows as a table.
   *
   * @param rows the most rows, at least 1
   * @return null after the last row
   * @throws FileException if reading fails
   * @throws DataException if a record breaks the dialect or a cell does not fit its column
   */
  public @Nullable Table next(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a chunk of " + rows + " rows; at least 1 is wanted");
    }
    List<ColumnBuilder> builders = builders();
    Map<String, List<String>> kept = new LinkedHashMap<>();
    options.kept().forEach(name -> kept.put(name, new ArrayList<>()));
    LineNumbers.Builder lines = new LineNumbers.Builder();
    CsvRecord record = reader.next();
    while (record != null) {
      lines.add(record.line());
      for (ColumnBuilder builder : builders) {
        builder.add(record);
      }
      for (Map.Entry<String, List<String>> entry : kept.entrySet()) {
        entry.getValue().add(record.text(place(entry.getKey())));
      }
      record = lines.size() < rows ? reader.next() : null;
    }
    if (lines.size() == 0) {
      return null;
    }
    List<Column> columns = builders.stream().map(ColumnBuilder::build).toList();
    return new Table(reader.file(), reader.names(), columns, lines.build(), kept);
  }

  /** The place of a column whose texts are kept, from 0. */
  private int place(String name) {
    return places.computeIfAbsent(name, reader.names()::indexOf);
  }

  private List<ColumnBuilder> builders() {
    List<ColumnBuilder> builders = new ArrayList<>();
    for (int i = 0; i < reader.names().size(); i++) {
      String name = reader.names().get(i);
      if (options.wants(name)) {
        ColumnProfile profile = profiles.get(name);
        ColumnKind stated = options.kinds().get(name);
        ColumnKind kind =
            stated != null ? stated : profile != null ? profile.kind() : ColumnKind.CATEGORY;
        long fitting = profile == null ? 0 : profile.fitting(kind);
        builders.add(new ColumnBuilder(name, i, kind, fitting, reading));
      }
    }
    return builders;
  }

  @Override
  public void close() {
    reader.close();
  }
}
