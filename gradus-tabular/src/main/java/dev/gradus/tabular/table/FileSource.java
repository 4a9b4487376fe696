package dev.gradus.tabular.table;

import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file on disk, and the sentences about those that cannot be opened. */
record FileSource(String name, Path path) implements CsvSource {

  static CsvSource of(String name) {
    Path path = path(name);
    if (Files.isDirectory(path)) {
      throw refused(name, "is a folder; a CSV file is wanted", null, null);
    }
    FileSource source = new FileSource(name, path);
    if (!Files.exists(path) || Files.isRegularFile(path)) {
      source.close(source.open());
      return source;
    }
    try (InputStream in = source.open()) {
      return CsvSource.stream(name, in);
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  @Override
  public InputStream open() {
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw refused(name, "no such file", NearestName.beside(path).orElse(null), e);
    } catch (AccessDeniedException e) {
      throw refused(name, "permission denied", null, e);
    } catch (IOException e) {
      throw refused(name, "cannot be opened", null, e);
    }
  }

  static FileException failed(String name, @Nullable IOException e) {
    return new FileException(Kind.FAILED, name, "reading failed midway", null, e);
  }

  private void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw refused(Quotation.name(name), "no such file", null, null);
    }
  }

  private static FileException refused(
      String name, String what, @Nullable String hint, @Nullable IOException e) {
    return new FileException(Kind.CANNOT_OPEN, name, what, hint, e);
  }
}
