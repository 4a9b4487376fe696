package dev.gradus.tabular.source;

import java.util.List;

/** Many names as Java: some to a nested class, so that none grows too large. */
final class NameSource {
  /** A method takes 65,535 bytes of code, an element of an array seven or eight. */
  private static final int NAMES_PER_CLASS = 1000;

  private final StringBuilder nested = new StringBuilder();
  private final StringBuilder calls = new StringBuilder();

  /**
   * @param word what the nested classes are called, before their numbers
   */
  NameSource(String word, List<String> names) {
    int number = 0;
    for (int from = 0; from < names.size(); from += NAMES_PER_CLASS) {
      List<String> some = names.subList(from, Math.min(names.size(), from + NAMES_PER_CLASS));
      String type = word + number++;
      nested.append("\n  private static final class ").append(type).append(" {\n");
      nested.append("    static final String[] NAMES = {").append(Literal.of(some));
      nested.append("};\n  }\n");
      calls.append("    Collections.addAll(names, ").append(type).append(".NAMES);\n");
    }
  }

  /** The nested classes. */
  String nested() {
    return nested.toString();
  }

  /** Statements that add the names to a list. */
  String calls() {
    return calls.toString();
  }
}
