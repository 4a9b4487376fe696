package dev.gradus.network;

import dev.gradus.layer.Block;

/**
 * A named block of the flat parameter vector.
 *
 * @param name e.g. {@code W2}: the block's letter and the number of its layer among those that have
 *     parameters
 * @param offset of its first element in the vector
 * @param layer index of its layer in the network
 * @param block what the layer asked for
 */
public record ParameterBlock(String name, int offset, int layer, Block block) {

  /** Number of elements. */
  public int size() {
    return block.rows() * block.columns();
  }

  /** Whether it is trained at all, rather than what forward learns by itself. */
  public boolean learns() {
    return block.kind() != Block.Kind.STATE;
  }

  /** Whether it is a weight, and not a bias or the like. */
  public boolean isWeight() {
    return block.kind() == Block.Kind.WEIGHT;
  }

  /** Whether element {@code at} of the flat vector is one of its. */
  boolean contains(int at) {
    return at >= offset && at - offset < size();
  }

  /** What element {@code at} of the flat vector is called: {@code W2[3, 5]}. */
  public String elementName(int at) {
    int inside = at - offset;
    return name + "[" + inside / block.columns() + ", " + inside % block.columns() + "]";
  }
}
