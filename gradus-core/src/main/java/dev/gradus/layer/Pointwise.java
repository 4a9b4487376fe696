package dev.gradus.layer;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.matrix.Elementwise;

/**
 * A scalar function of the user's own as a layer, applied to every element: {@code pointwise(new
 * Bump(1.5))}. Make it once and keep it: each one gets loops of its own.
 */
public final class Pointwise implements ElementwiseLayer {
  private final ScalarFunction function;
  private final Elementwise loops;

  private Pointwise(ScalarFunction function) {
    this.function = function;
    this.loops = Elementwise.of(function::value, function::derivative);
  }

  /** The layer of a function. */
  public static Pointwise pointwise(ScalarFunction function) {
    return new Pointwise(function);
  }

  @Override
  public ScalarFunction function() {
    return function;
  }

  @Override
  public String kind() {
    return function.getClass().getSimpleName();
  }

  @Override
  public void forward(Frame f) {
    f.y().setMap(loops, f.x()); // y = f(x)   [n × width]
  }

  @Override
  public void backward(Frame f) {
    if (f.wantsDx()) {
      f.dx().setMapGradient(loops, f.x(), f.y(), f.dy()); // dx = dy · f′(x, y)   [n × width]
    }
  }
}
