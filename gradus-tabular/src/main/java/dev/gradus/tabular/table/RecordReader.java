package dev.gradus.tabular.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import dev.gradus.error.GradusException;
import dev.gradus.error.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, one at a time. The first record names the columns; every other has as
 * many cells; blank lines stand at the end only.
 *
 * <p>Memory is that of one record, whatever the size of the file.
 */
public final class RecordReader implements AutoCloseable {
  /** The most characters of a field. */
  public static final int LONGEST_FIELD = 1 << 20;

  /** The most columns of a file. */
  public static final int MOST_COLUMNS = 10_000;

  /** A field of the allowed length, all of it doubled quotes, fits in, and one block more. */
  private static final int PARSER_BUFFER = 4 * LONGEST_FIELD;

  private final String file;
  private final CsvReader<CsvRecord> parser;
  private final CloseableIterator<CsvRecord> records;
  private final RecordCollector collector;
  private final List<String> names;

  private RecordReader(String file, Utf8Reader text, Dialect dialect) {
    this.file = file;
    collector = new RecordCollector(file);
    parser =
        CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(PARSER_BUFFER)
            .build(collector, text);
    records = parser.iterator();
    names = header();
  }

  /**
   * Opens the file and reads its first record.
   *
   * @throws FileException if it cannot be opened or read
   * @throws DataException if it is empty, of another format, or its first record names two columns
   *     alike or leaves one without a name
   */
  @SuppressWarnings("MustBeClosedChecker")
  public static RecordReader open(CsvSource source, Dialect dialect) {
    InputStream in = source.open();
    try {
      return new RecordReader(source.name(), new Utf8Reader(source.name(), in), dialect);
    } catch (IOException e) {
      throw closing(in, InputFile.failed(source.name(), e));
    } catch (RuntimeException e) {
      throw closing(in, e);
    }
  }

  private static RuntimeException closing(InputStream in, RuntimeException fault) {
    try {
      in.close();
    } catch (IOException e) {
      fault.addSuppressed(e);
    }
    return fault;
  }

  /** The file as the user gave it. */
  public String file() {
    return file;
  }

  /** The names of the columns, without spaces around those that are not quoted. */
  public List<String> names() {
    return names;
  }

  /**
   * The next record, with as many cells as there are names; null after the last.
   *
   * @throws FileException if reading fails
   * @throws DataException if the record breaks the dialect or a limit
   */
  public @Nullable CsvRecord next() {
    CsvRecord record = fetch();
    if (record == null) {
      return null;
    }
    if (collector.isBlank()) {
      return afterBlank(record.line());
    }
    if (collector.fields() != names.size()) {
      throw ragged(record.line(), collector.fields());
    }
    return record;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw InputFile.failed(file, e);
    }
  }

  private List<String> header() {
    CsvRecord first = fetch();
    if (first == null || (collector.isBlank() && afterBlank(1) == null)) {
      throw new DataException("csv.empty", Location.of(file), "the file is empty");
    }
    if (collector.fields() > MOST_COLUMNS) {
      throw refused(
          "csv.too_many_columns",
          first.line(),
          collector.fields() + " columns; at most " + MOST_COLUMNS);
    }
    List<String> header = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < first.size(); i++) {
      String name = first.trimmed(i);
      if (name.isEmpty()) {
        throw refused("csv.unnamed_column", first.line(i), "column " + (i + 1) + " has no name");
      }
      if (!seen.add(name)) {
        String what = "two columns are named " + Quotation.of(name);
        throw refused("csv.duplicate_column", first.line(i), what);
      }
      header.add(name);
    }
    return List.copyOf(header);
  }

  private @Nullable CsvRecord afterBlank(long line) {
    CsvRecord record = fetch();
    while (record != null) {
      if (!collector.isBlank()) {
        throw refused("csv.blank_line", line, "a blank line between records");
      }
      record = fetch();
    }
    return null;
  }

  private DataException ragged(long line, int fields) {
    return new DataException(
        "csv.ragged",
        Location.line(file, line),
        fields + (fields == 1 ? " field" : " fields") + ", the first record has " + names.size(),
        otherDelimiter(names));
  }

  private DataException refused(String code, long line, String what) {
    return new DataException(code, Location.line(file, line), what);
  }

  /** A hint for a file whose first record is one field with another usual delimiter in it. */
  static @Nullable String otherDelimiter(List<String> names) {
    if (names.size() != 1) {
      return null;
    }
    if (names.get(0).indexOf(';') >= 0) {
      return "line 1 holds ';': try --delimiter ';'";
    }
    return names.get(0).indexOf('\t') >= 0 ? "line 1 holds a tab: try --delimiter tab" : null;
  }

  private @Nullable CsvRecord fetch() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw translated(e);
    } catch (UncheckedIOException e) {
      throw InputFile.failed(file, e.getCause());
    }
  }

  /**
   * FastCSV wraps what the reader and the collector threw, and has one exception for its own three
   * refusals; its words tell those apart.
   */
  private RuntimeException translated(CsvParseException e) {
    if (e.getCause() instanceof GradusException ours) {
      return ours;
    }
    String said = String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    int field = collector.field();
    if (said.startsWith("Unclosed quoted field")) {
      return new DataException(
          "csv.unclosed_quote",
          collector.here(),
          "the quote that opens field " + field + " is never closed");
    }
    if (said.startsWith("Unexpected character after closing quote")) {
      return new DataException(
          "csv.after_quote", collector.here(), "text after the closing quote of field " + field);
    }
    return said.startsWith("The maximum buffer size") ? collector.tooLong() : e;
  }
}
