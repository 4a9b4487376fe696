package dev.gradus.tabular.setting;

import dev.gradus.tabular.table.NearestName;
import java.util.List;

/**
 * A name out of a closed list.
 *
 * @param names in the order in which they are shown
 */
public record Choice(List<String> names) implements Form<String> {
  private static final int SHOWN = 20;

  @Override
  public String wanted() {
    return "one of " + listed(names);
  }

  @Override
  public String read(String text) throws Misfit {
    if (names.contains(text)) {
      return text;
    }
    throw new Misfit("wants " + wanted() + NearestName.question(text, names));
  }

  /** The names, 20 of them at most and then how many more there are. */
  public static String listed(List<String> names) {
    if (names.size() <= SHOWN) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
  }
}
