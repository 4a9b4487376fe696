package dev.gradus.tabular.preprocess;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.CodePointOrder;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Classes to predict, numbered in their order: by value if the column holds numbers, else by code
 * point.
 *
 * @param name the column's name
 * @param classes at least two
 * @param numeric whether the column holds numbers
 */
public record ClassTarget(String name, List<String> classes, boolean numeric) implements Target {

  /** Copies the list. */
  public ClassTarget {
    classes = List.copyOf(classes);
  }

  /**
   * Learns the classes of some rows, which have a target each.
   *
   * @throws DataException if there is no such column, or only one class
   */
  public static ClassTarget fit(Table table, String name, int[] rows) {
    Column column = table.require(name, "--target");
    boolean numeric = column.kind() == ColumnKind.NUMBER;
    Comparator<String> order =
        numeric ? Comparator.comparingDouble(Double::parseDouble) : CodePointOrder.INSTANCE;
    List<String> classes =
        IntStream.of(rows).mapToObj(row -> label(column, row)).distinct().sorted(order).toList();
    if (classes.size() == 1) {
      throw new DataException(
          "data.one_class",
          Location.of(table.file()),
          "column "
              + Quotation.name(name)
              + " holds the single class "
              + Quotation.of(classes.get(0))
              + "; at least 2 are needed");
    }
    return new ClassTarget(name, classes, numeric);
  }

  /**
   * The numbers of the classes of some rows, [rows].
   *
   * @throws DataException if there is no such column, or it holds a class that is not known
   */
  public int[] codes(Table table, int[] rows) {
    Column column = table.require(name, "--target");
    Map<String, Integer> places = new HashMap<>();
    classes.forEach(known -> places.put(known, places.size()));
    int[] codes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      String label = label(column, rows[i]);
      int place = places.getOrDefault(label, truthful(label));
      if (place < 0) {
        throw new DataException(
            "data.unseen_class",
            Location.line(table.file(), table.line(rows[i])),
            "class "
                + Quotation.of(label)
                + " was not seen in training; known: "
                + Quotation.names(classes));
      }
      codes[i] = place;
    }
    return codes;
  }

  /**
   * The place of the class that says the same of true and false, in other letters or with spaces
   * around: a column of truth values is learned by what its cells say. −1 where there is none.
   */
  private int truthful(String label) {
    double truth = truth(label);
    int found = -1;
    for (int place = 0; place < classes.size(); place++) {
      double known = truth(classes.get(place));
      if (Double.isNaN(known)) {
        return -1;
      }
      found = known == truth ? place : found;
    }
    return classes.size() == 2 ? found : -1;
  }

  private static double truth(String label) {
    return ColumnKind.BOOLEAN.read(label.strip(), '.');
  }

  private static String label(Column column, int row) {
    if (column.isMissing(row)) {
      throw new IllegalArgumentException("row " + row + " has no target");
    }
    return switch (column) {
      case NumberColumn truths when truths.kind() == ColumnKind.BOOLEAN ->
          truths.words().get((int) truths.value(row));
      case NumberColumn numbers -> label(numbers.value(row) + 0.0); // −0 is 0
      case CategoryColumn texts -> texts.categories().get(texts.code(row));
    };
  }

  /** A number as a class is named: without a fraction where it is whole. */
  public static String label(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 0x1p53;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public Task task() {
    return Task.CLASSIFICATION;
  }

  @Override
  public ColumnKind kind() {
    return numeric ? ColumnKind.NUMBER : ColumnKind.CATEGORY;
  }
}
