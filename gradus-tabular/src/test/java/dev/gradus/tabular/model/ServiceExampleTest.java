package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
    long bytes = 0;
    for (Class<?> of : ModuleExample.MODULES) {
      Path place = ModuleExample.place(of);
      try (Stream<Path> files = Files.walk(place)) {
        bytes += files.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum();
      }
    }
    assertThat(bytes).as("not even compressed").isLessThan(3_000_000);
  }
}
