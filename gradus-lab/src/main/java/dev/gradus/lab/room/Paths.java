package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.layer.Dense;
import dev.gradus.layer.ElementwiseLayer;
import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All ways on which a unit of a layer reaches the loss, one product each: through a dense layer to
 * any of its units by the weight between them, through an activation to the same unit by f′, and at
 * the end ∂L/∂ŷ. Their sum is the ∂L/∂y of that unit: the chain rule, written out.
 */
final class Paths {
  /** Beyond, nobody would look. */
  static final long MOST = 50_000;

  private static final int SHOWN = 64;

  private final Frozen frozen;
  private final int from;
  private final List<Path> all = new ArrayList<>();

  /** One way in one sample. */
  private record Path(
      int sample, List<String> through, List<Double> factors, double input, double term) {
    Map<String, Object> form() {
      return new Fields()
          .put("sample", sample)
          .put("through", through)
          .put("factors", factors.stream().map(Fields::orNull).toList())
          .number("input", input)
          .number("term", term)
          .map();
    }
  }

  /** From the outputs of a layer. */
  Paths(Frozen frozen, int from) {
    this.frozen = frozen;
    this.from = from;
  }

  /**
   * Whether they can be told: nothing after the layer mixes otherwise, and there are not too many.
   */
  boolean areKnown() {
    long count = frozen.workspace().x().rows();
    List<Layer> layers = frozen.network().layers();
    for (int i = from + 1; i < layers.size(); i++) {
      if (layers.get(i) instanceof Dense dense) {
        count *= dense.outputs();
      } else if (!(layers.get(i) instanceof ElementwiseLayer)) {
        return false;
      }
      if (count > MOST) {
        return false;
      }
    }
    return true;
  }

  /** Adds those of one sample that begin at a unit. */
  void add(int sample, int unit, double input) {
    walk(new ArrayList<>(), new ArrayList<>(), from, unit, sample, input, input);
  }

  private void walk(
      List<String> through,
      List<Double> factors,
      int layer,
      int unit,
      int sample,
      double input,
      double product) {
    through.add(frozen.network().outputNames().get(layer) + "[" + unit + "]");
    Frame frame = frozen.frames().get(layer);
    if (layer == frozen.frames().size() - 1) {
      double last = frame.dy().get(sample, unit);
      factors.add(last);
      all.add(new Path(sample, List.copyOf(through), List.copyOf(factors), input, product * last));
      factors.removeLast();
    } else {
      Frame next = frozen.frames().get(layer + 1);
      if (frozen.network().layers().get(layer + 1) instanceof ElementwiseLayer function) {
        double slope =
            function.function().derivative(next.x().get(sample, unit), next.y().get(sample, unit));
        step(through, factors, layer + 1, unit, sample, input, product, slope);
      } else {
        for (int j = 0; j < next.y().columns(); j++) {
          step(through, factors, layer + 1, j, sample, input, product, next.theta(0).get(unit, j));
        }
      }
    }
    through.removeLast();
  }

  private void step(
      List<String> through,
      List<Double> factors,
      int layer,
      int unit,
      int sample,
      double input,
      double product,
      double factor) {
    factors.add(factor);
    walk(through, factors, layer, unit, sample, input, product * factor);
    factors.removeLast();
  }

  /** The greatest, and what the others come to. */
  void write(Fields fields) {
    all.sort(Comparator.comparingDouble((Path path) -> Math.abs(path.term())).reversed());
    int shown = Math.min(SHOWN, all.size());
    double rest = 0;
    for (Path path : all.subList(shown, all.size())) {
      rest += path.term();
    }
    fields
        .put("paths", all.subList(0, shown).stream().map(Path::form).toList())
        .put("morePaths", all.size() - shown)
        .number("restOfPaths", rest);
  }
}
