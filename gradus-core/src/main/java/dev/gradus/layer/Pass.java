package dev.gradus.layer;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The pass that is under way: one object that all frames of a workspace share. */
public final class Pass {
  private Mode mode = Mode.PREDICTION;
  private @Nullable RandomGenerator random;

  /** Predicts, until it is told otherwise. */
  public Pass() {}

  /** A pass that learns. */
  public void train(RandomGenerator generator) {
    mode = Mode.TRAINING;
    random = generator;
  }

  /** The last training pass once more. */
  public void replay() {
    mode = Mode.REPLAY;
  }

  /** A pass that predicts. */
  public void predict() {
    mode = Mode.PREDICTION;
  }

  /** What it is for. */
  public Mode mode() {
    return mode;
  }

  /**
   * The only source of chance.
   *
   * @throws IllegalStateException in a pass that draws nothing
   */
  public RandomGenerator random() {
    if (random == null || mode != Mode.TRAINING) {
      throw new IllegalStateException("nothing is drawn in a pass of mode " + mode);
    }
    return random;
  }
}
