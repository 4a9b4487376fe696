package dev.gradus.tabular.preprocess;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Rows to train on and rows held out for validation: disjoint, together all, each in ascending
 * order. The same seed gives the same rows everywhere: the shuffle is Fisher and Yates's, its draws
 * are made from {@link RandomGenerator#nextLong()} alone.
 */
public final class HoldOut {
  private final int[] training;
  private final int[] validation;

  private HoldOut(int[] rows, boolean[] held) {
    training =
        IntStream.range(0, rows.length).filter(i -> !held[i]).map(i -> rows[i]).sorted().toArray();
    validation =
        IntStream.range(0, rows.length).filter(i -> held[i]).map(i -> rows[i]).sorted().toArray();
  }

  private HoldOut(int[] training, int[] validation) {
    this.training = training;
    this.validation = validation;
  }

  /**
   * Holds out the last ⌊fraction · n⌋ rows by a column; of equal ones the later in the table.
   *
   * @param share how many
   * @param rows [n], those to be divided
   * @param times [n], by which they are ordered
   * @throws DataException if there are fewer than 2 rows
   */
  public static HoldOut last(Share share, int[] rows, double[] times) {
    int[] ordered = ascending(rows, times);
    int first = rows.length - share.of(rows.length);
    return new HoldOut(
        Arrays.stream(ordered, 0, first).sorted().toArray(),
        Arrays.stream(ordered, first, rows.length).sorted().toArray());
  }

  /** The rows in the order of their times; of equal ones the earlier in the table first. */
  static int[] ascending(int[] rows, double[] times) {
    return IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> times[i]).thenComparingInt(i -> rows[i]))
        .mapToInt(i -> rows[i])
        .toArray();
  }

  /**
   * Holds out whole groups, drawn one after another, until ⌊fraction · n⌋ rows are reached; never
   * all groups.
   *
   * @param share how many
   * @param rows [n], those to be divided
   * @param groups [n], the group of each, from 0, each of which occurs
   * @throws DataException if there are fewer than 2 groups
   */
  public static HoldOut groups(Share share, int[] rows, int[] groups, RandomGenerator random) {
    int wanted = share.of(rows.length);
    int k = Arrays.stream(groups).max().orElse(-1) + 1;
    if (k < 2) {
      throw new DataException(
          "data.too_few_groups",
          Location.of(share.file()),
          k + (k == 1 ? " group" : " groups") + "; at least 2 are needed to hold one out");
    }
    int[] sizes = new int[k];
    for (int group : groups) {
      sizes[group]++;
    }
    boolean[] chosen = new boolean[k];
    int held = 0;
    int[] order = shuffled(k, random);
    for (int i = 0; i < k - 1 && held < wanted; i++) {
      chosen[order[i]] = true;
      held += sizes[order[i]];
    }
    boolean[] of = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      of[i] = chosen[groups[i]];
    }
    return new HoldOut(rows, of);
  }

  /** The rows to train on, a copy. */
  public int[] training() {
    return training.clone();
  }

  /** The rows held out, a copy. */
  public int[] validation() {
    return validation.clone();
  }

  /**
   * Holds out ⌊fraction · n⌋ of the rows.
   *
   * @param file named in messages
   * @param rows [n], those to be divided
   * @param fraction above 0 and below 1
   * @throws DataException if there are fewer than 2 rows
   * @throws dev.gradus.error.ConfigException if none would be held out, or the fraction is out of
   *     its range
   */
  public static HoldOut split(String file, int[] rows, double fraction, RandomGenerator random) {
    return stratified(Share.ofValidation(file, fraction), rows, new int[rows.length], random);
  }

  /**
   * Holds out ⌊fraction · n⌋ of the rows, of each class in proportion (largest remainders, ties to
   * the lower class), and never the last row of a class: then fewer, if need be.
   *
   * @param share how many
   * @param rows [n], those to be divided
   * @param classes [n], the class of each, from 0
   * @throws DataException if there are fewer than 2 rows, or none of a class with two
   * @throws dev.gradus.error.ConfigException if none would be held out, or the fraction is out of
   *     its range
   */
  public static HoldOut stratified(Share share, int[] rows, int[] classes, RandomGenerator random) {
    int wanted = share.of(rows.length);
    int[] sizes = new int[Arrays.stream(classes).max().orElse(0) + 1];
    for (int code : classes) {
      sizes[code]++;
    }
    int[] quotas = quotas(sizes, wanted, (double) wanted / rows.length);
    if (Arrays.stream(quotas).sum() == 0) {
      throw new DataException(
          "data.too_few_rows",
          Location.of(share.file()),
          "each class has a single row; at least 2 of one are needed to hold out "
              + percent(share.fraction())
              + " %");
    }
    boolean[] held = new boolean[rows.length];
    for (int i : shuffled(rows.length, random)) {
      held[i] = quotas[classes[i]]-- > 0;
    }
    return new HoldOut(rows, held);
  }

  /**
   * Says at the start, before classes are looked for, that there are too few rows.
   *
   * @throws DataException if there are fewer than 2 rows
   */
  public static void requireTwo(String file, int rows, double fraction) {
    if (rows < 2) {
      throw new DataException(
          "data.too_few_rows",
          Location.of(file),
          rows
              + (rows == 1 ? " row" : " rows")
              + "; at least 2 are needed to hold out "
              + percent(fraction)
              + " %");
    }
  }

  private static int[] quotas(int[] sizes, int wanted, double share) {
    int[] quotas = new int[sizes.length];
    int left = wanted;
    for (int c = 0; c < sizes.length; c++) {
      quotas[c] = Math.min((int) Math.floor(sizes[c] * share), Math.max(sizes[c] - 1, 0));
      left -= quotas[c];
    }
    List<Integer> byRemainder =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer c) -> quotas[c] - sizes[c] * share))
            .toList();
    boolean given = true;
    while (left > 0 && given) {
      given = false;
      for (int c : byRemainder) {
        if (left > 0 && quotas[c] < sizes[c] - 1) {
          quotas[c]++;
          left--;
          given = true;
        }
      }
    }
    return quotas;
  }

  static int[] shuffled(int n, RandomGenerator random) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = below(i + 1, random);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /**
   * A uniform draw from 0 to {@code bound} − 1; draws that would favour the low ones are redone.
   */
  private static int below(int bound, RandomGenerator random) {
    long draw = random.nextLong() >>> 1;
    while (draw - draw % bound > Long.MAX_VALUE - bound + 1) {
      draw = random.nextLong() >>> 1;
    }
    return (int) (draw % bound);
  }

  static String percent(double fraction) {
    return BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
