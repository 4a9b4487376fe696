package dev.gradus.tabular.model;

import java.util.Locale;

/** Whether a model, once judged, is trained once more on the rows that judged it as well. */
public enum Refit {
  /** No: the model is the one that was judged. */
  NONE,
  /**
   * Yes, for as many epochs as the judged one had when it was best. Goodfellow, Bengio, Courville
   * (2016), Deep Learning, algorithm 7.2.
   */
  ALL;

  /** The name in flags: {@code all}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
