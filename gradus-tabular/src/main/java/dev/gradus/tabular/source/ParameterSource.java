package dev.gradus.tabular.source;

import dev.gradus.matrix.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * The parameters as texts in base 64. A constant takes less than 65,536 bytes, so they come in
 * parts, and the parts in nested classes.
 */
final class ParameterSource {
  /** Whole groups of base 64, and whole numbers of 4 and of 8 bytes: 49,152 characters. */
  private static final int PART_BYTES = 36_864;

  private static final int PARTS_PER_CLASS = 250;

  private final byte[] bytes;
  private final StringBuilder nested = new StringBuilder();
  private final StringBuilder calls = new StringBuilder();

  ParameterSource(double[] parameters, Precision precision) {
    int size = precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(size, parameters.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double value : parameters) {
      if (precision == Precision.FLOAT32) {
        buffer.putFloat((float) value);
      } else {
        buffer.putDouble(value);
      }
    }
    this.bytes = buffer.array();
    int parts = (bytes.length + PART_BYTES - 1) / PART_BYTES;
    for (int from = 0; from < parts; from += PARTS_PER_CLASS) {
      add(from / PARTS_PER_CLASS, from, Math.min(parts, from + PARTS_PER_CLASS));
    }
  }

  private void add(int number, int from, int to) {
    calls.append(String.format(Locale.ROOT, "    decode(Parameters%d.PARTS, bytes);\n", number));
    nested.append(
        String.format(Locale.ROOT, "\n  private static final class Parameters%d {\n", number));
    nested.append("    static final String[] PARTS = {\n");
    for (int part = from; part < to; part++) {
      int begin = part * PART_BYTES;
      int length = Math.min(PART_BYTES, bytes.length - begin);
      byte[] some = Arrays.copyOfRange(bytes, begin, begin + length);
      String text = Base64.getEncoder().encodeToString(some);
      nested.append("      \"").append(text).append("\",\n");
    }
    nested.append("    };\n  }\n");
  }

  /** How many bytes there are. */
  int size() {
    return bytes.length;
  }

  /** Statements that decode all parts. */
  String calls() {
    return calls.toString();
  }

  /** The nested classes. */
  String nested() {
    return nested.toString();
  }
}
