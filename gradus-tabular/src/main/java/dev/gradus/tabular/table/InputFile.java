package dev.gradus.tabular.table;

import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import dev.gradus.error.FileException.Kind;
import dev.gradus.error.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be read, and the sentences about one that cannot be.
 *
 * @param name the path as the user gave it
 * @param path where it is
 */
public record InputFile(String name, Path path) {

  /**
   * A file that need not exist yet.
   *
   * @param name the path as the user gave it
   * @param wanted what kind of file is wanted instead of a folder: {@code a CSV file}
   * @throws FileException if it is a folder, or no path at all
   */
  public static InputFile of(String name, String wanted) {
    InputFile file = new InputFile(name, path(name));
    if (Files.isDirectory(file.path)) {
      throw file.refused("is a folder; " + wanted + " is wanted", null, null);
    }
    return file;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new FileException(Kind.CANNOT_OPEN, Quotation.name(name), "no such file", null, null);
    }
  }

  /**
   * The bytes from the beginning.
   *
   * @throws FileException if they cannot be opened, saying why
   */
  public InputStream open() {
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw refused("no such file", NearestName.beside(path).orElse(null), e);
    } catch (AccessDeniedException e) {
      throw refused("permission denied", null, e);
    } catch (IOException e) {
      throw refused("cannot be opened", null, e);
    }
  }

  /**
   * All of it.
   *
   * @param most bytes that it may have; no more are read
   * @throws DataException if it has more
   */
  public byte[] bytes(int most) {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new DataException(
            "file.too_long", Location.of(name), "has more than " + most + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /** The sentence about this file where reading fails after it was opened. */
  public FileException failed(IOException e) {
    return failed(name, e);
  }

  static FileException failed(String name, @Nullable IOException e) {
    return new FileException(Kind.FAILED, name, "reading failed midway", null, e);
  }

  private FileException refused(String what, @Nullable String hint, @Nullable IOException e) {
    return new FileException(Kind.CANNOT_OPEN, name, what, hint, e);
  }
}
