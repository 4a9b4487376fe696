package dev.gradus.layer;

import dev.gradus.matrix.Pairwise;
import java.util.List;
import java.util.SequencedMap;

/**
 * In training each element is 0 with probability p, and the others are divided by 1 − p; in
 * prediction y = x. With mask M, whose elements are 0 or 1 / (1 − p): y = x · M.
 *
 * <p>Why divide: E[M] = (1 − p) / (1 − p) = 1, so that E[y] = x and prediction needs no factor (the
 * inverted form).
 *
 * <p>Shapes: x, y, M [n × width]. The generator gives one number a pass, the seed of the mask;
 * element by element the mask follows from it, whatever the threads.
 *
 * <p>Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov (2014), Dropout: A Simple Way to
 * Prevent Neural Networks from Overfitting.
 *
 * @param rate p, 0 to below 1
 */
public record Dropout(double rate) implements Layer {
  private static final int M = 0;
  private static final Pairwise TIMES = Pairwise.of((a, b) -> a * b);

  /** Checks the range. */
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate " + rate + ": wants a number from 0 to below 1");
    }
  }

  /** Every second hidden unit, as in the paper. */
  public static Dropout dropout() {
    return new Dropout(0.5);
  }

  @Override
  public SequencedMap<String, Double> settings() {
    return Settings.of("rate", rate);
  }

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public List<Memory> memory(int inputs) {
    return List.of(Memory.perSample("mask", inputs));
  }

  @Override
  public String symbol() {
    return "d";
  }

  @Override
  public String kind() {
    return "dropout";
  }

  @Override
  public void forward(Frame f) {
    if (f.mode() == Mode.PREDICTION) {
      f.y().set(f.x());
      return;
    }
    if (f.mode() == Mode.TRAINING) {
      f.memory(M).setMask(f.random().nextLong(), rate);
    }
    f.y().setCombined(TIMES, f.x(), f.memory(M)); // y = x · M   [n × width]
  }

  /** The mask does not depend on x: ∂L/∂x = ∂L/∂y · M, in prediction ∂L/∂y. */
  @Override
  public void backward(Frame f) {
    if (!f.wantsDx()) {
      return;
    }
    if (f.mode() == Mode.PREDICTION) {
      f.dx().set(f.dy());
    } else {
      f.dx().setCombined(TIMES, f.dy(), f.memory(M)); // dx = dy · M   [n × width]
    }
  }
}
