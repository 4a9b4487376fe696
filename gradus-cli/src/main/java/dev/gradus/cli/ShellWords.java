package dev.gradus.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words as they have to be typed to reach a program as they are. */
final class ShellWords {
  private ShellWords() {}

  /** The words with blanks between them, quoted where a POSIX shell would change them. */
  static String line(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  static String quoted(String word) {
    if (word.matches("[A-Za-z0-9_@%+=:,./-]+")) {
      return word;
    }
    boolean plain = word.equals(Shown.escaped(word));
    return plain ? "'" + word.replace("'", "'\\''") + "'" : ansi(word);
  }

  /** With what cannot be seen as numbers: {@code $'\u202e'}, which bash, zsh and ksh know. */
  private static String ansi(String word) {
    StringBuilder text = new StringBuilder("$'");
    word.codePoints()
        .forEach(
            c -> {
              if (c == '\'' || c == '\\') {
                text.append('\\').appendCodePoint(c);
              } else if (Shown.escaped(Character.toString(c)).length() > Character.charCount(c)) {
                text.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.append('\'').toString();
  }
}
