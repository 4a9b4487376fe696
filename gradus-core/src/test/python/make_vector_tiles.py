"""Writes DoubleVectorTiles, DoublePackedTiles and DoubleTransposeTiles: what is unrolled for a product.

Accumulators must be locals to stay in registers, so they are written out. The arrays come first, so that they
are passed in registers: with all arrays between the numbers a packed tile ran at 75 % of the machine's peak, so at 97 %. The float32 twins are made from
the float64 texts by exchanging the types (KernelTwinsTest).
Run in gradus-core: python3 src/test/python/make_vector_tiles.py
"""

STRIDED = [(4, 4), (1, 16), (1, 8), (1, 4), (4, 2), (1, 2), (8, 1), (4, 1), (1, 1)]
PACKED = [(12, 2), (6, 2), (12, 1), (6, 1)]


def times(i, unit):
    return "" if i == 0 else f" + {unit}" if i == 1 else f" + {i} * {unit}"


def tile(rows, vectors, parameters, left, right, left_index):
    """One tile; left and right are where A and B stand for p, left_index(i) the offset of row i from there."""
    cells = [(i, j) for i in range(rows) for j in range(vectors)]
    out = [f"  static void tile{rows}x{vectors}(double[] a, double[] b, double[] s, double[] c, int k,"]
    out.append(f"      {parameters}, int so, int sRow, int co, int cRow) {{")
    for i, j in cells:
        out.append(f"    DoubleVector c{i}_{j} ="
                   f" DoubleVector.fromArray(S, s, so{times(i, 'sRow')}{times(j, 'LANES')});")
    out.append("    for (int p = 0; p < k; p++) {")
    out.append(f"      int ai = {left};")
    out.append(f"      int bi = {right};")
    for j in range(vectors):
        out.append(f"      DoubleVector b{j} = DoubleVector.fromArray(S, b, bi{times(j, 'LANES')});")
    for i in range(rows):
        out.append(f"      DoubleVector a{i} = DoubleVector.broadcast(S, a[ai{left_index(i)}]);")
        for j in range(vectors):
            out.append(f"      c{i}_{j} = a{i}.fma(b{j}, c{i}_{j});")
    out.append("    }")
    for i, j in cells:
        out.append(f"    c{i}_{j}.intoArray(c, co{times(i, 'cRow')}{times(j, 'LANES')});")
    out.append("  }")
    return "\n".join(out)


def strided(rows, vectors):
    return tile(rows, vectors, "int ao, int aRow, int aInner, int bo, int bInner",
                "ao + p * aInner", "bo + p * bInner", lambda i: times(i, "aRow"))


def packed(rows, vectors):
    width = "LANES" if vectors == 1 else f"({vectors} * LANES)"
    return tile(rows, vectors, "int ao, int bo",
                f"ao + p * {rows}", f"bo + p * {width}", lambda i: f" + {i}" if i else "")


def transpose(lanes):
    """Interleaves rows i and i + L/2, as often as it takes: see the head."""
    out = [f"  static void tile{lanes}(double[] x, int at, int row, double[] to, int into, int toRow) {{"]
    half = lanes // 2
    rows = [f"r0_{i}" for i in range(lanes)]
    for i in range(lanes):
        out.append(f"    LongVector {rows[i]} ="
                   f" DoubleVector.fromArray(S, x, at{times(i, 'row')}).reinterpretAsLongs();")
    for stage in range(1, lanes.bit_length()):
        after = [f"r{stage}_{i}" for i in range(lanes)]
        for i in range(half):
            for index, j in (("LOW", 2 * i), ("HIGH", 2 * i + 1)):
                out.append(f"    LongVector {after[j]} = {index}.selectFrom({rows[i]}, {rows[i + half]});")
        rows = after
    for i in range(lanes):
        out.append(f"    {rows[i]}.reinterpretAsDoubles().intoArray(to, into{times(i, 'toRow')});")
    out.append("  }")
    return "\n".join(out)


IMPORTS = """package dev.gradus.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

"""

STRIDED_HEAD = IMPORTS + """/**
 * Register tiles of a product in vectors: {@code tileRxV} computes R rows and V vectors of columns of
 * {@code C = S + A B}, each element one chain of fused multiply-adds over p, as in the scalar tiles. B, S
 * and C are contiguous along a row. Written by {@code make_vector_tiles.py}.
 */
final class DoubleVectorTiles {
  static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  static final int LANES = S.length();

  private DoubleVectorTiles() {}

"""

PACKED_HEAD = IMPORTS + """/**
 * Register tiles of a product whose factors were packed: {@code tileRxV} as in {@link DoubleVectorTiles}, but
 * R elements of A and V vectors of B stand side by side for each p. All strides in the loop are then constants,
 * so that its range checks move out of it. Written by {@code make_vector_tiles.py}.
 */
final class DoublePackedTiles {
  static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  static final int LANES = S.length();

  private DoublePackedTiles() {}

"""


TRANSPOSE_HEAD = """package dev.gradus.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@code tileL} transposes a square of L × L elements in the registers: {@code to(j, i) = x(i, j)}.
 *
 * <p>With L = 2ⁿ the place of an element is a word of 2n bits, those of its row before those of its lane.
 * Interleaving rows i and i + L/2 into rows 2i and 2i + 1 moves the row's top bit h and the lane's top bit t so:
 * (h i, t l) → (i t, l h), a rotation of the word by one. After n of them row and lane have changed places.
 * Written by {@code make_vector_tiles.py}.
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

"""


def write(name, head, tiles):
    with open(f"src/main/java/dev/gradus/kernel/{name}.java", "w") as file:
        file.write(head + "\n\n".join(tiles) + "\n}\n")


write("DoubleVectorTiles", STRIDED_HEAD, [strided(r, v) for r, v in STRIDED])
write("DoublePackedTiles", PACKED_HEAD, [packed(r, v) for r, v in PACKED])
write("DoubleTransposeTiles", TRANSPOSE_HEAD, [transpose(16), transpose(8)])
