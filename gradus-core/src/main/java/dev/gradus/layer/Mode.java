package dev.gradus.layer;

/** What a pass is for. Backward differentiates the forward pass before it, whatever its mode. */
public enum Mode {
  /** Learn: masks are drawn, statistics are the batch's, running statistics move. */
  TRAINING,
  /** The training pass once more, for a gradient check: same masks, running statistics rest. */
  REPLAY,
  /** Predict: nothing is drawn, running statistics serve; a row's answer depends on it alone. */
  PREDICTION
}
