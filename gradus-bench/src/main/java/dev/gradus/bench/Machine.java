package dev.gradus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the figures were measured on.
 *
 * @param processor its name, as far as the system tells
 * @param processors how many the JVM may use
 * @param jdk its version
 */
record Machine(String processor, int processors, String jdk) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This one. */
  static Machine here() {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.vendor") + " " + Runtime.version());
  }

  private static String processorName() {
    try {
      return Files.readAllLines(CPU_INFO).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch"); // there is no such file but on Linux
    }
  }

  /** One line. */
  String describe() {
    return processor + ", " + processors + " processors, JDK " + jdk;
  }
}
