package dev.gradus.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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
final class FloatTransposeTiles {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final IntVector LANE = IntVector.zero(IntVector.SPECIES_PREFERRED).addIndex(1);

  /** Lane l of the even row: l/2 of the first row for even l, of the second for odd l. */
  private static final IntVector LOW =
      LANE.lanewise(VectorOperators.LSHR, 1).add(LANE.and(1).mul(S.length()));

  /** The same of the upper halves. */
  private static final IntVector HIGH = LOW.add(S.length() / 2);

  private FloatTransposeTiles() {}

  static void tile16(float[] x, int at, int row, float[] to, int into, int toRow) {
    IntVector r0_0 = FloatVector.fromArray(S, x, at).reinterpretAsInts();
    IntVector r0_1 = FloatVector.fromArray(S, x, at + row).reinterpretAsInts();
    IntVector r0_2 = FloatVector.fromArray(S, x, at + 2 * row).reinterpretAsInts();
    IntVector r0_3 = FloatVector.fromArray(S, x, at + 3 * row).reinterpretAsInts();
    IntVector r0_4 = FloatVector.fromArray(S, x, at + 4 * row).reinterpretAsInts();
    IntVector r0_5 = FloatVector.fromArray(S, x, at + 5 * row).reinterpretAsInts();
    IntVector r0_6 = FloatVector.fromArray(S, x, at + 6 * row).reinterpretAsInts();
    IntVector r0_7 = FloatVector.fromArray(S, x, at + 7 * row).reinterpretAsInts();
    IntVector r0_8 = FloatVector.fromArray(S, x, at + 8 * row).reinterpretAsInts();
    IntVector r0_9 = FloatVector.fromArray(S, x, at + 9 * row).reinterpretAsInts();
    IntVector r0_10 = FloatVector.fromArray(S, x, at + 10 * row).reinterpretAsInts();
    IntVector r0_11 = FloatVector.fromArray(S, x, at + 11 * row).reinterpretAsInts();
    IntVector r0_12 = FloatVector.fromArray(S, x, at + 12 * row).reinterpretAsInts();
    IntVector r0_13 = FloatVector.fromArray(S, x, at + 13 * row).reinterpretAsInts();
    IntVector r0_14 = FloatVector.fromArray(S, x, at + 14 * row).reinterpretAsInts();
    IntVector r0_15 = FloatVector.fromArray(S, x, at + 15 * row).reinterpretAsInts();
    IntVector r1_0 = LOW.selectFrom(r0_0, r0_8);
    IntVector r1_1 = HIGH.selectFrom(r0_0, r0_8);
    IntVector r1_2 = LOW.selectFrom(r0_1, r0_9);
    IntVector r1_3 = HIGH.selectFrom(r0_1, r0_9);
    IntVector r1_4 = LOW.selectFrom(r0_2, r0_10);
    IntVector r1_5 = HIGH.selectFrom(r0_2, r0_10);
    IntVector r1_6 = LOW.selectFrom(r0_3, r0_11);
    IntVector r1_7 = HIGH.selectFrom(r0_3, r0_11);
    IntVector r1_8 = LOW.selectFrom(r0_4, r0_12);
    IntVector r1_9 = HIGH.selectFrom(r0_4, r0_12);
    IntVector r1_10 = LOW.selectFrom(r0_5, r0_13);
    IntVector r1_11 = HIGH.selectFrom(r0_5, r0_13);
    IntVector r1_12 = LOW.selectFrom(r0_6, r0_14);
    IntVector r1_13 = HIGH.selectFrom(r0_6, r0_14);
    IntVector r1_14 = LOW.selectFrom(r0_7, r0_15);
    IntVector r1_15 = HIGH.selectFrom(r0_7, r0_15);
    IntVector r2_0 = LOW.selectFrom(r1_0, r1_8);
    IntVector r2_1 = HIGH.selectFrom(r1_0, r1_8);
    IntVector r2_2 = LOW.selectFrom(r1_1, r1_9);
    IntVector r2_3 = HIGH.selectFrom(r1_1, r1_9);
    IntVector r2_4 = LOW.selectFrom(r1_2, r1_10);
    IntVector r2_5 = HIGH.selectFrom(r1_2, r1_10);
    IntVector r2_6 = LOW.selectFrom(r1_3, r1_11);
    IntVector r2_7 = HIGH.selectFrom(r1_3, r1_11);
    IntVector r2_8 = LOW.selectFrom(r1_4, r1_12);
    IntVector r2_9 = HIGH.selectFrom(r1_4, r1_12);
    IntVector r2_10 = LOW.selectFrom(r1_5, r1_13);
    IntVector r2_11 = HIGH.selectFrom(r1_5, r1_13);
    IntVector r2_12 = LOW.selectFrom(r1_6, r1_14);
    IntVector r2_13 = HIGH.selectFrom(r1_6, r1_14);
    IntVector r2_14 = LOW.selectFrom(r1_7, r1_15);
    IntVector r2_15 = HIGH.selectFrom(r1_7, r1_15);
    IntVector r3_0 = LOW.selectFrom(r2_0, r2_8);
    IntVector r3_1 = HIGH.selectFrom(r2_0, r2_8);
    IntVector r3_2 = LOW.selectFrom(r2_1, r2_9);
    IntVector r3_3 = HIGH.selectFrom(r2_1, r2_9);
    IntVector r3_4 = LOW.selectFrom(r2_2, r2_10);
    IntVector r3_5 = HIGH.selectFrom(r2_2, r2_10);
    IntVector r3_6 = LOW.selectFrom(r2_3, r2_11);
    IntVector r3_7 = HIGH.selectFrom(r2_3, r2_11);
    IntVector r3_8 = LOW.selectFrom(r2_4, r2_12);
    IntVector r3_9 = HIGH.selectFrom(r2_4, r2_12);
    IntVector r3_10 = LOW.selectFrom(r2_5, r2_13);
    IntVector r3_11 = HIGH.selectFrom(r2_5, r2_13);
    IntVector r3_12 = LOW.selectFrom(r2_6, r2_14);
    IntVector r3_13 = HIGH.selectFrom(r2_6, r2_14);
    IntVector r3_14 = LOW.selectFrom(r2_7, r2_15);
    IntVector r3_15 = HIGH.selectFrom(r2_7, r2_15);
    IntVector r4_0 = LOW.selectFrom(r3_0, r3_8);
    IntVector r4_1 = HIGH.selectFrom(r3_0, r3_8);
    IntVector r4_2 = LOW.selectFrom(r3_1, r3_9);
    IntVector r4_3 = HIGH.selectFrom(r3_1, r3_9);
    IntVector r4_4 = LOW.selectFrom(r3_2, r3_10);
    IntVector r4_5 = HIGH.selectFrom(r3_2, r3_10);
    IntVector r4_6 = LOW.selectFrom(r3_3, r3_11);
    IntVector r4_7 = HIGH.selectFrom(r3_3, r3_11);
    IntVector r4_8 = LOW.selectFrom(r3_4, r3_12);
    IntVector r4_9 = HIGH.selectFrom(r3_4, r3_12);
    IntVector r4_10 = LOW.selectFrom(r3_5, r3_13);
    IntVector r4_11 = HIGH.selectFrom(r3_5, r3_13);
    IntVector r4_12 = LOW.selectFrom(r3_6, r3_14);
    IntVector r4_13 = HIGH.selectFrom(r3_6, r3_14);
    IntVector r4_14 = LOW.selectFrom(r3_7, r3_15);
    IntVector r4_15 = HIGH.selectFrom(r3_7, r3_15);
    r4_0.reinterpretAsFloats().intoArray(to, into);
    r4_1.reinterpretAsFloats().intoArray(to, into + toRow);
    r4_2.reinterpretAsFloats().intoArray(to, into + 2 * toRow);
    r4_3.reinterpretAsFloats().intoArray(to, into + 3 * toRow);
    r4_4.reinterpretAsFloats().intoArray(to, into + 4 * toRow);
    r4_5.reinterpretAsFloats().intoArray(to, into + 5 * toRow);
    r4_6.reinterpretAsFloats().intoArray(to, into + 6 * toRow);
    r4_7.reinterpretAsFloats().intoArray(to, into + 7 * toRow);
    r4_8.reinterpretAsFloats().intoArray(to, into + 8 * toRow);
    r4_9.reinterpretAsFloats().intoArray(to, into + 9 * toRow);
    r4_10.reinterpretAsFloats().intoArray(to, into + 10 * toRow);
    r4_11.reinterpretAsFloats().intoArray(to, into + 11 * toRow);
    r4_12.reinterpretAsFloats().intoArray(to, into + 12 * toRow);
    r4_13.reinterpretAsFloats().intoArray(to, into + 13 * toRow);
    r4_14.reinterpretAsFloats().intoArray(to, into + 14 * toRow);
    r4_15.reinterpretAsFloats().intoArray(to, into + 15 * toRow);
  }

  static void tile8(float[] x, int at, int row, float[] to, int into, int toRow) {
    IntVector r0_0 = FloatVector.fromArray(S, x, at).reinterpretAsInts();
    IntVector r0_1 = FloatVector.fromArray(S, x, at + row).reinterpretAsInts();
    IntVector r0_2 = FloatVector.fromArray(S, x, at + 2 * row).reinterpretAsInts();
    IntVector r0_3 = FloatVector.fromArray(S, x, at + 3 * row).reinterpretAsInts();
    IntVector r0_4 = FloatVector.fromArray(S, x, at + 4 * row).reinterpretAsInts();
    IntVector r0_5 = FloatVector.fromArray(S, x, at + 5 * row).reinterpretAsInts();
    IntVector r0_6 = FloatVector.fromArray(S, x, at + 6 * row).reinterpretAsInts();
    IntVector r0_7 = FloatVector.fromArray(S, x, at + 7 * row).reinterpretAsInts();
    IntVector r1_0 = LOW.selectFrom(r0_0, r0_4);
    IntVector r1_1 = HIGH.selectFrom(r0_0, r0_4);
    IntVector r1_2 = LOW.selectFrom(r0_1, r0_5);
    IntVector r1_3 = HIGH.selectFrom(r0_1, r0_5);
    IntVector r1_4 = LOW.selectFrom(r0_2, r0_6);
    IntVector r1_5 = HIGH.selectFrom(r0_2, r0_6);
    IntVector r1_6 = LOW.selectFrom(r0_3, r0_7);
    IntVector r1_7 = HIGH.selectFrom(r0_3, r0_7);
    IntVector r2_0 = LOW.selectFrom(r1_0, r1_4);
    IntVector r2_1 = HIGH.selectFrom(r1_0, r1_4);
    IntVector r2_2 = LOW.selectFrom(r1_1, r1_5);
    IntVector r2_3 = HIGH.selectFrom(r1_1, r1_5);
    IntVector r2_4 = LOW.selectFrom(r1_2, r1_6);
    IntVector r2_5 = HIGH.selectFrom(r1_2, r1_6);
    IntVector r2_6 = LOW.selectFrom(r1_3, r1_7);
    IntVector r2_7 = HIGH.selectFrom(r1_3, r1_7);
    IntVector r3_0 = LOW.selectFrom(r2_0, r2_4);
    IntVector r3_1 = HIGH.selectFrom(r2_0, r2_4);
    IntVector r3_2 = LOW.selectFrom(r2_1, r2_5);
    IntVector r3_3 = HIGH.selectFrom(r2_1, r2_5);
    IntVector r3_4 = LOW.selectFrom(r2_2, r2_6);
    IntVector r3_5 = HIGH.selectFrom(r2_2, r2_6);
    IntVector r3_6 = LOW.selectFrom(r2_3, r2_7);
    IntVector r3_7 = HIGH.selectFrom(r2_3, r2_7);
    r3_0.reinterpretAsFloats().intoArray(to, into);
    r3_1.reinterpretAsFloats().intoArray(to, into + toRow);
    r3_2.reinterpretAsFloats().intoArray(to, into + 2 * toRow);
    r3_3.reinterpretAsFloats().intoArray(to, into + 3 * toRow);
    r3_4.reinterpretAsFloats().intoArray(to, into + 4 * toRow);
    r3_5.reinterpretAsFloats().intoArray(to, into + 5 * toRow);
    r3_6.reinterpretAsFloats().intoArray(to, into + 6 * toRow);
    r3_7.reinterpretAsFloats().intoArray(to, into + 7 * toRow);
  }
}
