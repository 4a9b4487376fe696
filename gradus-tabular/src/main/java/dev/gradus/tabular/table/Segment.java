package dev.gradus.tabular.table;

import java.util.List;

/**
 * Some numbers in a narrow form: whole numbers of tenths, hundredths, …; floats; or doubles.
 *
 * <p>A number that was written with few decimals is the double nearest to k / 10^s, and IEEE's
 * division of k by 10^s gives just that double, so that k alone need be kept. Whether it does is
 * asked of every number.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
sealed interface Segment {
  /** Units that numbers are tried in; each is an exact double. */
  List<Double> SCALES = List.of(1.0, 10.0, 100.0, 1000.0, 10_000.0);

  /** The number at a place. */
  double get(int i);

  /** The narrowest form that gives back the same bits; copies. */
  static Segment of(double[] values) {
    for (double scale : SCALES) {
      double largest = largest(values, scale);
      if (largest <= Byte.MAX_VALUE) {
        return Bytes.of(values, scale);
      }
      if (largest <= Short.MAX_VALUE) {
        return Shorts.of(values, scale);
      }
      if (largest <= Integer.MAX_VALUE) {
        return Ints.of(values, scale);
      }
    }
    return areFloats(values) ? Floats.of(values) : new Doubles(values.clone());
  }

  /** max |k|; infinite where some number is not k / scale. */
  private static double largest(double[] values, double scale) {
    double largest = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        double k = Math.rint(value * scale);
        if (!isSame(k / scale, value)) {
          return Double.POSITIVE_INFINITY;
        }
        largest = Math.max(largest, Math.abs(k));
      }
    }
    return largest;
  }

  /** The whole numbers have one zero; −0 is none of them. */
  private static boolean isSame(double quotient, double value) {
    return quotient == value && (value != 0 || 1 / value > 0);
  }

  private static boolean areFloats(double[] values) {
    for (double value : values) {
      if (!Double.isNaN(value) && (double) (float) value != value) {
        return false;
      }
    }
    return true;
  }

  /** k / scale; the least byte stands for NaN. */
  record Bytes(byte[] k, double scale) implements Segment {
    static Bytes of(double[] values, double scale) {
      byte[] k = new byte[values.length];
      for (int i = 0; i < k.length; i++) {
        double value = values[i];
        k[i] = Double.isNaN(value) ? Byte.MIN_VALUE : (byte) Math.rint(value * scale);
      }
      return new Bytes(k, scale);
    }

    @Override
    public double get(int i) {
      return k[i] == Byte.MIN_VALUE ? Double.NaN : k[i] / scale;
    }
  }

  /** k / scale; the least short stands for NaN. */
  record Shorts(short[] k, double scale) implements Segment {
    static Shorts of(double[] values, double scale) {
      short[] k = new short[values.length];
      for (int i = 0; i < k.length; i++) {
        double value = values[i];
        k[i] = Double.isNaN(value) ? Short.MIN_VALUE : (short) Math.rint(value * scale);
      }
      return new Shorts(k, scale);
    }

    @Override
    public double get(int i) {
      return k[i] == Short.MIN_VALUE ? Double.NaN : k[i] / scale;
    }
  }

  /** k / scale; the least int stands for NaN. */
  record Ints(int[] k, double scale) implements Segment {
    static Ints of(double[] values, double scale) {
      int[] k = new int[values.length];
      for (int i = 0; i < k.length; i++) {
        double value = values[i];
        k[i] = Double.isNaN(value) ? Integer.MIN_VALUE : (int) Math.rint(value * scale);
      }
      return new Ints(k, scale);
    }

    @Override
    public double get(int i) {
      return k[i] == Integer.MIN_VALUE ? Double.NaN : k[i] / scale;
    }
  }

  /** Doubles that are floats. */
  record Floats(float[] values) implements Segment {
    static Floats of(double[] values) {
      float[] floats = new float[values.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) values[i];
      }
      return new Floats(floats);
    }

    @Override
    public double get(int i) {
      return values[i];
    }
  }

  /** Any doubles; shares the array. */
  record Doubles(double[] values) implements Segment {
    @Override
    public double get(int i) {
      return values[i];
    }
  }
}
