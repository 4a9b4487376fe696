package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test that the table of scikit-learn's checks names is there. */
class ScikitLearnChecksTest {
  private static final Path ROOT = Path.of(System.getProperty("gradus.root", ".."));
  private static final List<String> MODULES = List.of("gradus-core", "gradus-tabular");

  @SuppressWarnings("NullAway") // the resource stands beside this class
  static List<String> table() throws IOException {
    try (InputStream in =
        ScikitLearnChecksTest.class.getResourceAsStream("scikit-learn-checks.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void theTestThatStandsForACheckIsThere(String line) throws IOException {
    assertThat(line).matches("check_\\w+ +\\w+Test#\\w+");
    String test = line.substring(line.lastIndexOf(' ') + 1);
    String type = test.substring(0, test.indexOf('#'));
    String method = test.substring(test.indexOf('#') + 1);
    assertThat(source(type + ".java")).contains("@", "void " + method + "(");
  }

  private static String source(String name) throws IOException {
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        List<Path> found = files.filter(file -> file.endsWith(name)).toList();
        if (!found.isEmpty()) {
          return Files.readString(found.getFirst());
        }
      }
    }
    throw new AssertionError("no " + name);
  }
}
