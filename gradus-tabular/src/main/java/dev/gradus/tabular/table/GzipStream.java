package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a gzip file holds; one that is damaged or cut short is refused by name. */
final class GzipStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final String file;

  private GzipStream(String file, InputStream in) {
    super(in);
    this.file = file;
  }

  /**
   * The decompressed bytes. If it refuses, what is stored is closed.
   *
   * @throws DataException if the file does not begin as a gzip file does
   */
  static InputStream of(String file, InputStream stored) {
    try {
      return begun(file, stored);
    } catch (RuntimeException e) {
      try {
        stored.close();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // the caller closes what it gets
  private static InputStream begun(String file, InputStream stored) {
    try {
      PushbackInputStream begun = new PushbackInputStream(stored, 2);
      byte[] magic = begun.readNBytes(2);
      begun.unread(magic);
      if (magic.length == 0) {
        return begun; // an empty file is answered as any other
      }
      if (magic.length < 2 || magic[0] != 0x1f || magic[1] != (byte) 0x8b) {
        throw new DataException(
            "csv.gzip", Location.of(file), "is not a gzip file, as its name says");
      }
      return new GzipStream(file, new GZIPInputStream(begun, BUFFER));
    } catch (ZipException | EOFException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw InputFile.failed(file, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return super.read(bytes, from, length);
    } catch (ZipException | EOFException e) {
      throw damaged(file, e);
    }
  }

  private static DataException damaged(String file, IOException e) {
    String how = e instanceof EOFException ? "cut short" : "damaged";
    DataException refusal =
        new DataException("csv.gzip", Location.of(file), "the gzip file is " + how);
    refusal.addSuppressed(e);
    return refusal;
  }
}
