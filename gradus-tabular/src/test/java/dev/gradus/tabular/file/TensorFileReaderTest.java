package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradus.error.FileException;
import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Precision;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no models, each with its sentence: rows 51 to 63 of the list of bad inputs. */
class TensorFileReaderTest {
  private static final String SUM = "0".repeat(64);
  private static final byte[] SOUND = TensorFileTest.small(Precision.FLOAT32).bytes();

  private static String refusal(byte[] bytes) {
    ModelFormatException e =
        catchThrowableOfType(
            ModelFormatException.class, () -> TensorFileReader.read("m.gradus", bytes));
    assertThat(e).as("refused").isNotNull();
    assertThat(e.location().place()).isEqualTo("m.gradus");
    assertThat(e.code()).startsWith("model.");
    return String.valueOf(e.getMessage()).replaceFirst("^m\\.gradus: ", "");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A frame around any header and content, whatever they say. */
  private static byte[] frame(long length, String header, int content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
    bytes.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[content]);
    return bytes.toByteArray();
  }

  private static byte[] frame(String header, int content) {
    return frame(header.getBytes(StandardCharsets.UTF_8).length, header, content);
  }

  private static byte[] tensors(String entries, int content) {
    return frame(
        "{\"__metadata__\":{\"sha256\":\""
            + SUM
            + "\",\"format\":\"gradus\",\"version\":\"2\",\"gradus\":\"{}\"}"
            + (entries.isEmpty() ? "" : ",")
            + entries
            + "}",
        content);
  }

  private static String entry(String name, long rows, long columns, long begin, long end) {
    return "\"%s\":{\"dtype\":\"F64\",\"shape\":[%d,%d],\"data_offsets\":[%d,%d]}"
        .formatted(name, rows, columns, begin, end);
  }

  @Test
  void whatIsNoModelIsSaidToBeWhatItLooksLike() {
    assertThat(refusal(new byte[0])).isEqualTo("the file is empty");
    assertThat(refusal(ascii("a,b,y\n1,2,3\n")))
        .isEqualTo("not a Gradus model (it looks like a CSV file)");
    assertThat(refusal(ascii("PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000")))
        .isEqualTo("not a Gradus model (it looks like a zip file)");
    assertThat(refusal(ascii("\u00ac\u00ed\u0000\u0005sr\u0000\u0011java")))
        .isEqualTo("not a Gradus model (it looks like a serialized Java object)");
    assertThat(refusal(ascii("\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0000")))
        .isEqualTo("not a Gradus model (it looks like a gzip file)");
    assertThat(refusal(ascii("\u0008\u0008\u0012\u0006gradus:")))
        .isEqualTo("not a Gradus model (it looks like an ONNX file)");
    assertThat(refusal(frame("{\"W\":{}}", 0))).contains("\"__metadata__\" is missing");
    assertThat(refusal(frame("{\"__metadata__\":{\"format\":\"pt\"}}", 0)))
        .isEqualTo("not a Gradus model (it holds tensors of another program)");
  }

  @Test
  void everyPrefixIsRefused() {
    for (int length = 0; length < SOUND.length; length++) {
      assertThat(refusal(Arrays.copyOf(SOUND, length))).as("%d bytes", length).isNotEmpty();
    }
    assertThat(refusal(Arrays.copyOf(SOUND, SOUND.length - 3)))
        .isEqualTo("cut short: " + (SOUND.length - 3) + " of " + SOUND.length + " bytes");
  }

  @Test
  void everyFlippedBitIsRefused() {
    for (int bit = 0; bit < 8 * SOUND.length; bit++) {
      byte[] damaged = SOUND.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(refusal(damaged)).as("bit %d of byte %d", bit % 8, bit / 8).isNotEmpty();
    }
    byte[] weight = SOUND.clone();
    weight[SOUND.length - 1] ^= 1;
    assertThat(refusal(weight)).isEqualTo("damaged: the checksum of the weights does not match");
  }

  @Test
  void bytesAfterTheEndAreCounted() {
    assertThat(refusal(Arrays.copyOf(SOUND, SOUND.length + 17)))
        .isEqualTo("17 bytes after the end");
    assertThat(refusal(tensors("", 1))).isEqualTo("1 byte after the end");
  }

  @Test
  void aNewerFormatIsNamedBesideTheKnownOne() {
    String text = new String(SOUND, StandardCharsets.ISO_8859_1);
    assertThat(refusal(ascii(text.replace("\"version\":\"2\"", "\"version\":\"3\""))))
        .isEqualTo("format 3, this Gradus reads up to 2; update Gradus");
    for (String odd : new String[] {"0", "x", "-", "\u0001", " "}) {
      assertThat(refusal(ascii(text.replace("\"version\":\"2\"", "\"version\":\"" + odd + "\""))))
          .isNotEmpty();
    }
  }

  @Test
  void theLengthOfTheHeaderIsComparedBeforeAnythingIsAllocated() {
    assertThat(refusal(frame(Long.MAX_VALUE, "{}", 0)))
        .isEqualTo("header of 9223372036854775807 bytes; at most 1048576");
    assertThat(refusal(frame(Long.MIN_VALUE, "{}", 0)))
        .isEqualTo("header of 9223372036854775808 bytes; at most 1048576");
    assertThat(refusal(frame(-1, "{}", 0)))
        .isEqualTo("header of 18446744073709551615 bytes; at most 1048576");
    assertThat(refusal(frame(1 << 20, "{}", 0)))
        .isEqualTo("cut short: 10 of 1048584 bytes or more");
    assertThat(refusal(frame(0, "{}", 0))).isNotEmpty();
  }

  @Test
  void sizesAreComparedWithTheFilesBeforeAnythingIsAllocated() {
    byte[] huge = tensors(entry("W1", 65536, 65536, 0, 34359738368L), 64);
    assertThat(refusal(huge))
        .isEqualTo("tensor \"W1\": needs 34359738368 bytes, the file has " + huge.length);
    byte[] large = tensors(entry("W1", 16384, 65536, 0, 8589934592L), 64);
    assertThat(refusal(large)).startsWith("cut short: " + large.length + " of 8589934");
    assertThat(refusal(tensors(entry("W1", 1, 1 << 25, 0, 8), 8)))
        .isEqualTo("tensor \"W1\": each size is a whole number from 1 to 16777216");
    assertThat(refusal(tensors(entry("W1", 0, 1, 0, 0), 0)))
        .isEqualTo("tensor \"W1\": each size is a whole number from 1 to 16777216");
    assertThat(refusal(tensors(entry("W1", 1, 1, -8, 0), 8)))
        .isEqualTo("tensor \"W1\": an offset is a whole number of bytes");
    assertThat(refusal(tensors(entry("W1", 1, 2, 0, 8), 8)))
        .isEqualTo("tensor \"W1\": needs 16 bytes, its offsets give 8");
  }

  @Test
  void tensorsNeitherOverlapNorLeaveHoles() {
    String first = entry("W1", 4, 8, 0, 256);
    assertThat(refusal(tensors(first + "," + entry("W2", 4, 8, 128, 384), 384)))
        .isEqualTo("tensor \"W2\": starts at byte 128, \"W1\" ends at 256");
    assertThat(refusal(tensors(first + "," + entry("W2", 4, 8, 264, 520), 520)))
        .isEqualTo("tensor \"W2\": starts at byte 264, \"W1\" ends at 256");
    assertThat(refusal(tensors(entry("W1", 1, 1, 8, 16), 16)))
        .isEqualTo("tensor \"W1\": starts at byte 8, the header ends at 0");
  }

  @Test
  void hostileHeadersAreAnsweredAtOnce() {
    String many =
        IntStream.range(0, 5000)
            .mapToObj(i -> entry("t" + i, 1, 1, 8L * i, 8L * i + 8))
            .collect(Collectors.joining(","));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), // that it ends at all; a limit of 1 s would fail on a busy machine
        () -> {
          assertThat(refusal(tensors(many, 40_000))).isEqualTo("header: more than 4096 tensors");
          assertThat(refusal(frame("{\"a\":".repeat(10_000), 0)))
              .isEqualTo("header: nested more than 32 deep");
          assertThat(refusal(frame("{\"a\":[" + "1,".repeat(400_000) + "1]}", 0))).isNotEmpty();
        });
  }

  @Test
  void namesAndKeysAreHeldToTheirLimits() {
    assertThat(refusal(tensors(entry("\u00fc".repeat(129), 1, 1, 0, 8), 8)))
        .isEqualTo("header: a tensor's name has 1 to 256 bytes");
    assertThat(refusal(tensors(entry("", 1, 1, 0, 8), 8)))
        .isEqualTo("header: a tensor's name has 1 to 256 bytes");
    assertThat(refusal(tensors(entry("W", 1, 1, 0, 8) + "," + entry("W", 1, 1, 8, 16), 16)))
        .endsWith("a key that comes twice");
    assertThat(refusal(tensors(entry("W", 1, 1, 0, 8).replace("F64", "I8"), 8)))
        .isEqualTo("tensor \"W\": dtype \"I8\"; F32, F64");
    assertThat(refusal(tensors(entry("W", 1, 1, 0, 8).replace("shape", "shapes"), 8)))
        .isEqualTo("header.W: unknown key \"shapes\"");
    assertThat(refusal(tensors(entry("W", 1, 1, 0, 8).replace("[1,1]", "[1]"), 8)))
        .isEqualTo("tensor \"W\": wants a shape of two sizes and two offsets");
  }

  @Test
  void weightsThatAreNoNumbersAreNamed() {
    for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] values = new double[20];
      values[17] = odd;
      Tensor tensor = new Tensor("W1", 4, 5, Precision.FLOAT32, values);
      TensorFile file = new TensorFile(java.util.Map.of(), java.util.List.of(tensor));
      assertThat(refusal(file.bytes())).isEqualTo("tensor \"W1\", element 17: " + odd);
    }
  }

  @Test
  void aHeaderTooLongToBeReadIsNotWritten() {
    TensorFile file =
        new TensorFile(java.util.Map.of("a", "x".repeat(Json.MAX_BYTES)), java.util.List.of());
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(file::bytes)
        .withMessageMatching("header of 10[0-9]{5} bytes; at most 1048576.*");
  }

  @Test
  void filesThatCannotBeOpenedAreNamed(@TempDir Path folder) throws Exception {
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> TensorFileReader.read(folder))
        .withMessage(folder + ": is a folder; a model file is wanted");
    Files.write(folder.resolve("house.gradus"), SOUND);
    Path wrong = folder.resolve("houses.gradus");
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> TensorFileReader.read(wrong))
        .withMessage(wrong + ": no such file")
        .satisfies(
            e ->
                assertThat(e.hint())
                    .contains("did you mean " + nearest(folder.resolve("house.gradus")) + "?"));
  }

  /** As messages show it: cut at 40 characters. */
  private static String nearest(Path path) {
    return dev.gradus.tabular.table.Quotation.name(path.toString());
  }
}
