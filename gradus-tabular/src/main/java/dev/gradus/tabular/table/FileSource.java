package dev.gradus.tabular.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** A CSV file on disk. */
record FileSource(InputFile file) implements CsvSource {

  static CsvSource of(String name) {
    InputFile file = InputFile.of(name, "a CSV file");
    try (InputStream in = file.open()) {
      return Files.isRegularFile(file.path())
          ? new FileSource(file)
          : CsvSource.bytes(name, in.readAllBytes());
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public InputStream open() {
    return file.open();
  }
}
