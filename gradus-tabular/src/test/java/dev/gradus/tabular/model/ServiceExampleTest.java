package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
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

  /** What tabular needs to predict: its own jar is tested when there is one. */
  @Test
  void theJarsAreSmall() throws Exception {
    CountingStream packed = new CountingStream();
    for (Class<?> of : ModuleExample.MODULES) {
      Path place = ModuleExample.place(of);
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          packed.add(file);
        }
      }
    }
    assertThat(packed.bytes).as("compressed, as in a jar").isBetween(500_000L, 3_000_000L);
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
