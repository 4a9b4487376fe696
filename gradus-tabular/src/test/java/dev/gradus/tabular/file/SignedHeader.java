package dev.gradus.tabular.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** For tests: a file of any header, with the length and the checksum that it has to have. */
public final class SignedHeader {
  private static final byte[] KEY = "\"sha256\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGITS = TensorFile.ZEROS.length();

  private SignedHeader() {}

  /** Where the header keeps its checksum, the right one is put; elsewhere nothing is changed. */
  public static byte[] file(byte[] header, byte[] weights) {
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + weights.length);
    file.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).put(weights);
    byte[] bytes = file.array();
    int key = TensorFile.indexOf(bytes, KEY, 8 + header.length);
    int at = key + KEY.length;
    if (key < 0 || at + DIGITS > 8 + header.length) {
      return bytes;
    }
    Arrays.fill(bytes, at, at + DIGITS, (byte) '0');
    byte[] right = TensorFile.hex(TensorFile.sha256(bytes)).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(right, 0, bytes, at, DIGITS);
    return bytes;
  }
}
