package dev.gradus.tabular.table;

import java.util.Arrays;
import java.util.Comparator;

/** Texts by code point, the same in every locale. */
public final class CodePointOrder {
  /** The order itself. */
  public static final Comparator<String> INSTANCE =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private CodePointOrder() {}
}
