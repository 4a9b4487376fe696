package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.table.Quotation;
import java.util.Optional;

/**
 * One thing about a training that may be set, stated once: flags, configuration files, builders,
 * help, documentation and the page read it. {@link Hyperparameters} is the table.
 *
 * @param group what it is about
 * @param name as in a configuration file: {@code learning-rate}; its flag has two dashes before it
 * @param label the word for its value in the help: {@code N}, {@code X}, {@code NAME}
 * @param form which values it takes
 * @param standard what holds unless it is set; where it depends on the data, nothing
 * @param otherwise in words what holds where there is no standard value; may be empty
 * @param description in a few words
 * @param source where the standard value comes from
 * @param <T> of the value
 */
public record Hyperparameter<T>(
    Group group,
    String name,
    String label,
    Form<T> form,
    Optional<T> standard,
    String otherwise,
    String description,
    String source) {

  /** What a hyperparameter is about. */
  public enum Group {
    /** The layers. */
    NETWORK,
    /** What is made small. */
    OBJECTIVE,
    /** How a gradient becomes a step. */
    STEPS,
    /** How long, and with which rows. */
    RUN,
    /** How it is computed: no number depends on it, but for the precision. */
    MACHINE
  }

  /** {@code --learning-rate}. */
  public String flag() {
    return "--" + name;
  }

  /** {@code learning_rate}: the key in JSON. */
  public String key() {
    return name.replace('-', '_');
  }

  /**
   * The value that a text stands for.
   *
   * @param place where the text stands, for the message
   * @throws ConfigException if it is outside of the range
   */
  public T read(String text, Location place) {
    try {
      return form.read(text);
    } catch (Form.Misfit e) {
      throw new ConfigException("flag.value", place, e.what());
    }
  }

  /**
   * A value, if it is in the range.
   *
   * @throws ConfigException if it is not
   */
  T require(T value) {
    return read(form.written(value), at(value));
  }

  /** Where a value of it stands, for messages: {@code --momentum 0.9}. */
  public Location at(T value) {
    return Location.of(flag() + " " + Quotation.name(form.written(value)));
  }

  /** Equal to itself alone. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
