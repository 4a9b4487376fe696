package dev.gradus.tabular.setting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names between commas, none of them empty: {@code a,b}. */
public record NameList() implements Form<List<String>> {
  /** The only one. */
  public static final Form<List<String>> NAMES = new NameList();

  @Override
  public String wanted() {
    return "names between commas";
  }

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
