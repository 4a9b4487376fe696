package dev.gradus.tabular.summary;

import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import java.util.List;
import java.util.Optional;

/**
 * What is in a column.
 *
 * @param name of the column
 * @param kind stated or inferred
 * @param present how many cells hold a value
 * @param missing how many do not
 * @param distinct how many values differ
 * @param distinctExact whether that was counted, not estimated
 * @param numbers nothing for categories, and where no cell holds a value
 * @param common the commonest values as they came, of categories and truth values
 * @param commonExact whether their counts are exact; else they may be too low
 * @param nearlyUnique whether training sets the column aside, since its texts are names or keys
 */
public record ColumnSummary(
    String name,
    ColumnKind kind,
    long present,
    long missing,
    long distinct,
    boolean distinctExact,
    Optional<Numbers> numbers,
    List<Value> common,
    boolean commonExact,
    boolean nearlyUnique) {

  /** Copies the list. */
  public ColumnSummary {
    common = List.copyOf(common);
  }

  /** Of a column that was read, exact whatever its size. */
  public static ColumnSummary of(Column column) {
    return HeldColumn.summary(column);
  }

  /**
   * A value and how often it comes.
   *
   * @param text as it came
   * @param count in how many cells
   */
  public record Value(String text, long count) {}

  /**
   * Numbers, in the unit of the column's kind.
   *
   * @param least the smallest
   * @param greatest the largest
   * @param mean of them
   * @param deviation over n; infinite where the squares leave the doubles
   * @param quantiles those of {@link #SHARES}
   * @param histogram how many lie in each of equal parts from the least to the greatest
   * @param rankError the most places by which a quantile can be off; 0 where they are exact
   */
  public record Numbers(
      double least,
      double greatest,
      double mean,
      double deviation,
      List<Double> quantiles,
      List<Long> histogram,
      long rankError) {
    /** Which quantiles are given; the third is the median. */
    public static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** Copies the lists. */
    public Numbers {
      quantiles = List.copyOf(quantiles);
      histogram = List.copyOf(histogram);
    }

    /** The middle one, or the middle between the two. */
    public double median() {
      return quantiles.get(SHARES.indexOf(0.5));
    }
  }

  /** Whether a count, a quantile or a commonest value is approximate. */
  public boolean isApproximate() {
    return !distinctExact
        || !commonExact
        || numbers.map(Numbers::rankError).filter(error -> error > 0).isPresent();
  }
}
