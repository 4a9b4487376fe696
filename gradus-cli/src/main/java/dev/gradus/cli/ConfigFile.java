package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.InputFile;
import dev.gradus.tabular.table.NearestName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags in a file: lines {@code key = value} in UTF-8, where a key is a flag's name without its
 * dashes. Blank lines and lines that begin with # say nothing; spaces around keys and values do not
 * count. What stands on the command line goes first.
 *
 * @param lines by their keys, in the order of the file
 */
record ConfigFile(Map<String, Line> lines) {
  static final String FLAG = "--config";
  private static final int MOST_BYTES = 1 << 20;

  /**
   * One of the lines.
   *
   * @param place the file and the line
   * @param key the flag without its dashes
   * @param value its text
   */
  record Line(Location place, String key, String value) {
    ConfigException refused(String what) {
      return new ConfigException("config.value", place, what);
    }
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException if a line is not of this form, or a key comes twice
   */
  static ConfigFile read(String name) {
    return parse(name, InputFile.of(name, "a configuration file").bytes(MOST_BYTES));
  }

  /** The same from its bytes. */
  static ConfigFile parse(String name, byte[] bytes) {
    Map<String, Line> lines = new LinkedHashMap<>();
    long number = 0;
    for (String text : text(name, bytes).split("\n", -1)) {
      number++;
      String line = text.strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Line read = line(Location.line(name, number), line);
        Line before = lines.putIfAbsent(read.key(), read);
        if (before != null) {
          throw read.refused(
              Shown.quoted(read.key()) + " is given twice; first in line " + before.place().line());
        }
      }
    }
    return new ConfigFile(lines);
  }

  private static String text(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ConfigException("config.syntax", Location.of(name), "is not UTF-8; wants UTF-8");
    }
  }

  private static Line line(Location place, String text) {
    int equal = text.indexOf('=');
    String key = equal < 0 ? "" : text.substring(0, equal).strip();
    if (key.isEmpty()) {
      throw new ConfigException(
          "config.syntax", place, Shown.quoted(text) + " is not of the form key = value");
    }
    return new Line(place, key, text.substring(equal + 1).strip());
  }

  /**
   * Sets what was not set by the command line.
   *
   * @throws ConfigException if a key is no flag, or its value does not fit
   */
  void into(List<Setting<?>> settings) {
    for (Line line : lines.values()) {
      Setting<?> setting =
          settings.stream()
              .filter(one -> one.name().equals("--" + line.key()))
              .findFirst()
              .orElseThrow(() -> unknown(line, settings));
      if (!setting.isGiven()) {
        setting.take(line);
      }
    }
  }

  private static ConfigException unknown(Line line, List<Setting<?>> settings) {
    List<String> keys =
        settings.stream()
            .map(Setting::name)
            .filter(name -> name.startsWith("--"))
            .map(name -> name.substring(2))
            .toList();
    String question =
        NearestName.to(line.key(), keys)
            .map(meant -> "; did you mean \"" + meant + "\"?")
            .orElse("; keys are the flags without their dashes");
    return new ConfigException(
        "config.key", line.place(), Shown.quoted(line.key()) + " is not a known key" + question);
  }
}
