package dev.gradus.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A zip archive whose bytes depend on its content alone: nothing compressed (compressors differ
 * between machines), the earliest time that the format has, and the permissions of Unix, which
 * {@code java.util.zip} cannot write.
 *
 * <p>The format: PKWARE's APPNOTE.TXT 6.3.
 */
final class ZipArchive {
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final short VERSION = 20;
  private static final short MADE_BY_UNIX = 3 << 8 | VERSION;
  private static final short UTF8 = 1 << 11;
  private static final short DATE = 1 << 5 | 1; // 1980-01-01
  private static final int REGULAR_FILE = 0100000;

  private final ByteArrayOutputStream files = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  /** Adds a file. */
  void add(String name, byte[] content, boolean executable) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(content);
    byte[] common =
        fields(26)
            .putShort(VERSION)
            .putShort(UTF8)
            .putShort((short) 0) // stored
            .putShort((short) 0) // midnight
            .putShort(DATE)
            .putInt((int) sum.getValue())
            .putInt(content.length)
            .putInt(content.length)
            .putShort((short) path.length)
            .putShort((short) 0)
            .array();
    int mode = REGULAR_FILE | (executable ? 0755 : 0644);
    directory.writeBytes(fields(6).putInt(CENTRAL_HEADER).putShort(MADE_BY_UNIX).array());
    directory.writeBytes(common);
    directory.writeBytes(
        fields(14).putShort((short) 0).putInt(0).putInt(mode << 16).putInt(files.size()).array());
    directory.writeBytes(path);
    files.writeBytes(fields(4).putInt(LOCAL_HEADER).array());
    files.writeBytes(common);
    files.writeBytes(path);
    files.writeBytes(content);
    count++;
  }

  private static ByteBuffer fields(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The archive. */
  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(files.toByteArray());
    all.writeBytes(directory.toByteArray());
    all.writeBytes(
        fields(22)
            .putInt(END)
            .putInt(0) // one disk
            .putShort((short) count)
            .putShort((short) count)
            .putInt(directory.size())
            .putInt(files.size())
            .putShort((short) 0)
            .array());
    return all.toByteArray();
  }
}
