package dev.gradus.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@code tileL} transposes a square of L × L elements in the registers: {@code to(j, i) = x(i, j)}.
 *
 * <p>With L = 2ⁿ the place of an element is a word of 2n bits, those of its row before those of its
 * lane. Interleaving rows i and i + L/2 into rows 2i and 2i + 1 moves the row's top bit h and the
 * lane's top bit t so: (h i, t l) → (i t, l h), a rotation of the word by one. After n of them row
 * and lane have changed places. Written by {@code make_vector_tiles.py}.
 */
final class DoubleTransposeTiles {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final LongVector LANE = LongVector.zero(LongVector.SPECIES_PREFERRED).addIndex(1);

  /** Lane l of the even row: l/2 of the first row for even l, of the second for odd l. */
  private static final LongVector LOW =
      LANE.lanewise(VectorOperators.LSHR, 1).add(LANE.and(1).mul(S.length()));

  /** The same of the upper halves. */
  private static final LongVector HIGH = LOW.add(S.length() / 2);

  private DoubleTransposeTiles() {}

  static void tile16(double[] x, int at, int row, double[] to, int into, int toRow) {
    LongVector r0_0 = DoubleVector.fromArray(S, x, at).reinterpretAsLongs();
    LongVector r0_1 = DoubleVector.fromArray(S, x, at + row).reinterpretAsLongs();
    LongVector r0_2 = DoubleVector.fromArray(S, x, at + 2 * row).reinterpretAsLongs();
    LongVector r0_3 = DoubleVector.fromArray(S, x, at + 3 * row).reinterpretAsLongs();
    LongVector r0_4 = DoubleVector.fromArray(S, x, at + 4 * row).reinterpretAsLongs();
    LongVector r0_5 = DoubleVector.fromArray(S, x, at + 5 * row).reinterpretAsLongs();
    LongVector r0_6 = DoubleVector.fromArray(S, x, at + 6 * row).reinterpretAsLongs();
    LongVector r0_7 = DoubleVector.fromArray(S, x, at + 7 * row).reinterpretAsLongs();
    LongVector r0_8 = DoubleVector.fromArray(S, x, at + 8 * row).reinterpretAsLongs();
    LongVector r0_9 = DoubleVector.fromArray(S, x, at + 9 * row).reinterpretAsLongs();
    LongVector r0_10 = DoubleVector.fromArray(S, x, at + 10 * row).reinterpretAsLongs();
    LongVector r0_11 = DoubleVector.fromArray(S, x, at + 11 * row).reinterpretAsLongs();
    LongVector r0_12 = DoubleVector.fromArray(S, x, at + 12 * row).reinterpretAsLongs();
    LongVector r0_13 = DoubleVector.fromArray(S, x, at + 13 * row).reinterpretAsLongs();
    LongVector r0_14 = DoubleVector.fromArray(S, x, at + 14 * row).reinterpretAsLongs();
    LongVector r0_15 = DoubleVector.fromArray(S, x, at + 15 * row).reinterpretAsLongs();
    LongVector r1_0 = LOW.selectFrom(r0_0, r0_8);
    LongVector r1_1 = HIGH.selectFrom(r0_0, r0_8);
    LongVector r1_2 = LOW.selectFrom(r0_1, r0_9);
    LongVector r1_3 = HIGH.selectFrom(r0_1, r0_9);
    LongVector r1_4 = LOW.selectFrom(r0_2, r0_10);
    LongVector r1_5 = HIGH.selectFrom(r0_2, r0_10);
    LongVector r1_6 = LOW.selectFrom(r0_3, r0_11);
    LongVector r1_7 = HIGH.selectFrom(r0_3, r0_11);
    LongVector r1_8 = LOW.selectFrom(r0_4, r0_12);
    LongVector r1_9 = HIGH.selectFrom(r0_4, r0_12);
    LongVector r1_10 = LOW.selectFrom(r0_5, r0_13);
    LongVector r1_11 = HIGH.selectFrom(r0_5, r0_13);
    LongVector r1_12 = LOW.selectFrom(r0_6, r0_14);
    LongVector r1_13 = HIGH.selectFrom(r0_6, r0_14);
    LongVector r1_14 = LOW.selectFrom(r0_7, r0_15);
    LongVector r1_15 = HIGH.selectFrom(r0_7, r0_15);
    LongVector r2_0 = LOW.selectFrom(r1_0, r1_8);
    LongVector r2_1 = HIGH.selectFrom(r1_0, r1_8);
    LongVector r2_2 = LOW.selectFrom(r1_1, r1_9);
    LongVector r2_3 = HIGH.selectFrom(r1_1, r1_9);
    LongVector r2_4 = LOW.selectFrom(r1_2, r1_10);
    LongVector r2_5 = HIGH.selectFrom(r1_2, r1_10);
    LongVector r2_6 = LOW.selectFrom(r1_3, r1_11);
    LongVector r2_7 = HIGH.selectFrom(r1_3, r1_11);
    LongVector r2_8 = LOW.selectFrom(r1_4, r1_12);
    LongVector r2_9 = HIGH.selectFrom(r1_4, r1_12);
    LongVector r2_10 = LOW.selectFrom(r1_5, r1_13);
    LongVector r2_11 = HIGH.selectFrom(r1_5, r1_13);
    LongVector r2_12 = LOW.selectFrom(r1_6, r1_14);
    LongVector r2_13 = HIGH.selectFrom(r1_6, r1_14);
    LongVector r2_14 = LOW.selectFrom(r1_7, r1_15);
    LongVector r2_15 = HIGH.selectFrom(r1_7, r1_15);
    LongVector r3_0 = LOW.selectFrom(r2_0, r2_8);
    LongVector r3_1 = HIGH.selectFrom(r2_0, r2_8);
    LongVector r3_2 = LOW.selectFrom(r2_1, r2_9);
    LongVector r3_3 = HIGH.selectFrom(r2_1, r2_9);
    LongVector r3_4 = LOW.selectFrom(r2_2, r2_10);
    LongVector r3_5 = HIGH.selectFrom(r2_2, r2_10);
    LongVector r3_6 = LOW.selectFrom(r2_3, r2_11);
    LongVector r3_7 = HIGH.selectFrom(r2_3, r2_11);
    LongVector r3_8 = LOW.selectFrom(r2_4, r2_12);
    LongVector r3_9 = HIGH.selectFrom(r2_4, r2_12);
    LongVector r3_10 = LOW.selectFrom(r2_5, r2_13);
    LongVector r3_11 = HIGH.selectFrom(r2_5, r2_13);
    LongVector r3_12 = LOW.selectFrom(r2_6, r2_14);
    LongVector r3_13 = HIGH.selectFrom(r2_6, r2_14);
    LongVector r3_14 = LOW.selectFrom(r2_7, r2_15);
    LongVector r3_15 = HIGH.selectFrom(r2_7, r2_15);
    LongVector r4_0 = LOW.selectFrom(r3_0, r3_8);
    LongVector r4_1 = HIGH.selectFrom(r3_0, r3_8);
    LongVector r4_2 = LOW.selectFrom(r3_1, r3_9);
    LongVector r4_3 = HIGH.selectFrom(r3_1, r3_9);
    LongVector r4_4 = LOW.selectFrom(r3_2, r3_10);
    LongVector r4_5 = HIGH.selectFrom(r3_2, r3_10);
    LongVector r4_6 = LOW.selectFrom(r3_3, r3_11);
    LongVector r4_7 = HIGH.selectFrom(r3_3, r3_11);
    LongVector r4_8 = LOW.selectFrom(r3_4, r3_12);
    LongVector r4_9 = HIGH.selectFrom(r3_4, r3_12);
    LongVector r4_10 = LOW.selectFrom(r3_5, r3_13);
    LongVector r4_11 = HIGH.selectFrom(r3_5, r3_13);
    LongVector r4_12 = LOW.selectFrom(r3_6, r3_14);
    LongVector r4_13 = HIGH.selectFrom(r3_6, r3_14);
    LongVector r4_14 = LOW.selectFrom(r3_7, r3_15);
    LongVector r4_15 = HIGH.selectFrom(r3_7, r3_15);
    r4_0.reinterpretAsDoubles().intoArray(to, into);
    r4_1.reinterpretAsDoubles().intoArray(to, into + toRow);
    r4_2.reinterpretAsDoubles().intoArray(to, into + 2 * toRow);
    r4_3.reinterpretAsDoubles().intoArray(to, into + 3 * toRow);
    r4_4.reinterpretAsDoubles().intoArray(to, into + 4 * toRow);
    r4_5.reinterpretAsDoubles().intoArray(to, into + 5 * toRow);
    r4_6.reinterpretAsDoubles().intoArray(to, into + 6 * toRow);
    r4_7.reinterpretAsDoubles().intoArray(to, into + 7 * toRow);
    r4_8.reinterpretAsDoubles().intoArray(to, into + 8 * toRow);
    r4_9.reinterpretAsDoubles().intoArray(to, into + 9 * toRow);
    r4_10.reinterpretAsDoubles().intoArray(to, into + 10 * toRow);
    r4_11.reinterpretAsDoubles().intoArray(to, into + 11 * toRow);
    r4_12.reinterpretAsDoubles().intoArray(to, into + 12 * toRow);
    r4_13.reinterpretAsDoubles().intoArray(to, into + 13 * toRow);
    r4_14.reinterpretAsDoubles().intoArray(to, into + 14 * toRow);
    r4_15.reinterpretAsDoubles().intoArray(to, into + 15 * toRow);
  }

  static void tile8(double[] x, int at, int row, double[] to, int into, int toRow) {
    LongVector r0_0 = DoubleVector.fromArray(S, x, at).reinterpretAsLongs();
    LongVector r0_1 = DoubleVector.fromArray(S, x, at + row).reinterpretAsLongs();
    LongVector r0_2 = DoubleVector.fromArray(S, x, at + 2 * row).reinterpretAsLongs();
    LongVector r0_3 = DoubleVector.fromArray(S, x, at + 3 * row).reinterpretAsLongs();
    LongVector r0_4 = DoubleVector.fromArray(S, x, at + 4 * row).reinterpretAsLongs();
    LongVector r0_5 = DoubleVector.fromArray(S, x, at + 5 * row).reinterpretAsLongs();
    LongVector r0_6 = DoubleVector.fromArray(S, x, at + 6 * row).reinterpretAsLongs();
    LongVector r0_7 = DoubleVector.fromArray(S, x, at + 7 * row).reinterpretAsLongs();
    LongVector r1_0 = LOW.selectFrom(r0_0, r0_4);
    LongVector r1_1 = HIGH.selectFrom(r0_0, r0_4);
    LongVector r1_2 = LOW.selectFrom(r0_1, r0_5);
    LongVector r1_3 = HIGH.selectFrom(r0_1, r0_5);
    LongVector r1_4 = LOW.selectFrom(r0_2, r0_6);
    LongVector r1_5 = HIGH.selectFrom(r0_2, r0_6);
    LongVector r1_6 = LOW.selectFrom(r0_3, r0_7);
    LongVector r1_7 = HIGH.selectFrom(r0_3, r0_7);
    LongVector r2_0 = LOW.selectFrom(r1_0, r1_4);
    LongVector r2_1 = HIGH.selectFrom(r1_0, r1_4);
    LongVector r2_2 = LOW.selectFrom(r1_1, r1_5);
    LongVector r2_3 = HIGH.selectFrom(r1_1, r1_5);
    LongVector r2_4 = LOW.selectFrom(r1_2, r1_6);
    LongVector r2_5 = HIGH.selectFrom(r1_2, r1_6);
    LongVector r2_6 = LOW.selectFrom(r1_3, r1_7);
    LongVector r2_7 = HIGH.selectFrom(r1_3, r1_7);
    LongVector r3_0 = LOW.selectFrom(r2_0, r2_4);
    LongVector r3_1 = HIGH.selectFrom(r2_0, r2_4);
    LongVector r3_2 = LOW.selectFrom(r2_1, r2_5);
    LongVector r3_3 = HIGH.selectFrom(r2_1, r2_5);
    LongVector r3_4 = LOW.selectFrom(r2_2, r2_6);
    LongVector r3_5 = HIGH.selectFrom(r2_2, r2_6);
    LongVector r3_6 = LOW.selectFrom(r2_3, r2_7);
    LongVector r3_7 = HIGH.selectFrom(r2_3, r2_7);
    r3_0.reinterpretAsDoubles().intoArray(to, into);
    r3_1.reinterpretAsDoubles().intoArray(to, into + toRow);
    r3_2.reinterpretAsDoubles().intoArray(to, into + 2 * toRow);
    r3_3.reinterpretAsDoubles().intoArray(to, into + 3 * toRow);
    r3_4.reinterpretAsDoubles().intoArray(to, into + 4 * toRow);
    r3_5.reinterpretAsDoubles().intoArray(to, into + 5 * toRow);
    r3_6.reinterpretAsDoubles().intoArray(to, into + 6 * toRow);
    r3_7.reinterpretAsDoubles().intoArray(to, into + 7 * toRow);
  }
}
