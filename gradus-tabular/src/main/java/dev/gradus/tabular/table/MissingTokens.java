package dev.gradus.tabular.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The texts that stand for a missing value; asked of every cell, and quick to say no. */
public final class MissingTokens {
  private static final int ASCII = 128;

  private final Set<String> tokens;
  private final boolean[] firsts = new boolean[ASCII];

  /** The tokens of a dialect, beside the empty text. */
  public MissingTokens(Dialect dialect) {
    this(dialect.missingTokens());
  }

  private MissingTokens(Collection<String> tokens) {
    this.tokens = new HashSet<>(tokens);
    for (String token : tokens) {
      if (!token.isEmpty() && token.charAt(0) < ASCII) {
        firsts[token.charAt(0)] = true;
      }
    }
  }

  /** Whether the text of a cell, without spaces around it, stands for a missing value. */
  public boolean holds(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    return (first >= ASCII || firsts[first]) && tokens.contains(text);
  }
}
