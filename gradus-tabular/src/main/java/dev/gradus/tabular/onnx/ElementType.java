package dev.gradus.tabular.onnx;

import dev.gradus.matrix.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the elements of a tensor are, by the numbers of onnx.proto, {@code TensorProto.DataType}.
 */
public enum ElementType {
  /** float32. */
  FLOAT(1),
  /** Whole numbers of 64 bits. */
  INT64(7),
  /** Texts. */
  STRING(8),
  /** float64. */
  DOUBLE(11);

  private final int number;

  ElementType(int number) {
    this.number = number;
  }

  /** In the file. */
  int number() {
    return number;
  }

  /** Of the numbers of a precision. */
  static ElementType of(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> FLOAT;
      case FLOAT64 -> DOUBLE;
    };
  }

  /** Numbers as the bytes of a tensor; float32 rounds each once. */
  byte[] bytes(double[] values) {
    int size = this == FLOAT ? Float.BYTES : Long.BYTES;
    ByteBuffer raw =
        ByteBuffer.allocate(Math.multiplyExact(values.length, size)).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      switch (this) {
        case FLOAT -> raw.putFloat((float) value);
        case DOUBLE -> raw.putDouble(value);
        case INT64 -> raw.putLong((long) value);
        case STRING -> throw new IllegalArgumentException("texts are no numbers");
      }
    }
    return raw.array();
  }
}
