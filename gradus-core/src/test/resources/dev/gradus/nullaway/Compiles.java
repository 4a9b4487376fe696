package dev.gradus.nullaway;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The same with the question asked: nothing is wrong with this file. */
@NullMarked
final class Compiles {
  private Compiles() {}

  static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
