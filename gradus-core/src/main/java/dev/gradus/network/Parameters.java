package dev.gradus.network;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * All parameters of a network: one flat vector, and named matrices that share its elements. Row by
 * row, in the order of the layers: W1, b1, W2, b2, ….
 */
public final class Parameters {
  private final List<ParameterBlock> layout;
  private final Matrix vector;
  private final SequencedMap<String, Matrix> views = new LinkedHashMap<>();

  Parameters(List<ParameterBlock> layout, Matrix vector) {
    this.layout = layout;
    this.vector = vector;
    for (ParameterBlock part : layout) {
      views.put(
          part.name(), vector.view(part.offset(), part.block().rows(), part.block().columns()));
    }
  }

  /** θ [1 × p], shared: what optimizers, checks and files work on. */
  public Matrix vector() {
    return vector;
  }

  /** The blocks in their order. */
  public List<ParameterBlock> layout() {
    return layout;
  }

  /**
   * One block, shared.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Matrix get(String name) {
    Matrix view = views.get(name);
    if (view == null) {
      throw new IllegalArgumentException(
          "\"" + name + "\": no such parameter; there are: " + String.join(", ", views.keySet()));
    }
    return view;
  }

  /** The blocks by name, in their order; the matrices share the vector's elements. */
  public SequencedMap<String, Matrix> views() {
    return Collections.unmodifiableSequencedMap(views);
  }

  /** A copy that shares nothing, in the precision of the given compute. */
  public Parameters copy(Compute compute) {
    Matrix copy = compute.matrix(1, vector.columns());
    copy.setAll(vector.toArray());
    return new Parameters(layout, copy);
  }

  /** The same numbers, shared, for another thread that reads them with a compute of its own. */
  public Parameters sharedWith(Compute compute) {
    return new Parameters(layout, vector.sharedWith(compute));
  }
}
