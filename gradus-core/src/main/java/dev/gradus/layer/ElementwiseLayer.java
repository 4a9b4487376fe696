package dev.gradus.layer;

import dev.gradus.calculus.KinkSink;
import dev.gradus.calculus.ScalarFunction;

/** A layer that applies one scalar function to every element: y = f(x), of the same shape. */
public sealed interface ElementwiseLayer extends Layer permits Activation, Pointwise {

  /** f. Forward gives the bits of its value for every element. */
  ScalarFunction function();

  @Override
  default int outputs(int inputs) {
    return inputs;
  }

  @Override
  default String symbol() {
    return "a";
  }

  @Override
  default void kinks(Frame f, KinkSink sink) {
    double[] kinks = function().kinks();
    if (kinks.length == 0) {
      return;
    }
    for (int i = 0; i < f.x().rows(); i++) {
      for (int j = 0; j < f.x().columns(); j++) {
        if (sink.leaves(i, j, f.x().get(i, j), kinks)) {
          f.y().set(i, j, sink.held(function()));
        }
      }
    }
  }
}
