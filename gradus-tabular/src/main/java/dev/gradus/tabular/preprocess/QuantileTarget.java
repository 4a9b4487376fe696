package dev.gradus.tabular.preprocess;

import dev.gradus.tabular.table.ColumnKind;
import java.util.List;

/**
 * Quantiles of numbers to predict: of level τ the number that a share τ of all lies below.
 *
 * @param values the numbers
 * @param levels between 0 and 1, ascending, at least one
 */
public record QuantileTarget(RegressionTarget values, List<Double> levels) implements Target {

  /** Copies the list. */
  public QuantileTarget {
    levels = List.copyOf(levels);
  }

  /** The place of the level nearest to ½, the lower of two: it stands for the whole. */
  public int middle() {
    int middle = 0;
    for (int j = 1; j < levels.size(); j++) {
      if (Math.abs(levels.get(j) - 0.5) < Math.abs(levels.get(middle) - 0.5)) {
        middle = j;
      }
    }
    return middle;
  }

  @Override
  public String name() {
    return values.name();
  }

  @Override
  public Task task() {
    return Task.REGRESSION;
  }

  @Override
  public ColumnKind kind() {
    return ColumnKind.NUMBER;
  }
}
