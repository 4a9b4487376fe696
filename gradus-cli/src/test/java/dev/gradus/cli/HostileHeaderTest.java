package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.file.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers that were made to cost: refused by the real command in 64 MB of memory. */
class HostileHeaderTest {
  private static final String ZEROS = "0".repeat(64);

  @TempDir Path folder;

  record Case(String name, long stated, String header, int weights, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A file whose length of the header is right, and its checksum too. */
  private static Case of(String name, String entries, int weights, String message) {
    return of(name, "{}", entries, weights, message);
  }

  private static Case of(String name, String gradus, String entries, int weights, String message) {
    String metadata =
        "\"__metadata__\":{\"sha256\":\"%s\",\"format\":\"gradus\",\"version\":\"2\",\"gradus\":%s}"
            .formatted(ZEROS, Json.write(gradus));
    String text = "{" + metadata + entries + "}";
    String sum = HexFormat.of().formatHex(sha256(file(text.length(), text, weights)));
    String header = text.replaceFirst(ZEROS, sum);
    return new Case(name, header.length(), header, weights, message);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] file(long stated, String header, int weights) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + weights)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(stated)
        .put(text)
        .array();
  }

  private static String tensor(String name, String shape, String offsets) {
    return ",\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%s]}"
        .formatted(name, shape, offsets);
  }

  private static String entries(int count) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, count).forEach(i -> text.append(",\"%05d\":0".formatted(i)));
    return text.toString();
  }

  static Stream<Case> hostile() {
    String whole = tensor("W1", "1,2", "0,8");
    return Stream.of(
        new Case(
            "2^63 - 1",
            Long.MAX_VALUE,
            "{",
            0,
            "header of 9223372036854775807 bytes; at most 1048576"),
        new Case(
            "2^63", Long.MIN_VALUE, "{", 0, "header of 9223372036854775808 bytes; at most 1048576"),
        of(
            "65536 x 65536",
            tensor("W1", "65536,65536", "0,17179869184"),
            8,
            "tensor \"W1\": needs 17179869184 bytes, the file has "),
        of(
            "2^24 x 2^24",
            tensor("W1", "16777216,16777216", "0,0"),
            8,
            "tensor \"W1\": needs 1125899906842624 bytes, the file has "),
        of(
            "int product 0",
            tensor("W1", "65536,32768", "0,0"),
            0,
            "tensor \"W1\": needs 8589934592 bytes, "),
        of(
            "a shape larger than the file",
            tensor("W1", "10000,10000", "0,400000000"),
            8,
            "cut short: "),
        of(
            "overlap",
            whole + tensor("W2", "1,2", "4,12"),
            12,
            "tensor \"W2\": starts at byte 4, \"W1\" ends at 8"),
        of(
            "hole",
            whole + tensor("W2", "1,1", "12,16"),
            16,
            "tensor \"W2\": starts at byte 12, \"W1\" ends at 8"),
        of("rest", whole, 25, "17 bytes after the end"),
        of("100,000 entries", entries(100_000), 0, "header: more than 4096 tensors"),
        of(
            "10,000 deep",
            ",\"a\":" + "[".repeat(10_000) + "]".repeat(10_000),
            0,
            "header: nested more than 32 deep"),
        of(
            "10,000 deep inside",
            "{\"inputs\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "",
            0,
            "gradus: nested more than 32 deep"),
        of(
            "class name",
            "{\"inputs\":1,\"layers\":[{\"kind\":\"java.lang.Runtime\"}]}",
            "",
            0,
            "layer 1: \"java.lang.Runtime\" is not a known activation"),
        of(
            "16777216 x 16777216 network",
            "{\"inputs\":16777216,\"layers\":"
                + Json.write(
                    List.of(Map.of("kind", "dense", "inputs", 16777216, "outputs", 16777216)))
                + "}",
            "",
            0,
            ""));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void isRefusedInALittleMemory(Case hostile) throws Exception {
    byte[] file = file(hostile.stated(), hostile.header(), hostile.weights());
    Files.write(folder.resolve("m.gradus"), file);
    ChildJvm child = new ChildJvm(folder, "-Xmx64m");
    assertThat(child.status("info", "m.gradus")).isEqualTo(65);
    assertThat(child.err())
        .startsWith("gradus: error: m.gradus: " + hostile.message())
        .hasLineCount(1);
  }
}
