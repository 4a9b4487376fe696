package dev.gradus.bench;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The widths of a multilayer perceptron, and what it costs.
 *
 * @param widths of x, then of each dense layer's output
 */
record Shape(List<Integer> widths) {

  static Shape of(Integer... widths) {
    return new Shape(List.of(widths));
  }

  int inputs() {
    return widths.getFirst();
  }

  int outputs() {
    return widths.getLast();
  }

  /** Dense layers. */
  int depth() {
    return widths.size() - 1;
  }

  /** Floating-point operations of a forward pass for one row: Σ 2 · in · out, products alone. */
  double forwardFlop() {
    double flop = 0;
    for (int i = 0; i < depth(); i++) {
      flop += layerFlop(i);
    }
    return flop;
  }

  /**
   * Floating-point operations of a training step for one row: x W, xᵀ dy and, in all layers but the
   * first, dy Wᵀ; each takes 2 · in · out. Bias, activation, loss and update are not counted.
   */
  double trainingFlop() {
    return 3 * forwardFlop() - layerFlop(0);
  }

  /** {@code 1-16-32-1}. */
  @Override
  public String toString() {
    return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  private double layerFlop(int i) {
    return 2.0 * widths.get(i) * widths.get(i + 1);
  }
}
