"""Writes DoubleVectorTiles.java: unrolled register tiles of R rows × V vectors of columns.

Accumulators must be locals to stay in registers, so they are written out. The float32 twin is made from
the float64 text by exchanging the types (KernelTwinsTest).
Run in gradus-core: python3 src/test/python/make_vector_tiles.py
"""

TILES = [(6, 4), (4, 4), (1, 4), (6, 2), (4, 2), (1, 2), (6, 1), (4, 1), (1, 1)]


def at(base, stride, i):
    return base if i == 0 else f"{base} + {stride}" if i == 1 else f"{base} + {i} * {stride}"


def column(j):
    return "" if j == 0 else " + LANES" if j == 1 else f" + {j} * LANES"


def tile(rows, vectors):
    cells = [(i, j) for i in range(rows) for j in range(vectors)]
    out = [f"  static void tile{rows}x{vectors}("]
    out.append("      int k, double[] a, int ao, int aRow, int aInner, double[] b, int bo, int bInner,")
    out.append("      double[] s, int so, int sRow, double[] c, int co, int cRow) {")
    for i, j in cells:
        out.append(f"    DoubleVector c{i}{j} = DoubleVector.fromArray(S, s, {at('so', 'sRow', i)}{column(j)});")
    out.append("    for (int p = 0; p < k; p++) {")
    out.append("      int ai = ao + p * aInner;")
    out.append("      int bi = bo + p * bInner;")
    for j in range(vectors):
        out.append(f"      DoubleVector b{j} = DoubleVector.fromArray(S, b, bi{column(j)});")
    for i in range(rows):
        out.append(f"      DoubleVector {'' if i else ''}a{i} = DoubleVector.broadcast(S, a[{at('ai', 'aRow', i)}]);")
        for j in range(vectors):
            out.append(f"      c{i}{j} = a{i}.fma(b{j}, c{i}{j});")
    out.append("    }")
    for i, j in cells:
        out.append(f"    c{i}{j}.intoArray(c, {at('co', 'cRow', i)}{column(j)});")
    out.append("  }")
    return "\n".join(out)


HEAD = """package dev.gradus.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of a product in vectors: {@code tileRxV} computes R rows and V vectors of columns of
 * {@code C = S + A B}, each element one chain of fused multiply-adds over p, as in the scalar tiles. B, S
 * and C are contiguous along a row. Written by {@code make_vector_tiles.py}.
 */
final class DoubleVectorTiles {
  static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  static final int LANES = S.length();

  private DoubleVectorTiles() {}

"""

with open("src/main/java/dev/gradus/kernel/DoubleVectorTiles.java", "w") as file:
    file.write(HEAD + "\n\n".join(tile(r, v) for r, v in TILES) + "\n}\n")
