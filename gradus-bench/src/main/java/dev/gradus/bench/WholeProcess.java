package dev.gradus.bench;

import dev.gradus.matrix.Matrix;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A compiled program on the core alone, as a user would start it.
 *
 * @param core the core's jar
 * @param classes of the program
 * @param main its class
 */
record WholeProcess(Path core, Path classes, String main) {

  /** Compiles a compact source file. */
  static WholeProcess compile(Path source, Path folder) throws IOException, InterruptedException {
    Path core = coreJar();
    String name = source.getFileName().toString().replace(".java", "");
    Path classes = Files.createDirectories(folder.resolve("whole"));
    List<String> words =
        List.of(
            Child.tool("javac"),
            "-p",
            core.toString(),
            "--add-modules",
            "dev.gradus.core",
            "-d",
            classes.toString(),
            source.toString());
    Child.run(words, Map.of()).orFail("javac " + name);
    return new WholeProcess(core, classes, name);
  }

  private static Path coreJar() {
    try {
      return Path.of(Matrix.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts it, with no option of the JVM at all. */
  List<String> command() {
    return List.of(Child.tool("java"), "-cp", classes + File.pathSeparator + core, main);
  }
}
