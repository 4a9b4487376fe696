package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.matrix.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {
  /** A small file of either precision. */
  static TensorFile small(Precision precision) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("b", List.of(1L, 0.1, "\u00fc\"\\"));
    content.put("a", Map.of("k", true));
    return new TensorFile(
        content,
        List.of(
            new Tensor("W1", 2, 3, precision, new double[] {1, -2.5, 0x1p-149, -0.0, 0.5, 3e38}),
            new Tensor("b1", 1, 1, precision, new double[] {-7})));
  }

  @Test
  void readsBackWhatItWroteBitForBit() {
    for (Precision precision : Precision.values()) {
      TensorFile file = small(precision);
      TensorFile back = TensorFileReader.read("m", file.bytes());
      assertThat(back.gradus()).isEqualTo(file.gradus());
      assertThat(back.gradus().keySet()).containsExactly("b", "a");
      assertThat(back.tensors()).extracting(Tensor::name).containsExactly("W1", "b1");
      for (int i = 0; i < 2; i++) {
        Tensor was = file.tensors().get(i);
        Tensor is = back.tensors().get(i);
        assertThat(is.precision()).isEqualTo(precision);
        assertThat(is.rows()).isEqualTo(was.rows());
        assertThat(is.columns()).isEqualTo(was.columns());
        double[] stored =
            precision == Precision.FLOAT64
                ? was.values()
                : Arrays.stream(was.values()).map(value -> (float) value).toArray();
        assertThat(Arrays.stream(is.values()).mapToLong(Double::doubleToRawLongBits))
            .containsExactly(
                Arrays.stream(stored)
                    .mapToLong(Double::doubleToRawLongBits)
                    .boxed()
                    .toArray(Long[]::new));
      }
    }
  }

  @Test
  void theSameContentGivesTheSameBytes(@TempDir Path folder) throws Exception {
    byte[] once = small(Precision.FLOAT32).bytes();
    assertThat(small(Precision.FLOAT32).bytes()).isEqualTo(once);
    Path file = folder.resolve("m");
    small(Precision.FLOAT32).write(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
    assertThat(TensorFileReader.read(file).gradus()).isEqualTo(small(Precision.FLOAT32).gradus());
  }

  /** The checksum as the format states it, computed here by other means. */
  @Test
  void theChecksumIsThatOfTheFileWithZerosInItsPlace() throws Exception {
    byte[] bytes = small(Precision.FLOAT64).bytes();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher stated = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"").matcher(text);
    assertThat(stated.find()).isTrue();
    byte[] zeroed = bytes.clone();
    Arrays.fill(zeroed, stated.start(1), stated.end(1), (byte) '0');
    byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(zeroed);
    assertThat(String.format("%064x", new java.math.BigInteger(1, digest)))
        .isEqualTo(stated.group(1));
  }

  /** The layout of safetensors, read with nothing of Gradus: length, header, tensors by offsets. */
  @Test
  void anyReaderOfSafetensorsFindsTheWeights() {
    byte[] bytes = small(Precision.FLOAT64).bytes();
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(file.getLong());
    assertThat(length % 8).isZero();
    String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
    assertThat(header).startsWith("{\"__metadata__\":{");
    Matcher entry =
        Pattern.compile(
                "\"(W1|b1)\":\\{\"dtype\":\"F64\",\"shape\":\\[(\\d+),(\\d+)],"
                    + "\"data_offsets\":\\[(\\d+),(\\d+)]}")
            .matcher(header);
    Map<String, List<Double>> weights = new LinkedHashMap<>();
    int end = 0;
    while (entry.find()) {
      int begin = Integer.parseInt(entry.group(4));
      assertThat(begin).isEqualTo(end);
      end = Integer.parseInt(entry.group(5));
      assertThat(end - begin)
          .isEqualTo(8 * Integer.parseInt(entry.group(2)) * Integer.parseInt(entry.group(3)));
      double[] values = new double[(end - begin) / 8];
      for (int i = 0; i < values.length; i++) {
        values[i] = file.getDouble(8 + length + begin + 8 * i);
      }
      weights.put(entry.group(1), Arrays.stream(values).boxed().toList());
    }
    assertThat(8 + length + end).isEqualTo(bytes.length);
    assertThat(weights)
        .containsExactly(
            Map.entry("W1", List.of(1.0, -2.5, 0x1p-149, -0.0, 0.5, 3e38)),
            Map.entry("b1", List.of(-7.0)));
  }

  @Test
  void metadataHoldsTextsOnly() {
    byte[] bytes = small(Precision.FLOAT32).bytes();
    String header = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(header)
        .contains("\"format\":\"gradus\",\"version\":\"2\",\"gradus\":\"{\\\"b\\\":[1,0.1,");
  }
}
