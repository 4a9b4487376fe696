package dev.gradus.lab.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of the page, by their paths within its folder. */
final class PageFiles {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("gradus.root", ".."),
          "gradus-lab/src/main/resources/dev/gradus/lab/page");

  private PageFiles() {}

  static String read(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  /** All files but the list of them, in the order of their names. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals("files.txt"))
          .sorted()
          .toList();
    }
  }

  /** What ends in {@code .js}, with its text. */
  static Map<String, String> scripts() throws IOException {
    Map<String, String> scripts = new TreeMap<>();
    for (String name : names()) {
      if (name.endsWith(".js")) {
        scripts.put(name, read(name));
      }
    }
    return scripts;
  }
}
