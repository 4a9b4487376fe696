package dev.gradus.cli;

import dev.gradus.tabular.table.Quotation;

/** Text of others on its way to the terminal; short names for what {@link Quotation} does. */
final class Shown {
  private Shown() {}

  /** {@code "text"}: in quotes, escaped, at most 40 characters of it. */
  static String quoted(String text) {
    return Quotation.of(text);
  }

  /** The text escaped and cut to 40 characters. */
  static String value(String text) {
    return Quotation.name(text);
  }

  /** The whole text, escaped. Escaping twice changes nothing more. */
  static String escaped(String text) {
    return Quotation.escaped(text);
  }
}
