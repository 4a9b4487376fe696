package dev.gradus.layer;

import dev.gradus.matrix.Matrix;
import java.util.List;
import java.util.random.RandomGenerator;
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
  private final List<Matrix> memory;
  private final List<Frame> inner;
  private final Pass pass;

  /**
   * Puts the matrices of one layer together.
   *
   * @param x input [n × in]
   * @param y output [n × out]
   * @param dx ∂L/∂x [n × in], or null where nobody wants it
   * @param dy ∂L/∂y [n × out]
   * @param theta the layer's parameters, as it listed them
   * @param dTheta ∂L/∂θ, in the same order
   * @param memory what forward leaves to backward, as the layer listed it
   * @param inner the frames of the layers that it is made of
   * @param pass the pass that is under way
   */
  public Frame(
      Matrix x,
      Matrix y,
      @Nullable Matrix dx,
      Matrix dy,
      List<Matrix> theta,
      List<Matrix> dTheta,
      List<Matrix> memory,
      List<Frame> inner,
      Pass pass) {
    this.x = x;
    this.y = y;
    this.dx = dx;
    this.dy = dy;
    this.theta = List.copyOf(theta);
    this.dTheta = List.copyOf(dTheta);
    this.memory = List.copyOf(memory);
    this.inner = List.copyOf(inner);
    this.pass = pass;
  }

  /** Of a layer without memory, in a pass that predicts. */
  public Frame(
      Matrix x, Matrix y, @Nullable Matrix dx, Matrix dy, List<Matrix> theta, List<Matrix> dTheta) {
    this(x, y, dx, dy, theta, dTheta, List.of(), List.of(), new Pass());
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

  /** How many parameter blocks there are. */
  public int blocks() {
    return theta.size();
  }

  /** Parameter block i. */
  public Matrix theta(int i) {
    return theta.get(i);
  }

  /** ∂L/∂ parameter block i; backward writes all of it, unless the block is state. */
  public Matrix dTheta(int i) {
    return dTheta.get(i);
  }

  /** What forward left to backward: matrix i of the layer's list. */
  public Matrix memory(int i) {
    return memory.get(i);
  }

  /** The frames of the layers that this one is made of, in their order. */
  public List<Frame> inner() {
    return inner;
  }

  /** What the pass is for. */
  public Mode mode() {
    return pass.mode();
  }

  /**
   * The run's generator, the only source of chance. Draw serially: what is drawn must not depend on
   * threads.
   *
   * @throws IllegalStateException unless the mode is {@link Mode#TRAINING}
   */
  public RandomGenerator random() {
    return pass.random();
  }
}
