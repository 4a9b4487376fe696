package dev.gradus.layer;

import dev.gradus.matrix.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer's place in the workspace: the matrices of a pass. Shared, fixed objects, filled anew in
 * each step; y of one layer is x of the next, dx of one is dy of the one before.
 */
public final class Frame {
  private final Matrix x;
  private final Matrix y;
  private final @Nullable Matrix dx;
  private final Matrix dy;
  private final List<Matrix> theta;
  private final List<Matrix> dTheta;

  /**
   * Puts the matrices of one layer together.
   *
   * @param x input [n × in]
   * @param y output [n × out]
   * @param dx ∂L/∂x [n × in], or null where nobody wants it
   * @param dy ∂L/∂y [n × out]
   * @param theta the layer's parameters, as it listed them
   * @param dTheta ∂L/∂θ, in the same order
   */
  public Frame(
      Matrix x, Matrix y, @Nullable Matrix dx, Matrix dy, List<Matrix> theta, List<Matrix> dTheta) {
    this.x = x;
    this.y = y;
    this.dx = dx;
    this.dy = dy;
    this.theta = List.copyOf(theta);
    this.dTheta = List.copyOf(dTheta);
  }

  /** Input [n × in]. */
  public Matrix x() {
    return x;
  }

  /** Output [n × out]; forward writes all of it. */
  public Matrix y() {
    return y;
  }

  /** Whether backward shall write {@link #dx()}; not so in the first layer. */
  public boolean wantsDx() {
    return dx != null;
  }

  /** ∂L/∂x [n × in]; backward writes all of it, if it is wanted. */
  public Matrix dx() {
    if (dx == null) {
      throw new IllegalStateException("∂L/∂x is not wanted here; ask wantsDx() first");
    }
    return dx;
  }

  /** ∂L/∂y [n × out]. */
  public Matrix dy() {
    return dy;
  }

  /** Parameter block i. */
  public Matrix theta(int i) {
    return theta.get(i);
  }

  /** ∂L/∂ parameter block i; backward writes all of it. */
  public Matrix dTheta(int i) {
    return dTheta.get(i);
  }
}
