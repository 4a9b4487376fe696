package dev.gradus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Values that another program computed: lines of a name and its words. */
public final class Reference {
  private final String file;
  private final List<String> lines;

  private Reference(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** One of the text files in {@code dev/gradus} of the test resources. */
  public static Reference file(String name) {
    try (InputStream in = Reference.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Reference(name, text.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words after a name. */
  public List<String> words(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Arrays.asList(line.substring(name.length() + 1).split(" ", -1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + ": not in " + file));
  }

  /** The words after a name, as numbers. */
  public double[] numbers(String name) {
    return words(name).stream().mapToDouble(Double::parseDouble).toArray();
  }

  /** The words after a name, as hexadecimal words of 64 bits. */
  public long[] hexadecimal(String name) {
    return words(name).stream().mapToLong(word -> Long.parseUnsignedLong(word, 16)).toArray();
  }
}
