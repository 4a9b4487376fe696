package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;
import java.util.List;

/** A run whose memory is some vectors, and nothing else. */
record Remembering(Optimizer.Run run, List<Piece> pieces) implements Optimizer.Run {

  /** One of the vectors. */
  record Piece(String name, Matrix vector) {}

  Remembering(Optimizer.Run run, Piece... pieces) {
    this(run, List.of(pieces));
  }

  @Override
  public void step(Matrix theta, Matrix gradient, double learningRate) {
    run.step(theta, gradient, learningRate);
  }

  @Override
  public void exchange(Memory memory) {
    pieces.forEach(piece -> memory.vector(piece.name, piece.vector));
  }
}
