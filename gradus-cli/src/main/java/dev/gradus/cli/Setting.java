package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.setting.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the user may set: a flag with a value, a flag alone, or an argument. Declared with
 * {@link Settings}, and read once the command runs.
 *
 * @param <T> the value
 */
final class Setting<T> {
  /** How it stands on the command line. */
  enum Kind {
    /** {@code --epochs N}. */
    FLAG,
    /** {@code --no-pictures}. */
    TOGGLE,
    /** {@code DATA.csv}. */
    ARGUMENT
  }

  private final Kind kind;
  private final String name;
  private final String description;
  private final Form<T> form;
  private String label = "VALUE";
  private boolean required = true;
  private boolean given;
  private String text = "";
  private @Nullable T value;

  Setting(Kind kind, String name, Form<T> form, String description) {
    this.kind = kind;
    this.name = name;
    this.form = form;
    this.description = description;
  }

  /** The value where the user gives none. */
  Setting<T> or(T standard) {
    value = standard;
    required = false;
    return this;
  }

  /** May be left out, without a value that would stand for it: read it with {@link #given}. */
  Setting<T> orNothing() {
    required = false;
    return this;
  }

  /** The word for the value in the help: {@code N}, {@code COLUMN}, {@code FILE}. */
  Setting<T> labelled(String word) {
    label = word;
    return this;
  }

  /** The value given, or the standard one. */
  T value() {
    if (value == null) {
      throw new IllegalStateException(name + ": read before it was set");
    }
    return value;
  }

  /** The value, if there is one. */
  Optional<T> given() {
    return Optional.ofNullable(value);
  }

  /** Whether the user gave it, rather than the standard value. */
  boolean isGiven() {
    return given;
  }

  /** Where this setting stands, for messages: {@code --epochs 10}, or the argument itself. */
  Location location() {
    String shown = given ? Shown.value(text) : value == null ? "" : Shown.value(value.toString());
    return switch (kind) {
      case ARGUMENT -> Location.of(given ? Shown.escaped(text) : name);
      case TOGGLE -> Location.of(name);
      case FLAG -> Location.of(shown.isEmpty() && !given ? name : name + " " + shown);
    };
  }

  /** The complaint that the value cannot be used: {@code --target z: WHAT}; to be thrown. */
  ConfigException refused(String what) {
    return new ConfigException("flag.value", location(), what);
  }

  /** Takes the text that the user gave. */
  void take(String given) {
    this.given = true;
    text = given;
    try {
      value = form.read(given);
    } catch (Form.Misfit e) {
      throw refused(e.what());
    }
  }

  /** Takes a line of a configuration file. */
  void take(ConfigFile.Line line) {
    String read = line.value();
    if (kind == Kind.TOGGLE) {
      if (!read.equals("true") && !read.equals("false")) {
        throw line.refused(line.key() + " " + Shown.quoted(read) + ": wants true or false");
      }
      if (read.equals("false")) {
        return;
      }
    }
    given = true;
    text = read;
    try {
      value = form.read(read);
    } catch (Form.Misfit e) {
      throw line.refused(line.key() + " " + Shown.quoted(read) + ": " + e.what());
    }
  }

  /**
   * Words that give it again: {@code --epochs 20}; in one, {@code --missing-token=--}, where the
   * value alone would be taken for a flag.
   */
  List<String> words() {
    if (kind == Kind.TOGGLE) {
      return List.of(name);
    }
    return text.startsWith("-") ? List.of(name + "=" + text) : List.of(name, text);
  }

  Kind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  String label() {
    return label;
  }

  String description() {
    return description;
  }

  Form<T> form() {
    return form;
  }

  boolean required() {
    return required;
  }
}
