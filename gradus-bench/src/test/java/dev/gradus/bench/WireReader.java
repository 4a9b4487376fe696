package dev.gradus.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes apart what {@code Wire} has written.
 *
 * @param fields in the order of the bytes
 */
record WireReader(List<Field> fields) {
  /**
   * A field: a number, or bytes.
   *
   * @param number of the field
   * @param value {@code Long} or {@code byte[]}
   */
  record Field(int number, Object value) {}

  static WireReader of(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message);
    List<Field> fields = new ArrayList<>();
    while (in.hasRemaining()) {
      long key = varint(in);
      if ((key & 7) == 0) {
        fields.add(new Field((int) (key >>> 3), varint(in)));
      } else {
        byte[] value = new byte[(int) varint(in)];
        in.get(value);
        fields.add(new Field((int) (key >>> 3), value));
      }
    }
    return new WireReader(fields);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  List<Long> numbers(int number) {
    return values(number).stream().map(value -> (Long) value).toList();
  }

  List<byte[]> bytes(int number) {
    return values(number).stream().map(value -> (byte[]) value).toList();
  }

  List<String> texts(int number) {
    return bytes(number).stream().map(b -> new String(b, StandardCharsets.UTF_8)).toList();
  }

  private List<Object> values(int number) {
    return fields.stream().filter(f -> f.number() == number).map(Field::value).toList();
  }
}
