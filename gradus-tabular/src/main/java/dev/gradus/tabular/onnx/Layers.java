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

  /**
   * x W + b. In float32 as [1 x] [b; W]: the sum begins with b, as it does in Gradus, and where the
   * runtime adds in order the answer has the same bits.
   */
  private Real dense(Dense dense, Real x) {
    if (dense.biases().isEmpty()) {
      return x.product(block(x));
    }
    if (x.type() == ElementType.DOUBLE) {
      return x.affine(block(x), block(x));
    }
    Map.Entry<String, Matrix> weights = blocks.next();
    double[] rows = new double[(dense.inputs() + 1) * dense.outputs()];
    double[] biases = blocks.next().getValue().toArray();
    System.arraycopy(biases, 0, rows, 0, biases.length);
    System.arraycopy(
        weights.getValue().toArray(), 0, rows, biases.length, rows.length - biases.length);
    Real both = x.tensor(weights.getKey(), rows, dense.inputs() + 1, dense.outputs());
    return x.afterOne().product(both);
  }

  /** In float64 and then rounded, as Gradus does; see {@link Activations}. */
  private Real standard(StandardLayer kind, Layer layer, Real x, int width) {
    if (kind == StandardLayer.DROPOUT) {
      return x;
    }
    Real wide = x.in(ElementType.DOUBLE);
    Real y =
        switch (kind) {
          case PRELU -> wide.max(0).plus(wide.min(0).times(block(wide)));
          case SOFTMAX -> softmax(wide);
          case DROPOUT -> wide;
          case BATCH_NORM -> batchNorm(wide, x.type(), setting(layer, "epsilon"));
          case LAYER_NORM -> layerNorm(wide, x.type(), width, setting(layer, "epsilon"));
          case SCALING -> wide.times(block(wide));
          case INCREASING -> increasing(wide, width);
        };
    return y.in(x.type());
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
  private Real batchNorm(Real x, ElementType rounded, double epsilon) {
    Real gamma = block(x);
    Real beta = block(x);
    Real mean = block(x);
    Map.Entry<String, Matrix> variance = blocks.next();
    double[] inverse = variance.getValue().toArray();
    for (int j = 0; j < inverse.length; j++) {
      double r = 1 / Math.sqrt(inverse[j] + epsilon);
      inverse[j] = rounded == ElementType.FLOAT ? (float) r : r;
    }
    Real r = x.tensor(variance.getKey().replace("variance", "inverse"), inverse, 1, inverse.length);
    return x.minus(mean).times(r).in(rounded).in(ElementType.DOUBLE).times(gamma).plus(beta);
  }

  /** Means along a row are products with ones. */
  private Real layerNorm(Real x, ElementType rounded, int width, double epsilon) {
    Real gamma = block(x);
    Real beta = block(x);
    double[] all = new double[width];
    Arrays.fill(all, 1);
    Real ones = x.tensor("ones", all, width, 1);
    Real centred = x.minus(x.product(ones).over(width)); //                x − μ   [n × w]
    Real variance = centred.times(centred).product(ones).over(width); //   σ²      [n × 1]
    Real standardized = centred.over(variance.plus(epsilon).sqrt());
    return standardized.in(rounded).in(ElementType.DOUBLE).times(gamma).plus(beta);
  }

  /** y₁ = x₁, yⱼ = yⱼ₋₁ + softplus(xⱼ): a product with a triangle of ones. */
  private static Real increasing(Real x, int width) {
    if (width == 1) {
      return x;
    }
    Real steps = Functions.softplus(x.columns(1, width));
    double[] triangle = new double[Math.multiplyExact(width, width)];
    for (int i = 0; i < width; i++) {
      Arrays.fill(triangle, i * width + i, (i + 1) * width, 1);
    }
    Real all = Real.beside(List.of(x.columns(0, 1), steps));
    return all.product(x.tensor("triangle", triangle, width, width));
  }
}
