package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8, strictly: a byte order mark is skipped, a byte that is not UTF-8 is refused with its line,
 * and so is a carriage return that ends a line without a line feed.
 *
 * <p>What stands before the fault is delivered first, so that an earlier mistake in the file is the
 * one that is reported.
 */
final class Utf8Reader extends Reader {
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private boolean ended;
  private long lines = 1;
  private boolean quoted;
  private boolean afterReturn;
  private @Nullable DataException fault;

  /**
   * @param file as the user gave it
   * @throws DataException if the first bytes are those of another format
   */
  Utf8Reader(String file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    byte[] first = in.readNBytes(ForeignFormat.BYTES);
    ForeignFormat.refuse(file, first);
    bytes.clear().put(first).flip();
    if (first.length >= 3
        && first[0] == (byte) 0xef
        && first[1] == (byte) 0xbb
        && first[2] == (byte) 0xbf) {
      bytes.position(3);
    }
  }

  /** Delivers at least one character, or -1 at the end; room for two is wanted. */
  @Override
  public int read(char[] chars, int from, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(chars, from, length);
    while (fault == null && out.position() == from) {
      CoderResult result = decoder.decode(bytes, out, ended);
      int sound = sound(chars, from, out.position());
      if (fault == null && result.isError()) {
        int bad = bytes.get(bytes.position()) & 0xff;
        fault =
            refusal("csv.encoding", String.format(Locale.ROOT, "byte 0x%02x is not UTF-8", bad));
      }
      if (sound > 0) {
        return sound;
      }
      if (fault == null) {
        if (ended) {
          return -1;
        }
        fill();
      }
    }
    throw Objects.requireNonNull(fault);
  }

  /** How many of the characters stand before a stray carriage return; lines are counted. */
  private int sound(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (afterReturn && c != '\n') {
        fault =
            refusal(
                "csv.line_end", "a carriage return without a line feed; lines end in LF or CRLF");
        return i - from;
      }
      quoted ^= c == '"';
      afterReturn = c == '\r' && !quoted;
      lines += c == '\n' ? 1 : 0;
    }
    return to - from;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(count, 0)).flip();
  }

  private DataException refusal(String code, String what) {
    return new DataException(code, Location.line(file, lines), what);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
