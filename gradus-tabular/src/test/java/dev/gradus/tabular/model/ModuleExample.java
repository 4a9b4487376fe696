package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.gradus.matrix.Matrix;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;

/** An example of the folder, run as a user would: on the modules of core and tabular alone. */
final class ModuleExample {
  /** A class of each module that tabular needs. */
  static final List<Class<?>> MODULES =
      List.of(Matrix.class, Model.class, CsvReader.class, JsonParser.class);

  private static final Path EXAMPLES = Path.of(System.getProperty("gradus.root", ".."), "examples");

  private ModuleExample() {}

  /** Where a module's classes stand. */
  static Path place(Class<?> of) {
    return Path.of(of.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** What the example prints. */
  static String run(String example, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-p");
    command.add(
        MODULES.stream()
            .map(of -> place(of).toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.addAll(List.of("--add-modules", "dev.gradus.tabular"));
    command.add(EXAMPLES.resolve(example).toString());
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }
}
