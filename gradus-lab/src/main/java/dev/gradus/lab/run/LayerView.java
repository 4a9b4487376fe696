package dev.gradus.lab.run;

import dev.gradus.lab.http.Fields;
import dev.gradus.layer.Activation;
import dev.gradus.layer.ElementwiseLayer;
import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one layer does with the probe rows: how its outputs and their gradients are spread, and
 * which units do nothing.
 *
 * @param name of its output
 * @param layer what it is
 * @param frame after a forward and a backward pass
 */
record LayerView(String name, Layer layer, Frame frame) {
  private static final int BINS = 24;

  /** f′ below this share of its greatest value passes next to nothing on. */
  private static final double FLAT = 0.05;

  /** In this share of the rows. */
  private static final double MOSTLY = 0.95;

  Map<String, Object> form() {
    List<Integer> dead = new ArrayList<>();
    List<Integer> saturated = new ArrayList<>();
    if (layer instanceof ElementwiseLayer elementwise) {
      for (int unit = 0; unit < frame.y().columns(); unit++) {
        int zeros = flat(elementwise, unit, 0);
        if (zeros == frame.y().rows()) {
          dead.add(unit);
        } else if (isBounded()
            && flat(elementwise, unit, FLAT * greatestSlope()) >= MOSTLY * frame.y().rows()) {
          saturated.add(unit);
        }
      }
    }
    return new Fields()
        .put("name", name)
        .put("kind", layer.kind())
        .put("units", frame.y().columns())
        .put("activations", histogram(frame.y()))
        .put("gradients", histogram(frame.dy()))
        .put("dead", dead)
        .put("saturated", saturated)
        .map();
  }

  /** In how many rows |f′| is at most so large. */
  private int flat(ElementwiseLayer elementwise, int unit, double slope) {
    int count = 0;
    for (int i = 0; i < frame.y().rows(); i++) {
      double x = frame.x().get(i, unit);
      double d = elementwise.function().derivative(x, frame.y().get(i, unit));
      count += Math.abs(d) <= slope ? 1 : 0;
    }
    return count;
  }

  /** Whether it levels off to both sides. */
  private boolean isBounded() {
    return layer == Activation.SIGMOID
        || layer == Activation.TANH
        || layer == Activation.SOFTSIGN
        || layer == Activation.HARD_TANH;
  }

  /** f′(0): 1/4 for sigmoid, 1 for the others. */
  private double greatestSlope() {
    Activation function = (Activation) layer;
    return function.derivative(0, function.value(0));
  }

  private static Map<String, Object> histogram(Matrix of) {
    double[] values = of.toArray();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    int[] counts = new int[BINS];
    for (double value : values) {
      double share = high > low ? (value - low) / (high - low) : 0.5;
      counts[Math.clamp((int) (share * BINS), 0, BINS - 1)]++;
    }
    return new Fields().number("low", low).number("high", high).numbers("counts", counts).map();
  }
}
