package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

<<<<<<< HEAD
import de.siegmar.fastcsv.reader.CsvReader;
import dev.gradus.matrix.Matrix;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
=======
>>>>>>> main
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example runs as a service would: on the modules of core and tabular and what they need. */
class ServiceExampleTest {
  @TempDir Path folder;

  @Test
  void eightThreadsGetTheAnswersOfOneWithoutXChart() throws Exception {
    Path file = folder.resolve("m.gradus");
    Tables.trained(Tables.linear(60), Tables.settings(1, 0, 1)).model().save(file);
    assertThat(ModuleExample.run("Service.java", file.toString()))
        .isEqualTo("80000 requests on 8 threads, 0 answers unlike those of one thread");
  }

  /** What predicting needs, compressed as in a jar where it is not one yet. */
  @Test
  void theJarsAreSmall() throws Exception {
<<<<<<< HEAD
    CountingStream packed = new CountingStream();
    for (Class<?> of : List.of(Matrix.class, Model.class, CsvReader.class, JsonParser.class)) {
      Path place = place(of);
=======
    long bytes = 0;
    for (Class<?> of : ModuleExample.MODULES) {
      Path place = ModuleExample.place(of);
>>>>>>> main
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          packed.add(file);
        }
      }
    }
    assertThat(packed.bytes).isBetween(500_000L, 3_000_000L);
  }

  private static final class CountingStream extends OutputStream {
    private static final int ENTRY = 200; // of a jar's two headers, at least
    private long bytes;

    void add(Path file) throws IOException {
      bytes += ENTRY;
      try (OutputStream deflated = new DeflaterOutputStream(this)) {
        Files.copy(file, deflated);
      }
    }

    @Override
    public void write(int b) {
      bytes++;
    }
  }
}
