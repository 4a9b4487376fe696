package dev.gradus.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process of its own that measures or trains something and has ended.
 *
 * @param status its exit status
 * @param output what it printed, errors included
 * @param seconds from its start to its end
 */
record Child(int status, String output, double seconds) {
  /** Some shells set these to an old processor, which halves whoever uses OpenBLAS. */
  private static final List<String> CRIPPLING = List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

  private static final String VECTOR = "jdk.incubator.vector";

  /**
   * Runs a program and waits for its end.
   *
   * @param command the program and its arguments
   * @param environment added to ours
   */
  static Child run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(CRIPPLING);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      return new Child(status, output, (System.nanoTime() - start) / 1e9);
    } finally {
      process.destroy(); // only if we were interrupted: it would go on for nobody
    }
  }

  /** A program of the JDK that runs us: {@code java}, {@code javac}. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** The words that start this program again, to do a part of the work in a fresh JVM. */
  static List<String> again(List<String> options, String... words) {
    List<String> command = new ArrayList<>(List.of(tool("java"), "-XX:+UseSerialGC"));
    if (ModuleLayer.boot().findModule(VECTOR).isPresent()) {
      command.addAll(List.of("--add-modules", VECTOR));
    }
    String kernel = System.getProperty("gradus.kernel");
    if (kernel != null) {
      command.add("-Dgradus.kernel=" + kernel);
    }
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    return command;
  }

  /**
   * The same, if it went well.
   *
   * @throws IOException with its last words, if not
   */
  Child orFail(String what) throws IOException {
    if (status != 0) {
      List<String> lines = output.strip().lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
      throw new IOException(
          what + " ended with status " + status + ": " + String.join(" | ", last));
    }
    return this;
  }
}
