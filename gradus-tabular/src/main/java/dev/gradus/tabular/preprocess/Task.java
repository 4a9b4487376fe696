package dev.gradus.tabular.preprocess;

import java.util.Locale;

/** What a model predicts. */
public enum Task {
  /** A number. */
  REGRESSION,
  /** One of several classes. */
  CLASSIFICATION;

  /** The name on the command line and in files, e.g. {@code regression}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
