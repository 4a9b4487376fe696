package dev.gradus.tabular.preprocess;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.ColumnKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A category, one-hot: an input for each known category, 1 for the row's and 0 for the others.
 *
 * <p>Categories beyond the {@value #MOST_CATEGORIES} commonest of the training rows share one more
 * input, and so does, at prediction, a category that was never seen. Where training had no such
 * rest, an unseen category gives 0 everywhere: nothing is passed to weights that learned nothing. A
 * missing one counts as the commonest; a last input marks it where training saw enough of them. A
 * constant column has a single input that is always 0.
 *
 * @param name the column's name
 * @param categories those with an input of their own, ordered by code point
 * @param commonest the one that missing cells count as; empty where there is none
 * @param other whether the rest has an input
 * @param indicator whether a last input marks missing cells
 */
public record CategoryFeature(
    String name, List<String> categories, String commonest, boolean other, boolean indicator)
    implements Feature {
  /** The most categories of a column with an input of their own. */
  public static final int MOST_CATEGORIES = 64;

  /** Copies the list. */
  public CategoryFeature {
    categories = List.copyOf(categories);
  }

  @Override
  public ColumnKind kind() {
    return ColumnKind.CATEGORY;
  }

  @Override
  public List<String> inputNames() {
    List<String> names = new ArrayList<>();
    if (isConstant()) {
      names.add(name);
    } else {
      categories.forEach(category -> names.add(name + "=" + category));
      if (other) {
        names.add(name + " is another");
      }
    }
    if (indicator) {
      names.add(name + " is missing");
    }
    return List.copyOf(names);
  }

  /** Whether its input is always 0. */
  public boolean isConstant() {
    return categories.size() + (other ? 1 : 0) <= 1;
  }

  @Override
  public CellEncoder cells() {
    Map<String, Integer> places = places();
    int width = inputNames().size();
    return (number, text, into, at) -> encodeCell(text, places, width, into, at);
  }

  private Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    categories.forEach(category -> places.put(category, places.size()));
    return places;
  }

  private void encodeCell(
      String cell, Map<String, Integer> places, int width, double[] into, int at) {
    boolean missing = cell.isEmpty();
    Integer known = places.get(missing ? commonest : cell);
    Arrays.fill(into, at, at + width, 0);
    if (!isConstant() && known != null) {
      into[at + known] = 1;
    } else if (!isConstant() && other) {
      into[at + categories.size()] = 1;
    }
    if (indicator && missing) {
      into[at + width - 1] = 1;
    }
  }

  /** Fills this feature's inputs of each row, the first of them at {@code into[offset]}. */
  CellCounts encode(CategoryColumn column, int[] rows, double[] into, int offset, int stride) {
    Map<String, Integer> places = places();
    int width = inputNames().size();
    int imputed = 0;
    int unseen = 0;
    int at = offset;
    for (int row : rows) {
      boolean missing = column.isMissing(row);
      String cell = missing ? "" : column.categories().get(column.code(row));
      encodeCell(cell, places, width, into, at);
      imputed += missing ? 1 : 0;
      unseen += !missing && !places.containsKey(cell) && !other ? 1 : 0;
      at += stride;
    }
    return new CellCounts(name, imputed, unseen, 0);
  }
}
