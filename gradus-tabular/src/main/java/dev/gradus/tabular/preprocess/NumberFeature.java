package dev.gradus.tabular.preprocess;

import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import java.util.List;

/**
 * A number, or what is read as one (a truth value, a date, a time of day), standardized: z = (x −
 * mean) / deviation, then, with a limit c &gt; 0, the smooth clip z / √(1 + (z/c)²), which leaves
 * the middle nearly as it is and keeps the far tails within ±c. A missing number counts as the
 * median; a second input says 1 for it and 0 otherwise where enough training rows had missing ones.
 *
 * <p>Shapes: [n] → [n × 1] or [n × 2]. A constant column (deviation 0, or the least number) is kept
 * as 0, never NaN. With a limit every finite number gives a finite input, however far outside of
 * the training rows.
 *
 * <p>Source of the clip: Holzmüller, Grinsztajn, Steinwart, Better by default: strong pre-tuned
 * MLPs (NeurIPS 2024), who take 3 on a robust scale; fitting takes 10 here, see {@code
 * FeatureFitting}.
 *
 * @param name the column's name
 * @param kind of the column, any but {@link ColumnKind#CATEGORY}
 * @param median of the training rows' numbers, for missing ones
 * @param mean of the training rows' numbers
 * @param deviation their standard deviation (over n); 0 for a constant column
 * @param limit the most that an input can be; 0 for no clip
 * @param indicator whether a further input marks missing numbers
 * @param seen the least and the greatest number of the training rows; changes no input
 */
public record NumberFeature(
    String name,
    ColumnKind kind,
    double median,
    double mean,
    double deviation,
    double limit,
    boolean indicator,
    Range seen)
    implements Feature {

  /**
   * Numbers from one to another, both included.
   *
   * @param least of the numbers; 0 where there are none
   * @param greatest of the numbers; 0 where there are none
   */
  public record Range(double least, double greatest) {
    /** Whether a number lies in it. */
    public boolean contains(double x) {
      return x >= least && x <= greatest;
    }
  }

  /** Refuses the kind that is not read as a number. */
  public NumberFeature {
    if (kind == ColumnKind.CATEGORY) {
      throw new IllegalArgumentException("column " + name + " holds categories, not numbers");
    }
  }

  /** The input for a number; {@code x} is finite. */
  public double encode(double x) {
    if (isConstant(deviation)) {
      return 0;
    }
    double z = (0.5 * x - 0.5 * mean) / (0.5 * deviation); // halves: no difference overflows
    if (limit == 0) {
      return z;
    }
    double ratio = z / limit;
    return Math.abs(ratio) > 0x1p30 ? Math.copySign(limit, z) : z / Math.sqrt(1 + ratio * ratio);
  }

  /** Whether its input is always 0. */
  public boolean isConstant() {
    return isConstant(deviation);
  }

  /** Whether numbers differ so little that nothing can be divided by half of it. */
  static boolean isConstant(double deviation) {
    return 0.5 * deviation == 0;
  }

  @Override
  public List<String> inputNames() {
    return indicator ? List.of(name, name + " is missing") : List.of(name);
  }

  @Override
  public CellEncoder cells() {
    return (number, text, into, at) -> encodeCell(number, into, at);
  }

  private void encodeCell(double x, double[] into, int at) {
    boolean missing = Double.isNaN(x);
    into[at] = encode(missing ? median : x);
    if (indicator) {
      into[at + 1] = missing ? 1 : 0;
    }
  }

  /** Fills this feature's inputs of each row, the first of them at {@code into[offset]}. */
  CellCounts encode(NumberColumn column, int[] rows, double[] into, int offset, int stride) {
    int imputed = 0;
    int outside = 0;
    int at = offset;
    for (int row : rows) {
      double x = column.value(row);
      boolean missing = Double.isNaN(x);
      imputed += missing ? 1 : 0;
      outside += missing || seen.contains(x) ? 0 : 1;
      encodeCell(x, into, at);
      at += stride;
    }
    return new CellCounts(name, imputed, 0, outside);
  }
}
