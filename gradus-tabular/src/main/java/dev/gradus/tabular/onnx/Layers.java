package dev.gradus.tabular.onnx;

import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Residual;
import dev.gradus.layer.StandardLayer;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Parameters;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The layers of a network as nodes, in prediction: x [n × in] → ŷ [n × out]. */
final class Layers {
  private final Iterator<Map.Entry<String, Matrix>> blocks; // in the order of the layers

  Layers(Parameters parameters) {
    this.blocks = parameters.views().entrySet().iterator();
  }

  /**
   * A stack of layers.
   *
   * @param within the number of the layer that they are inside of, with a dot, or nothing
   */
  Real stack(List<Layer> layers, Real x, int inputs, String within) {
    Real y = x;
    int width = inputs;
    for (int i = 0; i < layers.size(); i++) {
      y = layer(layers.get(i), y, width, within + (i + 1));
      width = layers.get(i).outputs(width);
    }
    return y;
  }

  private Real layer(Layer layer, Real x, int width, String number) {
    return switch (layer) {
      case Dense dense -> dense(dense, x);
      case Residual residual -> x.plus(stack(residual.inner(), x, width, number + "."));
      case Activation activation -> Activations.of(activation, x);
      default ->
          standard(layer.kind())
              .map(kind -> standard(kind, layer, x, width))
              .orElseThrow(() -> unknown(layer, number));
    };
  }

  private static Optional<StandardLayer> standard(String kind) {
    return Stream.of(StandardLayer.values()).filter(l -> l.toString().equals(kind)).findFirst();
  }

  private static ModelFormatException unknown(Layer layer, String number) {
    String known =
        Stream.concat(
                Arrays.stream(Activation.values())
                    .filter(a -> a != Activation.IDENTITY)
                    .map(Activation::kind),
                Arrays.stream(StandardLayer.values()).map(StandardLayer::toString))
            .collect(Collectors.joining(", "));
    return new ModelFormatException(
        "onnx.layer",
        Location.of(""),
        "layer " + number + ": \"" + layer.kind() + "\" has no ONNX form; known: " + known);
  }

  /** The next block, in its own shape. */
  private Real block(Real like) {
    Map.Entry<String, Matrix> block = blocks.next();
    Matrix matrix = block.getValue();
    return like.tensor(block.getKey(), matrix.toArray(), matrix.rows(), matrix.columns());
  }

  private Real dense(Dense dense, Real x) {
    Real weights = block(x);
    return dense.biases().isPresent() ? x.affine(weights, block(x)) : x.product(weights);
  }

  private Real standard(StandardLayer kind, Layer layer, Real x, int width) {
    return switch (kind) {
      case PRELU -> x.max(0).plus(x.min(0).times(block(x)));
      case SOFTMAX -> softmax(x.in(ElementType.DOUBLE)).in(x.type());
      case DROPOUT -> x;
      case BATCH_NORM -> batchNorm(x, setting(layer, "epsilon"));
      case LAYER_NORM -> layerNorm(x, width, setting(layer, "epsilon"));
      case SCALING -> x.times(block(x));
      case INCREASING -> increasing(x, width);
    };
  }

  private static double setting(Layer layer, String name) {
    Double value = layer.settings().get(name);
    if (value == null) {
      throw new IllegalStateException(layer.kind() + " has no setting " + name);
    }
    return value;
  }

  static Real softmax(Real x) {
    return x.apply("Softmax", Attribute.of("axis", 1));
  }

  /** γ (x − μ) / √(σ² + ε) + β with the running statistics. */
  private Real batchNorm(Real x, double epsilon) {
    Real gamma = block(x);
    Real beta = block(x);
    Real mean = block(x);
    Map.Entry<String, Matrix> variance = blocks.next();
    double[] inverse = variance.getValue().toArray();
    for (int j = 0; j < inverse.length; j++) {
      inverse[j] = 1 / Math.sqrt(inverse[j] + epsilon);
    }
    Real r = x.tensor(variance.getKey().replace("variance", "inverse"), inverse, 1, inverse.length);
    return x.minus(mean).times(r).times(gamma).plus(beta);
  }

  /** Means along a row are products with ones, in float64: where values are alike it matters. */
  private Real layerNorm(Real x, int width, double epsilon) {
    Real gamma = block(x);
    Real beta = block(x);
    Real wide = x.in(ElementType.DOUBLE);
    double[] all = new double[width];
    Arrays.fill(all, 1);
    Real ones = wide.tensor("ones", all, width, 1);
    Real centred = wide.minus(wide.product(ones).over(width)); //           x − μ   [n × w]
    Real variance = centred.times(centred).product(ones).over(width); //    σ²      [n × 1]
    Real standardized = centred.over(variance.plus(epsilon).sqrt()).in(x.type());
    return standardized.times(gamma).plus(beta);
  }

  /** y₁ = x₁, yⱼ = yⱼ₋₁ + softplus(xⱼ): a product with a triangle of ones, in float64. */
  private static Real increasing(Real x, int width) {
    if (width == 1) {
      return x;
    }
    Real wide = x.in(ElementType.DOUBLE);
    Real steps = Functions.softplus(wide.columns(1, width));
    double[] triangle = new double[Math.multiplyExact(width, width)];
    for (int i = 0; i < width; i++) {
      Arrays.fill(triangle, i * width + i, (i + 1) * width, 1);
    }
    Real all = Real.beside(List.of(wide.columns(0, 1), steps));
    return all.product(wide.tensor("triangle", triangle, width, width)).in(x.type());
  }
}
