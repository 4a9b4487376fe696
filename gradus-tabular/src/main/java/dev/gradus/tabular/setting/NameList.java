package dev.gradus.tabular.setting;

import java.util.ArrayList;
import java.util.List;

/**
 * Names between commas, none of them empty, written as the cells of a CSV record: a name with a
 * comma in it, or with a quote at its beginning, stands in quotes, and a quote within those is
 * doubled: {@code a,"b, c",d}.
 *
 * @param wanted what messages call them
 */
public record NameList(String wanted) implements Form<List<String>> {
  /** Any. */
  public static final Form<List<String>> NAMES = new NameList("names between commas");

  @Override
  public List<String> read(String text) throws Misfit {
    List<String> names = new ArrayList<>();
    for (String part : parts(text)) {
      String name = name(part);
      if (name.isEmpty()) {
        throw new Misfit("wants " + wanted());
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  @Override
  public String written(List<String> names) {
    return String.join(",", names.stream().map(NameList::part).toList());
  }

  /** What stands between the commas, but for those in quotes. */
  static List<String> parts(String text) throws Misfit {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int comma;
    do {
      comma = text.indexOf(',', afterQuotes(text, from));
      parts.add(text.substring(from, comma < 0 ? text.length() : comma));
      from = comma + 1;
    } while (comma >= 0);
    return parts;
  }

  /** Where what is quoted from here on ends; a doubled quote does not end it. */
  private static int afterQuotes(String text, int from) throws Misfit {
    int at = from;
    while (text.startsWith("\"", at)) { // once, and again after the first of a doubled quote
      int closing = text.indexOf('"', at + 1);
      if (closing < 0) {
        throw new Misfit("a quote is never closed");
      }
      at = closing + 1;
    }
    return at;
  }

  /** The name that a part stands for. */
  static String name(String part) throws Misfit {
    if (!part.startsWith("\"")) {
      return part;
    }
    if (afterQuotes(part, 0) < part.length()) {
      throw new Misfit("text after a closing quote");
    }
    return part.substring(1, part.length() - 1).replace("\"\"", "\"");
  }

  /** The part that stands for a name. */
  static String part(String name) {
    return name.indexOf(',') < 0 && !name.startsWith("\"")
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }
}
