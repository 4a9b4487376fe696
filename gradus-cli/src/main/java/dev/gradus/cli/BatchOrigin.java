package dev.gradus.cli;

import java.util.Locale;

/** Where the rows of a gradient check come from. */
enum BatchOrigin {
  /** Inputs and targets are drawn. */
  DRAWN("drawn", ", seed %d"),
  /** A table has both. */
  DATA("data", ""),
  /** The model file has rows without targets. */
  TEST_VECTORS("test vectors", ", the model's own test vectors with drawn targets, seed %d");

  private final String label;
  private final String form;

  BatchOrigin(String label, String form) {
    this.label = label;
    this.form = form;
  }

  /** For programs. */
  String label() {
    return label;
  }

  /** For people: what follows the size of the batch. */
  String said(long seed) {
    return String.format(Locale.ROOT, form, seed);
  }
}
