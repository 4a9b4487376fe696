package dev.gradus.tabular.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message in the wire format of Protocol Buffers, as far as an ONNX file needs it: fields that
 * are whole numbers, float32 numbers, and bytes. A field is its number and kind, then its value.
 */
public final class Wire {
  private static final int NUMBER = 0;
  private static final int BYTES = 2;
  private static final int FOUR_BYTES = 5;
  private static final int KIND_BITS = 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Without fields. */
  public Wire() {}

  /** A whole number. */
  public Wire put(int field, long value) {
    varint(((long) field << KIND_BITS) | NUMBER);
    varint(value);
    return this;
  }

  /** A float32 number, its lowest byte first. */
  public Wire put(int field, float value) {
    varint(((long) field << KIND_BITS) | FOUR_BYTES);
    int bits = Float.floatToIntBits(value);
    for (int shift = 0; shift < Float.SIZE; shift += Byte.SIZE) {
      out.write(bits >>> shift);
    }
    return this;
  }

  /** Bytes as they are. */
  public Wire put(int field, byte[] value) {
    varint(((long) field << KIND_BITS) | BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /** A text in UTF-8. */
  public Wire put(int field, String value) {
    return put(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A message within. */
  public Wire put(int field, Wire message) {
    return put(field, message.bytes());
  }

  /** The message. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
