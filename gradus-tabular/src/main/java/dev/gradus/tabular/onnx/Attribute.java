package dev.gradus.tabular.onnx;

/** An attribute of a node: {@code AttributeProto} of onnx.proto. */
final class Attribute {
  private static final int FLOAT = 1;
  private static final int INT = 2;
  private static final int STRING = 3;

  private final Wire message;

  private Attribute(Wire message) {
    this.message = message;
  }

  static Attribute of(String name, double value) {
    return new Attribute(new Wire().put(1, name).put(2, (float) value).put(20, FLOAT));
  }

  static Attribute of(String name, long value) {
    return new Attribute(new Wire().put(1, name).put(3, value).put(20, INT));
  }

  static Attribute of(String name, String value) {
    return new Attribute(new Wire().put(1, name).put(4, value).put(20, STRING));
  }

  Wire message() {
    return message;
  }
}
