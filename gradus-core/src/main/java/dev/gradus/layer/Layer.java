package dev.gradus.layer;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.ShapeException;
import java.util.List;

/**
 * y = layer(x), and back. Samples are rows. A layer is stateless: all that a pass touches is in its
 * {@link Frame}.
 *
 * <p>The contract of backward: given ∂L/∂y in {@code f.dy()} and what forward left in the frame,
 * write ∂L/∂θ into every {@code f.dTheta(i)}, and ∂L/∂x into {@code f.dx()} if {@code f.wantsDx()}.
 * Both are overwritten, not added to; the batch is summed over, not averaged: the mean is the
 * loss's.
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

  /**
   * What its output is called in the cache, before the number: {@code h} for a linear map, {@code
   * a} for an activation.
   */
  String symbol();

  /** What kind of layer it is, in files and messages, e.g. {@code relu}. */
  String kind();

  /** Writes all of {@code f.y()}. */
  void forward(Frame f);

  /** Writes all of {@code f.dTheta(i)}, and of {@code f.dx()} if wanted. */
  void backward(Frame f);

  /**
   * After forward: tells each quantity that decides on which smooth piece the layer is, and writes
   * into {@code f.y()} what the sink holds, for gradient checks. A layer made of layers runs them
   * again, one after another, each followed by its own kinks.
   */
  default void kinks(Frame f, KinkSink sink) {}
}
