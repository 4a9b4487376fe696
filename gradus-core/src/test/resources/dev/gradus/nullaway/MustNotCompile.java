package dev.gradus.nullaway;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What may be null is used as if it could not be: NullAway must refuse this file. */
@NullMarked
final class MustNotCompile {
  private MustNotCompile() {}

  static int length(@Nullable String text) {
    return text.length();
  }
}
