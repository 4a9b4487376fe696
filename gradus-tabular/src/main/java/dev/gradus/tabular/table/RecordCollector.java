package dev.gradus.tabular.table;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of a record and holds it to the limits. FastCSV lets a bare quote inside an
 * unquoted field pass; it is noted here, and the record refused.
 */
final class RecordCollector extends CsvCallbackHandler<CsvRecord> {
  private static final int LONGEST_RECORD = 1 << 24;

  private final String file;
  private String[] cells = new String[16];
  private boolean[] quoted = new boolean[16];
  private long[] lines = new long[16];
  private int count;
  private long begun;
  private long line;
  private long characters;
  private boolean blank;
  private boolean anyQuoted;
  private @Nullable DataException fault;

  RecordCollector(String file) {
    this.file = file;
  }

  /** Where the field that is not yet complete begins. */
  Location here() {
    return Location.line(file, line);
  }

  /** The number of the field that is not yet complete, from 1. */
  int field() {
    return count + 1;
  }

  /** What is wrong with the record that was built last; null if nothing is. */
  @Nullable DataException fault() {
    return fault;
  }

  DataException tooLong() {
    return new DataException(
        "csv.too_long",
        here(),
        "field " + field() + " is longer than " + RecordReader.LONGEST_FIELD + " characters");
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    begun = startingLineNumber;
    line = startingLineNumber;
    count = 0;
    characters = 0;
    blank = false;
    anyQuoted = false;
    fault = null;
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean inQuotes) {
    if (length > RecordReader.LONGEST_FIELD) {
      throw tooLong();
    }
    characters += length;
    if (characters > LONGEST_RECORD) {
      throw new DataException(
          "csv.too_long", here(), "the record is longer than " + LONGEST_RECORD + " characters");
    }
    if (count < RecordReader.MOST_COLUMNS) {
      keep(new String(buffer, offset, length), inQuotes);
    }
    count++;
  }

  private void keep(String text, boolean inQuotes) {
    if (count == cells.length) {
      cells = Arrays.copyOf(cells, 2 * count);
      quoted = Arrays.copyOf(quoted, 2 * count);
      lines = Arrays.copyOf(lines, 2 * count);
    }
    if (!inQuotes && text.indexOf('"') >= 0 && fault == null) {
      fault =
          new DataException(
              "csv.bare_quote",
              here(),
              "a quote inside field "
                  + field()
                  + ", which does not begin with one; quote the field and double the quote");
    }
    cells[count] = text;
    quoted[count] = inQuotes;
    lines[count] = line;
    if (inQuotes) {
      anyQuoted = true;
      line += lineBreaks(text);
    }
  }

  /** CRLF, LF and CR each break a line, as in FastCSV's own count. */
  private static int lineBreaks(String text) {
    int breaks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean second = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      breaks += (c == '\n' || c == '\r') && !second ? 1 : 0;
    }
    return breaks;
  }

  @Override
  protected void setEmpty() {
    blank = true;
  }

  @Override
  protected CsvRecord buildRecord() {
    int kept = Math.min(count, RecordReader.MOST_COLUMNS);
    return new CsvRecord(
        begun,
        line == begun ? null : Arrays.copyOf(lines, kept),
        Arrays.copyOf(cells, kept),
        anyQuoted ? Arrays.copyOf(quoted, kept) : null,
        count);
  }

  @Override
  protected RecordType getRecordType() {
    return blank ? RecordType.EMPTY : RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return count;
  }

  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    throw new AssertionError("comments are switched off");
  }
}
