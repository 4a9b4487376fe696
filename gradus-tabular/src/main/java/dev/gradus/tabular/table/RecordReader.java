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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, one at a time. The first record names the columns, unless the dialect
 * says that there is no header: then they are called {@code c1}, {@code c2}, … or as the options
 * name them. Every other record has as many cells; blank lines stand at the end only.
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
  private @Nullable CsvRecord ahead;
  private final List<String> first;
  private final char delimiter;

  private RecordReader(String file, Utf8Reader text, TableOptions options) {
    Dialect dialect = options.dialect();
    delimiter = dialect.delimiter();
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
    CsvRecord record = firstRecord();
    first = texts(record);
    names = dialect.header() ? header(record) : assumed(record.size(), options.names());
    ahead = dialect.header() ? null : record;
  }

  /**
   * Opens the file and reads its first record.
   *
   * @param options of which the dialect and the names are used
   * @throws FileException if it cannot be opened or read
   * @throws DataException if it is empty, of another format, or its first record names two columns
   *     alike or leaves one without a name
   */
  @SuppressWarnings("MustBeClosedChecker")
  public static RecordReader open(CsvSource source, TableOptions options) {
    InputStream in = source.open();
    try {
      return new RecordReader(source.name(), new Utf8Reader(source.name(), in), options);
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
   * The next record, with as many cells as there are names; null after the last. After a refusal of
   * one record for its number of fields, a bare quote or a blank line before it, the next call goes
   * on with the next.
   *
   * @throws FileException if reading fails
   * @throws DataException if the record breaks the dialect or a limit
   */
  public @Nullable CsvRecord next() {
    CsvRecord record = ahead;
    ahead = null;
    if (record == null) {
      record = fetch();
    }
    if (record == null) {
      return null;
    }
    if (record.isBlank()) {
      return afterBlank(record.line());
    }
    if (record.fields() != names.size()) {
      throw ragged(record.line(), record.fields());
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

  private CsvRecord firstRecord() {
    CsvRecord record = fetch();
    if (record == null || (record.isBlank() && afterBlank(1) == null)) {
      throw new DataException("csv.empty", Location.of(file), "the file is empty");
    }
    if (record.fields() > MOST_COLUMNS) {
      throw refused(
          "csv.too_many_columns",
          record.line(),
          record.fields() + " columns; at most " + MOST_COLUMNS);
    }
    return record;
  }

  private static List<String> texts(CsvRecord record) {
    return IntStream.range(0, record.size()).mapToObj(record::trimmed).toList();
  }

  private List<String> header(CsvRecord record) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < record.size(); i++) {
      String name = first.get(i);
      if (name.isEmpty()) {
        throw refused("csv.unnamed_column", record.line(i), "column " + (i + 1) + " has no name");
      }
      if (!seen.add(name)) {
        String what = "two columns are named " + Quotation.of(name);
        throw refused("csv.duplicate_column", record.line(i), what);
      }
    }
    return first;
  }

  private static List<String> assumed(int columns, List<String> names) {
    if (names.size() == columns) {
      return names;
    }
    return IntStream.rangeClosed(1, columns).mapToObj(place -> "c" + place).toList();
  }

  /** Blank lines may stand at the end; what follows them elsewhere is kept for the next call. */
  private @Nullable CsvRecord afterBlank(long line) {
    CsvRecord record = fetch();
    while (record != null && record.isBlank()) {
      record = fetch();
    }
    if (record != null) {
      ahead = record;
      throw refused("csv.blank_line", line, "a blank line between records");
    }
    return null;
  }

  private DataException ragged(long line, int fields) {
    return new DataException(
        "csv.ragged",
        Location.line(file, line),
        fields + (fields == 1 ? " field" : " fields") + ", the first record has " + names.size(),
        otherDelimiter());
  }

  private DataException refused(String code, long line, String what) {
    return new DataException(code, Location.line(file, line), what);
  }

  /**
   * The delimiter that the first record speaks for where it is one field with a semicolon or a tab
   * in it; the stated one where nothing speaks against it.
   */
  public char likelyDelimiter() {
    if (first.size() != 1) {
      return delimiter;
    }
    String field = first.getFirst();
    return field.indexOf(';') >= 0 ? ';' : field.indexOf('\t') >= 0 ? '\t' : delimiter;
  }

  /** A hint where the first record is one field with another usual delimiter in it. */
  @Nullable String otherDelimiter() {
    return otherDelimiter(first);
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
    CsvRecord record;
    try {
      record = records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw translated(e);
    } catch (UncheckedIOException e) {
      throw InputFile.failed(file, e.getCause());
    }
    DataException fault = record == null ? null : collector.fault();
    if (fault != null) {
      throw fault;
    }
    return record;
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
