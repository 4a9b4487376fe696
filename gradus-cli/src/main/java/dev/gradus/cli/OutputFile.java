package dev.gradus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a command writes. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Refuses an output that is the input under this or another name: {@code --out d.csv: is also the
   * input}.
   */
  static void mustDiffer(Setting<String> output, Setting<String> input) {
    mustDiffer(output, input, "the input");
  }

  /** The same for anything else that has a place of its own: {@code --report x: is also --out}. */
  static void mustDiffer(Setting<String> output, Setting<String> other, String what) {
    Optional<String> out = output.given();
    Optional<String> in = other.given();
    if (out.isPresent() && in.isPresent() && same(Path.of(out.get()), Path.of(in.get()))) {
      throw output.refused("is also " + what);
    }
  }

  private static boolean same(Path a, Path b) {
    try {
      if (Files.exists(a) && Files.exists(b)) {
        return Files.isSameFile(a, b);
      }
    } catch (IOException e) {
      return normal(a).equals(normal(b)); // unreadable: by their names
    }
    return normal(a).equals(normal(b));
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
