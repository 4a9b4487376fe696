package dev.gradus.tabular.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A list of doubles in little memory: every {@value #LENGTH} of them are kept in the narrowest form
 * that gives back the same bits. What is left over stays as it is.
 */
final class CompactNumbers {
  /** How many numbers share one form. */
  static final int LENGTH = 1 << 16;

  private static final int SHIFT = 16;

  private final Segment[] segments;
  private final int size;

  private CompactNumbers(Segment[] segments, int size) {
    this.segments = segments;
    this.size = size;
  }

  /** Shares the array, which must not change. */
  static CompactNumbers of(double... values) {
    if (values.length <= LENGTH) {
      return new CompactNumbers(new Segment[] {new Segment.Doubles(values)}, values.length);
    }
    Builder builder = new Builder();
    for (double value : values) {
      builder.add(value);
    }
    return builder.build();
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The number at a place, counted from 0. */
  double get(int place) {
    return segments[place >>> SHIFT].get(place & (LENGTH - 1));
  }

  /** Numbers while they come. */
  static final class Builder {
    private final List<Segment> full = new ArrayList<>();
    private double[] open = new double[64];
    private int count;

    void add(double value) {
      if (count == open.length) {
        if (count == LENGTH) {
          full.add(Segment.of(open));
          count = 0;
        } else {
          open = Arrays.copyOf(open, 2 * count);
        }
      }
      open[count++] = value;
    }

    CompactNumbers build() {
      int size = full.size() * LENGTH + count;
      full.add(new Segment.Doubles(Arrays.copyOf(open, count)));
      return new CompactNumbers(full.toArray(Segment[]::new), size);
    }
  }
}
