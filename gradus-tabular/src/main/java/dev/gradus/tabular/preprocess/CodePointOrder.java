package dev.gradus.tabular.preprocess;

import java.util.Arrays;
import java.util.Comparator;

/** Texts by code point, the same in every locale. */
final class CodePointOrder {
  static final Comparator<String> INSTANCE =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private CodePointOrder() {}
}
