package dev.gradus.tabular.setting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names between commas, none of them empty: {@code a,b}.
 *
 * @param wanted what messages call them
 */
public record NameList(String wanted) implements Form<List<String>> {
  /** Any. */
  public static final Form<List<String>> NAMES = new NameList("names between commas");

  @Override
  public List<String> read(String text) throws Misfit {
    List<String> names = new ArrayList<>(Arrays.asList(text.split(",", -1)));
    if (names.contains("")) {
      throw new Misfit("wants " + wanted());
    }
    return List.copyOf(names);
  }

  @Override
  public String written(List<String> names) {
    return String.join(",", names);
  }
}
