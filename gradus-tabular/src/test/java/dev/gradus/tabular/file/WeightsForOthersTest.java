package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.RandomModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers that share nothing with Gradus, written from the formats' own descriptions. */
class WeightsForOthersTest {
  private static final int MODEL = 4; // a residual block or layer normalization among its layers

  @TempDir Path folder;

  private static Map<String, double[]> wanted(Parameters parameters) {
    Map<String, double[]> all = new LinkedHashMap<>();
    for (Map.Entry<String, Matrix> block : parameters.views().entrySet()) {
      all.put(block.getKey(), block.getValue().toArray());
    }
    return all;
  }

  private static double[] numbers(ByteBuffer bytes, boolean wide) {
    double[] numbers = new double[bytes.remaining() / (wide ? 8 : 4)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = wide ? bytes.getDouble() : bytes.getFloat();
    }
    return numbers;
  }

  /** Of the format's description: a length of 8 bytes, a JSON header, tensors one after another. */
  private static Map<String, double[]> safetensors(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(bytes.getLong());
    String header = new String(file, 8, length, StandardCharsets.UTF_8);
    Matcher tensors =
        Pattern.compile(
                "\"([A-Za-z_]+\\d+)\":\\{\"dtype\":\"F(32|64)\",\"shape\":\\[(\\d+),(\\d+)\\],"
                    + "\"data_offsets\":\\[(\\d+),(\\d+)\\]\\}")
            .matcher(header);
    Map<String, double[]> all = new LinkedHashMap<>();
    while (tensors.find()) {
      int from = 8 + length + Integer.parseInt(tensors.group(5));
      int to = 8 + length + Integer.parseInt(tensors.group(6));
      ByteBuffer part = bytes.slice(from, to - from).order(ByteOrder.LITTLE_ENDIAN);
      double[] numbers = numbers(part, tensors.group(2).equals("64"));
      assertThat(Integer.parseInt(tensors.group(3)) * Integer.parseInt(tensors.group(4)))
          .isEqualTo(numbers.length);
      all.put(tensors.group(1), numbers);
    }
    return all;
  }

  /** Of NumPy's enhancement proposal 1. */
  private static Map<String, double[]> npz(byte[] file) throws IOException {
    Map<String, double[]> all = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        byte[] array = zip.readAllBytes();
        assertThat(e.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(new String(array, 1, 5, StandardCharsets.US_ASCII)).isEqualTo("NUMPY");
        ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getShort(8);
        assertThat((10 + length) % 64).isZero();
        String header = new String(array, 10, length, StandardCharsets.US_ASCII);
        assertThat(header).contains("'fortran_order': False").endsWith("\n");
        all.put(
            e.getName().replace(".npy", ""),
            numbers(bytes.position(10 + length), header.contains("'<f8'")));
      }
    }
    return all;
  }

  private static void same(Map<String, double[]> read, Map<String, double[]> wanted) {
    assertThat(read.keySet()).containsExactlyElementsOf(wanted.keySet());
    wanted.forEach((name, values) -> assertThat(read.get(name)).as(name).isEqualTo(values));
  }

  @ParameterizedTest
  @EnumSource
  void aReaderOfSafetensorsReadsTheModelFile(Precision precision) throws IOException {
    Model model = RandomModel.of(MODEL, precision);
    Path file = folder.resolve("m.gradus");
    model.save(file);
    same(safetensors(Files.readAllBytes(file)), wanted(model.parameters()));
  }

  @ParameterizedTest
  @EnumSource
  void anArchiveForNumPyHoldsEachBlock(Precision precision) throws IOException {
    Parameters parameters = RandomModel.of(MODEL, precision).parameters();
    byte[] file = NpzFile.of(parameters);
    same(npz(file), wanted(parameters));
    assertThat(NpzFile.of(RandomModel.of(MODEL, precision).parameters())).isEqualTo(file);
  }

  @Test
  void numPyItselfReadsBoth() throws Exception {
    Model model = RandomModel.of(MODEL, Precision.FLOAT32);
    model.save(folder.resolve("m.gradus"));
    Files.write(folder.resolve("m.npz"), NpzFile.of(model.parameters()));
    Files.writeString(
        folder.resolve("read.py"),
        """
        import json, struct, sys
        try:
            import numpy as np
        except ImportError:
            sys.exit(42)
        file = open('m.gradus', 'rb').read()
        size = struct.unpack('<Q', file[:8])[0]
        header = json.loads(file[8:8 + size])
        for name, array in np.load('m.npz').items():
            entry = header[name]
            a, b = entry['data_offsets']
            same = np.frombuffer(file[8 + size + a:8 + size + b], '<f4').reshape(entry['shape'])
            assert array.dtype == np.float32 and np.array_equal(array, same), name
            print(name, array.shape[0], array.shape[1], float(array[-1, -1]).hex())
        """);
    Process python;
    try {
      python =
          new ProcessBuilder("python3", "read.py")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "there is no python3");
      return;
    }
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = python.waitFor();
    assumeTrue(status != 42, "there is no NumPy");
    assertThat(status).as(said).isZero();
    assertThat(said)
        .isEqualTo(
            model.parameters().views().entrySet().stream()
                .map(block -> line(block.getKey(), block.getValue()))
                .collect(Collectors.joining()));
  }

  /** The last number as Python writes it in hexadecimal. */
  private static String line(String name, Matrix matrix) {
    double last = matrix.get(matrix.rows() - 1, matrix.columns() - 1);
    long bits = Double.doubleToRawLongBits(last);
    String hex =
        String.format(
            Locale.ROOT,
            "%s0x1.%013xp%+d",
            last < 0 ? "-" : "",
            bits & 0xfffffffffffffL,
            Math.getExponent(last));
    return name + " " + matrix.rows() + " " + matrix.columns() + " " + hex + "\n";
  }
}
