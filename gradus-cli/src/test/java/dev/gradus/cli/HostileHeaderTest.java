package dev.gradus.cli;

import static dev.gradus.cli.HandmadeFile.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers that were made to cost: refused by the real command in 64 MB of memory. */
class HostileHeaderTest {
  private static final int GREAT = 10_000;

  @TempDir Path folder;

  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Case(String name, byte[] file, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case lengthOnly(String name, long length, String message) {
    byte[] file = new byte[9];
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put((byte) '{');
    return new Case(name, file, message);
  }

  private static Case entries(String name, String entries, int weights, String message) {
    return new Case(name, HandmadeFile.of("{}", entries, new byte[weights]), message);
  }

  private static Case inside(String name, String gradus, String message) {
    return new Case(name, HandmadeFile.of(gradus, "", new byte[0]), message);
  }

  private static String deep() {
    return "[".repeat(GREAT) + "]".repeat(GREAT);
  }

  private static String many() {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 10 * GREAT).forEach(i -> text.append(",\"%05d\":0".formatted(i)));
    return text.toString();
  }

  static Stream<Case> hostile() {
    String whole = tensor("W1", "1,2", "0,8");
    return Stream.of(
        lengthOnly(
            "2^63 - 1", Long.MAX_VALUE, "header of 9223372036854775807 bytes; at most 1048576"),
        lengthOnly("2^63", Long.MIN_VALUE, "header of 9223372036854775808 bytes; at most 1048576"),
        entries(
            "65536 x 65536",
            tensor("W1", "65536,65536", "0,17179869184"),
            8,
            "tensor \"W1\": needs 17179869184 bytes, the file has "),
        entries(
            "2^24 x 2^24",
            tensor("W1", "16777216,16777216", "0,0"),
            8,
            "tensor \"W1\": needs 1125899906842624 bytes, the file has "),
        entries(
            "a shape larger than the file",
            tensor("W1", "10000,10000", "0,400000000"),
            8,
            "cut short: "),
        entries(
            "overlap",
            whole + tensor("W2", "1,2", "4,12"),
            12,
            "tensor \"W2\": starts at byte 4, \"W1\" ends at 8"),
        entries(
            "hole",
            whole + tensor("W2", "1,1", "12,16"),
            16,
            "tensor \"W2\": starts at byte 12, \"W1\" ends at 8"),
        entries("bytes after the end", whole, 25, "17 bytes after the end"),
        entries("100,000 entries", many(), 0, "header: more than 4096 tensors"),
        entries("10,000 deep", ",\"a\":" + deep(), 0, "header: nested more than 32 deep"),
        inside(
            "10,000 deep inside",
            "{\"inputs\":" + deep() + "}",
            "gradus: nested more than 32 deep"),
        inside(
            "the name of a class",
            "{\"inputs\":1,\"layers\":[{\"kind\":\"java.lang.Runtime\"}]}",
            "layer 1: \"java.lang.Runtime\" is not a known activation"),
        inside(
            "a network of 2^48 weights",
            "{\"inputs\":16777216,\"layers\":[{\"kind\":\"dense\",\"inputs\":16777216,"
                + "\"outputs\":16777216}]}",
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void isRefusedInALittleMemory(Case hostile) throws Exception {
    Files.write(folder.resolve("m.gradus"), hostile.file());
    ChildJvm child = new ChildJvm(folder, List.of("-Xmx64m"));
    assertThat(child.status("info", "m.gradus")).isEqualTo(65);
    assertThat(child.err())
        .startsWith("gradus: error: m.gradus: " + hostile.message())
        .hasLineCount(1);
  }
}
