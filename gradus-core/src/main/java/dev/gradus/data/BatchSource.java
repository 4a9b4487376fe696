package dev.gradus.data;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.RowWeights;
import java.util.random.RandomGenerator;

/** Where minibatches come from. */
public interface BatchSource {

  /** Width of x. */
  int inputs();

  /** Width of the target. */
  int outputs();

  /** Rows in one epoch; 0 if there are no epochs, since fresh rows never end. */
  long rows();

  /** A run begins: whatever was remembered of another run is forgotten. */
  default void begin() {}

  /**
   * Fills the first rows of x and target, and says how many: all of them, but for the last batch of
   * an epoch.
   *
   * @param x [n × in]
   * @param target [n × out]
   * @param random the only source of chance
   */
  int next(Matrix x, Matrix target, RandomGenerator random);

  /** Whether its rows count differently. */
  default boolean weighted() {
    return false;
  }

  /** Sets the weights of the rows that came last, if {@link #weighted()}. */
  default void weights(RowWeights into) {}

  /**
   * Where in its rows it is, so that a run can be kept and go on later with the same rows.
   *
   * @throws UnsupportedOperationException unless the source says what it remembers, be it nothing
   */
  default int[] position() {
    throw new UnsupportedOperationException(
        "this source does not say where in its rows it is: its runs cannot be kept");
  }

  /**
   * Goes on where another run was.
   *
   * @param position what {@link #position} said there
   * @throws IllegalArgumentException if it is none of this source's
   */
  default void restore(int[] position) {
    throw new UnsupportedOperationException(
        "this source cannot be set to a place in its rows: its runs cannot be kept");
  }

  /** Fresh rows for ever, each drawn by a function. */
  static BatchSource drawn(int inputs, int outputs, Sampler sampler) {
    return new DrawnSource(inputs, outputs, sampler);
  }

  /** The rows of a data set, in an order that is drawn anew for each epoch. */
  static BatchSource shuffled(Dataset data) {
    return new ShuffledSource(data);
  }

  /** Draws one sample. */
  @FunctionalInterface
  interface Sampler {

    /**
     * One sample.
     *
     * @param random the only source of chance
     * @param x [in], to be filled
     * @param y [out], to be filled
     */
    void draw(RandomGenerator random, double[] x, double[] y);
  }
}
