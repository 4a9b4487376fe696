package dev.gradus.train;

import dev.gradus.matrix.Matrix;
import dev.gradus.network.ParameterBlock;
import java.util.ArrayList;
import java.util.List;

/** Some blocks of a flat vector as a shorter vector of their own. */
final class Section {
  private final Matrix own;
  private final List<Matrix> here = new ArrayList<>(); // views of own
  private final List<Matrix> there = new ArrayList<>(); // of the whole, one for each of them

  /**
   * Begins with the present values.
   *
   * @param whole [1 × p]
   * @param blocks in the order of the vector
   */
  Section(Matrix whole, List<ParameterBlock> blocks) {
    own = whole.like(1, blocks.stream().mapToInt(ParameterBlock::size).sum());
    int at = 0;
    for (ParameterBlock block : blocks) {
      here.add(own.view(at, 1, block.size()));
      there.add(whole.view(block.offset(), 1, block.size()));
      at += block.size();
    }
    gather();
  }

  /** The blocks, one after the other: [1 × their elements]. */
  Matrix own() {
    return own;
  }

  /** From the whole. */
  void gather() {
    for (int i = 0; i < here.size(); i++) {
      here.get(i).set(there.get(i));
    }
  }

  /** Into the whole. */
  void scatter() {
    for (int i = 0; i < here.size(); i++) {
      there.get(i).set(here.get(i));
    }
  }
}
