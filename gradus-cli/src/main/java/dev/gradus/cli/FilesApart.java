package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that one command reads and writes: an output that is an input or another output, under
 * this or another name, would be lost.
 */
final class FilesApart {
  private final List<Named> inputs = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  /** A file and what it is called in a message: {@code the input}. */
  private record Named(String what, Path path) {}

  /**
   * A file to write.
   *
   * @param place for messages: {@code --out m.gradus}
   * @param subject what of it is meant, where that is not the place itself
   */
  private record Output(String place, String subject, Named file) {}

  /** Reads the file of a setting, if it was given and is none of the standard streams. */
  FilesApart reads(Setting<String> file, String what) {
    return reads(file.given(), what);
  }

  /** Reads a file, if there is one. */
  FilesApart reads(Optional<String> file, String what) {
    file.filter(name -> !name.equals(TableFlags.STANDARD_INPUT))
        .ifPresent(name -> inputs.add(new Named(what, Path.of(name))));
    return this;
  }

  /** Writes the file of a flag, if it was given. */
  FilesApart writes(Setting<String> file) {
    file.given()
        .ifPresent(name -> writes(file.name() + " " + name, "", file.name(), Path.of(name)));
    return this;
  }

  /**
   * Writes a file.
   *
   * @param place for messages
   * @param subject what of it is meant, with a comma at its end; else empty
   * @param what it is called where another file is the same
   */
  FilesApart writes(String place, String subject, String what, Path path) {
    outputs.add(new Output(place, subject, new Named(what, path)));
    return this;
  }

  /**
   * Says at the start what would fail, or destroy something, at the end: {@code --out d.csv: is
   * also the input}.
   *
   * @throws ConfigException if an output is an input or an earlier output
   * @throws dev.gradus.error.FileException if one cannot be written
   */
  void require() {
    List<Named> taken = new ArrayList<>(inputs);
    for (Output output : outputs) {
      taken.stream()
          .filter(other -> same(other.path(), output.file().path()))
          .findFirst()
          .ifPresent(other -> refuse(output, other));
      taken.add(output.file());
    }
    outputs.forEach(output -> AtomicFile.requireWritable(output.file().path(), output.place()));
  }

  private static void refuse(Output output, Named other) {
    throw new ConfigException(
        "flag.value",
        Location.of(Shown.escaped(output.place())),
        output.subject() + "is also " + other.what());
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

  /** Of a file that is not there yet: its name in the folder that links lead to. */
  private static Path normal(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    try {
      return folder == null ? whole : folder.toRealPath().resolve(whole.getFileName());
    } catch (IOException e) {
      return whole; // no such folder: it will be refused as that
    }
  }
}
