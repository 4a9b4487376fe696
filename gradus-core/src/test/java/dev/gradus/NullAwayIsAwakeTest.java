package dev.gradus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * NullAway can find nothing in silence, so one file that it must refuse is compiled here with the
 * very arguments of the build, read from the root {@code pom.xml}.
 */
class NullAwayIsAwakeTest {
  @TempDir Path out;

  /** The compiler arguments of the build. */
  private static List<String> arguments() throws IOException {
    Path pom = Path.of(System.getProperty("gradus.root", ".."), "pom.xml");
    return Pattern.compile("<arg>(.*?)</arg>")
        .matcher(Files.readString(pom))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private JavaProcess compile(String file)
      throws IOException, InterruptedException, URISyntaxException {
    String processors = System.getProperty("java.class.path");
    List<String> arguments = new ArrayList<>(arguments());
    arguments.addAll(
        List.of("-proc:none", "-processorpath", processors, "-cp", jspecify(processors)));
    arguments.addAll(List.of("--release", "25", "-d", out.toString()));
    arguments.add(Path.of(getClass().getResource("nullaway/" + file).toURI()).toString());
    return JavaProcess.run("javac", arguments);
  }

  private static String jspecify(String classPath) {
    return List.of(classPath.split(File.pathSeparator, -1)).stream()
        .filter(entry -> Path.of(entry).getFileName().toString().startsWith("jspecify"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesWhatMayBeNull() throws IOException, InterruptedException, URISyntaxException {
    JavaProcess compilation = compile("MustNotCompile.java");
    assertThat(compilation.output())
        .contains(
            "MustNotCompile.java:12: error: [NullAway] dereferenced expression 'text' is @Nullable")
        .contains("1 error");
    assertThat(compilation.status()).as(compilation.output()).isNotZero();
  }

  @Test
  void passesTheSameFileWithTheQuestionAsked()
      throws IOException, InterruptedException, URISyntaxException {
    JavaProcess compilation = compile("Compiles.java");
    assertThat(compilation.status()).as(compilation.output()).isZero();
    assertThat(Files.exists(out.resolve("dev/gradus/nullaway/Compiles.class"))).isTrue();
  }

  @Test
  void theBuildAsksForNullAway() throws IOException {
    assertThat(arguments())
        .contains("-Werror")
        .anyMatch(arg -> arg.contains("-Xplugin:ErrorProne") && arg.contains("NullAway:ERROR"));
  }
}
