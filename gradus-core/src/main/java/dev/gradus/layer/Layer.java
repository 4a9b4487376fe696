package dev.gradus.layer;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.ShapeException;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;

/**
 * y = layer(x), and back. Samples are rows. A layer is stateless: all that a pass touches is in its
 * {@link Frame}; what a layer keeps beyond a step is among its parameters, as a block of state.
 *
 * <p>The contract of backward: given ∂L/∂y in {@code f.dy()} and what forward left in the frame,
 * write ∂L/∂θ into every {@code f.dTheta(i)} but those of state, and ∂L/∂x into {@code f.dx()} if
 * {@code f.wantsDx()}. Both are overwritten, not added to; the batch is summed over, not averaged:
 * the mean is the loss's. What is differentiated is the forward pass before it, in its mode.
 */
public interface Layer {

  /**
   * The width of y for a given width of x.
   *
   * @throws ShapeException if this layer wants another width
   */
  int outputs(int inputs);

  /** The parameters for a given width of x; none by default. */
  default List<Block> parameters(int inputs) {
    return List.of();
  }

  /** What forward leaves to backward beside y, for a given width of x; nothing by default. */
  default List<Memory> memory(int inputs) {
    return List.of();
  }

  /**
   * The layers that it is made of, if it is: their frames are {@code f.inner()}. The first one's x
   * and dx are the outer ones, the last one's dy is the outer dy, its y is its own.
   */
  default List<Layer> inner() {
    return List.of();
  }

  /**
   * What its output is called in the cache, before the number: {@code h} for a linear map, {@code
   * a} for an activation.
   */
  String symbol();

  /**
   * From what the weights before it are drawn unless that is stated: so that the signal keeps its
   * size through both. By default {@link StandardInitializer#GLOROT_UNIFORM}.
   */
  default StandardInitializer standardWeights() {
    return StandardInitializer.GLOROT_UNIFORM;
  }

  /** What kind of layer it is, in files and messages, e.g. {@code relu}. */
  String kind();

  /** What it is made with beside widths, by the names in files, in a fixed order. */
  default SequencedMap<String, Double> settings() {
    return Collections.emptySortedMap();
  }

  /** Writes all of {@code f.y()}. */
  void forward(Frame f);

  /** Writes all of {@code f.dTheta(i)} but state's, and of {@code f.dx()} if wanted. */
  void backward(Frame f);

  /**
   * After forward: tells each quantity that decides on which smooth piece the layer is, and writes
   * into {@code f.y()} what the sink holds, for gradient checks. A layer made of layers runs them
   * again, one after another, each followed by its own kinks.
   */
  default void kinks(Frame f, KinkSink sink) {}
}
