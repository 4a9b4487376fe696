package dev.gradus.tabular.file;

import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Precision;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The framing of a model file: the length of the header (8 bytes, little-endian), the header (JSON,
 * names, shapes and places of the tensors, and texts under {@code __metadata__}), then the tensors
 * without gaps, little-endian. Any safetensors reader can read the weights.
 *
 * <p>{@code __metadata__} holds {@code format}, {@code version}, {@code gradus} (one JSON text with
 * everything else) and {@code sha256}, over the whole file with those 64 digits as zeros. No time,
 * no name of a class, no path: the same content gives the same bytes.
 *
 * @param gradus the content of the JSON text
 * @param tensors in the order of the file
 */
public record TensorFile(Map<String, Object> gradus, List<Tensor> tensors) {
  /** The newest version that is written and read. */
  public static final int VERSION = 2;

  /** The longest header that is written and read. */
  public static final int MAX_HEADER = Json.MAX_BYTES;

  /** The most tensors that are written and read. */
  public static final int MAX_TENSORS = 4096;

  static final String METADATA = "__metadata__";
  static final String ZEROS = "0".repeat(64);

  /** Writes the whole file, or nothing. */
  public void write(Path file) {
    AtomicFile.write(file, bytes());
  }

  /**
   * The bytes of the file.
   *
   * @throws ModelFormatException if the header would be longer than is read
   */
  public byte[] bytes() {
    byte[] header = header();
    int aligned = aligned(header);
    if (aligned > MAX_HEADER) {
      throw new ModelFormatException(
          "model.header",
          Location.of(""),
          "header of "
              + aligned
              + " bytes; at most "
              + MAX_HEADER
              + ": wants fewer or shorter column and category names");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] length = new byte[Long.BYTES];
    littleEndian(length).putLong(aligned);
    out.writeBytes(length);
    out.writeBytes(header);
    out.writeBytes(" ".repeat(aligned - header.length).getBytes(StandardCharsets.US_ASCII));
    tensors.forEach(tensor -> out.writeBytes(content(tensor)));
    byte[] bytes = out.toByteArray();
    byte[] digest = hex(sha256(bytes)).getBytes(StandardCharsets.US_ASCII);
    int at = indexOf(bytes, ZEROS.getBytes(StandardCharsets.US_ASCII), 8 + aligned);
    System.arraycopy(digest, 0, bytes, at, digest.length);
    return bytes;
  }

  /** How many bytes the header takes; the values of the tensors are not looked at. */
  public int headerBytes() {
    return aligned(header());
  }

  /** Tensors begin at a multiple of their width. */
  private static int aligned(byte[] header) {
    return (header.length + 7) / 8 * 8;
  }

  /** The header; the checksum comes first, so that its zeros are the first run of 64. */
  private byte[] header() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("sha256", ZEROS);
    metadata.put("format", "gradus");
    metadata.put("version", Integer.toString(VERSION));
    metadata.put("gradus", Json.write(gradus));
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(METADATA, metadata);
    long at = 0;
    for (Tensor tensor : tensors) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("dtype", tensor.precision() == Precision.FLOAT32 ? "F32" : "F64");
      entry.put("shape", List.of(tensor.rows(), tensor.columns()));
      entry.put("data_offsets", List.of(at, at + tensor.bytes()));
      header.put(tensor.name(), entry);
      at += tensor.bytes();
    }
    return Json.bytes(header);
  }

  private static byte[] content(Tensor tensor) {
    byte[] content = new byte[Math.toIntExact(tensor.bytes())];
    ByteBuffer buffer = littleEndian(content);
    for (double value : tensor.values()) {
      if (tensor.precision() == Precision.FLOAT32) {
        buffer.putFloat((float) value);
      } else {
        buffer.putDouble(value);
      }
    }
    return content;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The SHA-256 of some bytes. */
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** In lower-case hexadecimal. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Where a pattern begins before the end; −1 if nowhere. */
  static int indexOf(byte[] bytes, byte[] pattern, int end) {
    for (int i = 8; i + pattern.length <= end; i++) {
      if (Arrays.equals(bytes, i, i + pattern.length, pattern, 0, pattern.length)) {
        return i;
      }
    }
    return -1;
  }
}
