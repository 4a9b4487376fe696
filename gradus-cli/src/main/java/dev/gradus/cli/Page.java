package dev.gradus.cli;

import dev.gradus.tabular.file.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a command has to tell: prose for a person, or one JSON object for a program. */
final class Page {
  private final Terminal terminal;
  private final Map<String, Object> values = new LinkedHashMap<>();

  Page(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A heading; nothing in JSON. */
  void heading(String text) {
    if (!terminal.json()) {
      terminal.out().println();
      terminal.out().println(text);
      terminal.out().println("-".repeat(text.length()));
      terminal.out().flush(); // progress on the other stream comes after it
    }
  }

  /** A line; nothing in JSON. */
  void say(String line) {
    if (!terminal.json()) {
      terminal.out().println(line);
      terminal.out().flush();
    }
  }

  /** A formatted line; nothing in JSON. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
  void say(String format, Object... values) {
    say(String.format(Locale.ROOT, format, values));
  }

  /** A value of the JSON object; nothing in prose. */
  void put(String key, Object value) {
    values.put(key, value);
  }

  /** Prints the JSON object, if that is wanted. */
  void finish() {
    if (terminal.json()) {
      terminal.out().println(Json.write(values));
    }
  }
}
