package dev.gradus.tabular.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts, each stored as its place in the list of the column's different texts. The list
 * is in the order of first appearance, which no locale changes. Texts are kept as they came, spaces
 * included.
 */
public final class CategoryColumn implements Column {
  /** The code of a missing value. */
  public static final int MISSING = -1;

  private final String name;
  private final CompactNumbers codes;
  private final List<String> categories;

  CategoryColumn(String name, CompactNumbers codes, List<String> categories) {
    this.name = name;
    this.codes = codes;
    this.categories = List.copyOf(categories);
  }

  /** A column made by a program; null stands for a missing value. */
  public static CategoryColumn of(String name, @Nullable String... texts) {
    Map<String, Integer> places = new HashMap<>();
    List<String> categories = new ArrayList<>();
    CompactNumbers.Builder codes = new CompactNumbers.Builder();
    for (@Nullable String text : texts) {
      codes.add(text == null ? MISSING : code(text, places, categories));
    }
    return new CategoryColumn(name, codes.build(), categories);
  }

  /** The place of a text, which becomes the last one if it is new. */
  static int code(String text, Map<String, Integer> places, List<String> categories) {
    Integer known = places.putIfAbsent(text, categories.size());
    if (known != null) {
      return known;
    }
    categories.add(text);
    return categories.size() - 1;
  }

  /** The different texts, in the order of their first appearance. */
  public List<String> categories() {
    return categories;
  }

  /** The place of the row's text in {@link #categories}, or {@link #MISSING}. */
  public int code(int row) {
    return (int) codes.get(row);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ColumnKind kind() {
    return ColumnKind.CATEGORY;
  }

  @Override
  public int size() {
    return codes.size();
  }

  @Override
  public boolean isMissing(int row) {
    return code(row) == MISSING;
  }
}
