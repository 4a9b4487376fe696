package dev.gradus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real command in a process of its own, in a test's folder: what it says goes to {@code
 * out.txt} and {@code err.txt}.
 *
 * @param options of the JVM
 */
record ChildJvm(Path folder, List<String> options) {

  /** Started. */
  Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.gradus.cli.Main"));
    command.addAll(Arrays.asList(words));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  /** Run to its end; −1 where it does not come to one. */
  int status(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    if (process.waitFor(2, TimeUnit.MINUTES)) {
      return process.exitValue();
    }
    process.destroyForcibly();
    return -1;
  }

  /** What the last one said on standard error. */
  String err() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }
}
