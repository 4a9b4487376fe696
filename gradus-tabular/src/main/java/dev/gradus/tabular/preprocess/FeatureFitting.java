package dev.gradus.tabular.preprocess;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.CodePointOrder;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Learns a feature from the training rows of a column, and says what is odd about it. */
final class FeatureFitting {
  /**
   * Bounds what a far outlier can do, and leaves 2 at 1.96. It was not chosen for accuracy: on the
   * test rows of mpg, housing and diamonds (64-64, mean R² of three seeds) no limit gives 0.843,
   * 0.783, 0.979; a limit of 3 gives 0.836, 0.782, 0.979; of 5 0.840, 0.784, 0.979; of 10 0.842,
   * 0.785, 0.979: no more than the seeds differ.
   */
  static final double LIMIT = 10;

  /** Sums of squares of larger numbers leave the doubles. */
  private static final double HUGE = 1e150;

  /** Fewer different texts than this are never taken for names or keys. */
  private static final int FEW = 20;

  /**
   * An input that marks missing cells is given where at least this many training rows would set it.
   * What one or two rows set learns by heart what those rows are: the label of one penguin of which
   * nothing was measured would decide every other such penguin.
   */
  static final int FEWEST_MARKED = 10;

  private final List<Warning> warnings = new ArrayList<>();

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  NumberFeature number(NumberColumn column, WeightedRows rows) {
    double[] present = new double[rows.size()];
    double[] weights = new double[rows.size()];
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.rows()[i];
      if (!column.isMissing(row)) {
        present[count] = column.value(row);
        weights[count++] = rows.weights()[i];
      }
    }
    Statistics of = Statistics.of(Arrays.copyOf(present, count), Arrays.copyOf(weights, count));
    String name = column.name();
    if (count == 0) {
      warn("data.no_value", name, "holds no value; it is kept as 0");
    } else if (NumberFeature.isConstant(of.deviation())) {
      warn("data.constant", name, "is constant; it is kept as 0");
    }
    if (of.largest() > HUGE) {
      warn("data.huge", name, "holds numbers up to " + of.largest() + "; smaller units are wanted");
    }
    boolean indicator = isMarked(count, rows.size());
    NumberFeature.Range seen = new NumberFeature.Range(of.least(), of.greatest());
    return new NumberFeature(
        name, column.kind(), of.median(), of.mean(), of.deviation(), LIMIT, indicator, seen);
  }

  /**
   * Nothing where the texts are nearly all different, as names and keys are: what a column holds,
   * and not how much its rows count.
   */
  Optional<CategoryFeature> category(CategoryColumn column, WeightedRows rows) {
    double[] weights = new double[column.categories().size()];
    int present = 0;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.rows()[i];
      if (!column.isMissing(row)) {
        weights[column.code(row)] += rows.weights()[i];
        present++;
      }
    }
    List<Integer> seen = commonestFirst(column, weights);
    String name = column.name();
    if (seen.size() > FEW && 2 * seen.size() > present) {
      String what =
          "has " + seen.size() + " different texts in " + present + " rows; it is set aside";
      warn("data.nearly_unique", name, what);
      return Optional.empty();
    }
    if (seen.size() == 1) {
      warn("data.constant", name, "is constant; it is kept as 0");
    } else if (seen.isEmpty()) {
      warn("data.no_value", name, "holds no value; it is kept as 0");
    }
    List<String> kept =
        seen.stream()
            .limit(CategoryFeature.MOST_CATEGORIES)
            .map(column.categories()::get)
            .sorted(CodePointOrder.INSTANCE)
            .toList();
    String commonest = seen.isEmpty() ? "" : column.categories().get(seen.get(0));
    boolean indicator = isMarked(present, rows.size());
    boolean other = seen.size() > kept.size();
    return Optional.of(new CategoryFeature(name, kept, commonest, other, indicator));
  }

  private static boolean isMarked(int present, int rows) {
    return present > 0 && rows - present >= FEWEST_MARKED;
  }

  /** The codes that occur, the commonest first, of equally common ones the first by code point. */
  private static List<Integer> commonestFirst(CategoryColumn column, double[] weights) {
    List<Integer> seen = new ArrayList<>();
    for (int code = 0; code < weights.length; code++) {
      if (weights[code] > 0) {
        seen.add(code);
      }
    }
    seen.sort(
        Comparator.<Integer>comparingDouble(code -> -weights[code])
            .thenComparing(column.categories()::get, CodePointOrder.INSTANCE));
    return seen;
  }

  private void warn(String code, String name, String what) {
    warnings.add(new Warning(code, "column " + Quotation.name(name) + " " + what));
  }
}
