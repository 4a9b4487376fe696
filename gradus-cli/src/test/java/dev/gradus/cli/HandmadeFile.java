package dev.gradus.cli;

import dev.gradus.tabular.file.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Files as somebody else would make them, who knows the format and means no good: length and
 * checksum are right.
 */
final class HandmadeFile {
  private static final String ZEROS = "0".repeat(64);

  private HandmadeFile() {}

  /**
   * A file.
   *
   * @param gradus the text of that name
   * @param entries of the header after its metadata, each with a comma before it
   */
  static byte[] of(String gradus, String entries, byte[] weights) {
    String metadata =
        "\"__metadata__\":{\"sha256\":\"%s\",\"format\":\"gradus\",\"version\":\"2\",\"gradus\":%s}"
            .formatted(ZEROS, Json.write(gradus));
    return signed("{" + metadata + entries + "}", weights);
  }

  /** A tensor's entry. */
  static String tensor(String name, String shape, String offsets) {
    return ",\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%s]}"
        .formatted(name, shape, offsets);
  }

  /**
   * A file with one text in its header replaced; in the inner JSON text quotes have a backslash.
   */
  static byte[] changed(byte[] file, String text, String by) {
    int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(file, 8, length, StandardCharsets.UTF_8);
    if (!header.contains(text)) {
      throw new AssertionError(text + " is not in " + header);
    }
    String changed = header.replace(text, by).replaceFirst("[0-9a-f]{64}", ZEROS);
    return signed(changed, Arrays.copyOfRange(file, 8 + length, file.length));
  }

  /** A file with other weights. */
  static byte[] weighted(byte[] file, int from, byte... bytes) {
    int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    byte[] weights = Arrays.copyOfRange(file, 8 + length, file.length);
    System.arraycopy(bytes, 0, weights, from, bytes.length);
    String header = new String(file, 8, length, StandardCharsets.UTF_8);
    return signed(header.replaceFirst("[0-9a-f]{64}", ZEROS), weights);
  }

  private static byte[] signed(String header, byte[] weights) {
    byte[] zeroed = framed(header.getBytes(StandardCharsets.UTF_8), weights);
    String sum = HexFormat.of().formatHex(sha256(zeroed));
    return framed(header.replaceFirst(ZEROS, sum).getBytes(StandardCharsets.UTF_8), weights);
  }

  private static byte[] framed(byte[] header, byte[] weights) {
    return ByteBuffer.allocate(8 + header.length + weights.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(weights)
        .array();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
