package dev.gradus.tabular.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of numbers in bounded memory: exact up to twice its capacity k, then approximate, the
 * same for the same numbers in the same order.
 *
 * <p>Full buffers of k numbers are sorted. Two of one weight are merged and every other of the 2k
 * numbers is kept, with twice the weight; whether those at the even or the odd places, alternates.
 * A merge of weight w moves no rank by more than w, so that after n numbers the error is at most
 * the sum of all w: about n · log2(n / k) / (2k) places.
 *
 * <p>Source: Munro, Paterson, Selection and sorting with limited storage (1980); Manku,
 * Rajagopalan, Lindsay, Approximate medians and other order statistics in one pass (1998).
 */
final class QuantileSketch {
  private final int capacity;
  private final List<double @Nullable []> levels = new ArrayList<>();
  private double[] open;
  private int count;
  private long rankError;
  private boolean odd;

  /**
   * @param capacity k, even, at least 2
   */
  QuantileSketch(int capacity) {
    this.capacity = capacity;
    open = new double[Math.min(capacity, 64)];
  }

  void add(double number) {
    if (count == open.length) {
      if (count == capacity) {
        Arrays.sort(open);
        carry(open);
        open = new double[capacity];
        count = 0;
      } else {
        open = Arrays.copyOf(open, Math.min(capacity, 2 * count));
      }
    }
    open[count++] = number;
  }

  /** As in counting: two of one weight make one of twice the weight. */
  private void carry(double[] sorted) {
    double[] carried = sorted;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(carried);
        return;
      }
      double[] there = levels.get(level);
      if (there == null) {
        levels.set(level, carried);
        return;
      }
      carried = everyOther(there, carried, odd ? 1 : 0);
      odd = !odd;
      levels.set(level, null);
      rankError += 1L << level;
    }
  }

  private static double[] everyOther(double[] a, double[] b, int from) {
    double[] kept = new double[a.length];
    int i = 0;
    int j = 0;
    for (int place = 0; place < a.length + b.length; place++) {
      double next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
      if (place % 2 == from) {
        kept[place / 2] = next;
      }
    }
    return kept;
  }

  /** What it holds by now, sorted. */
  SortedNumbers sorted() {
    double[] rest = Arrays.copyOf(open, count);
    Arrays.sort(rest);
    SortedNumbers all = SortedNumbers.of(rest, 1);
    for (int level = 0; level < levels.size(); level++) {
      double[] numbers = levels.get(level);
      if (numbers != null) {
        all = all.with(SortedNumbers.of(numbers, 1L << level));
      }
    }
    return all;
  }

  /** The most places by which a rank can be off; 0 where all numbers are held. */
  long rankError() {
    return rankError;
  }
}
