package dev.gradus.tabular.source;

import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Block;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Elu;
import dev.gradus.layer.Layer;
import dev.gradus.layer.LeakyRelu;
import dev.gradus.layer.Residual;
import dev.gradus.layer.StandardLayer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The layers as Java: statements that take x from layer to layer. */
final class LayerSource {
  private final StringBuilder statements = new StringBuilder();
  private int offset; // of the next layer's parameters in the flat vector
  private int residuals;

  /** Statements for a stack of layers. */
  static String of(List<Layer> layers, int inputs) {
    LayerSource source = new LayerSource();
    source.stack(layers, inputs);
    return source.statements.toString();
  }

  private void stack(List<Layer> layers, int inputs) {
    int width = inputs;
    for (Layer layer : layers) {
      layer(layer, width);
      width = layer.outputs(width);
    }
  }

  private void layer(Layer layer, int width) {
    int at = offset;
    for (Block block : layer.parameters(width)) {
      offset += block.rows() * block.columns();
    }
    switch (layer) {
      case Dense dense -> {
        int bias = dense.biases().isPresent() ? at + dense.inputs() * dense.outputs() : -1;
        say(String.format(Locale.ROOT, "x = dense(x, %d, %d, %d);", at, bias, dense.outputs()));
      }
      case Residual residual -> {
        String before = "before" + residuals++;
        say("real[] " + before + " = x;");
        stack(residual.inner(), width);
        say("x = sum(" + before + ", x);");
      }
      case Activation activation -> activation(activation);
      default -> standard(layer, at);
    }
  }

  private void say(String statement) {
    statements.append("    ").append(statement).append('\n');
  }

  private void activation(Activation activation) {
    if (activation != Activation.IDENTITY) {
      say("x = map(x, v -> " + expression(activation) + ");");
    }
  }

  /** The operations of the table, one by one, of v. */
  static String expression(Activation activation) {
    return switch (activation) {
      case IDENTITY -> "v";
      case RELU -> "Math.max(0.0, v)";
      case LEAKY_RELU -> "Math.max(v, " + Literal.of(LeakyRelu.STANDARD.slope()) + " * v)";
      case ELU -> "v > 0 ? v : " + Literal.of(Elu.STANDARD.alpha()) + " * Elementary.expm1(v)";
      case SELU -> {
        double lambda = Activation.SELU.value(1);
        double alpha = Activation.SELU.derivative(0, 0) / lambda;
        yield Literal.of(lambda)
            + " * (v > 0 ? v : "
            + Literal.of(alpha)
            + " * Elementary.expm1(v))";
      }
      case GELU -> "Gated.gelu(v)";
      case SILU -> "Gated.silu(v)";
      case MISH -> "Gated.mish(v)";
      case SOFTPLUS -> "Logistic.softplus(v)";
      case SOFTSIGN ->
          "1 + Math.abs(v) < 2 ? v / (1 + Math.abs(v)) : Math.copySign(1 - 1 / (1 + Math.abs(v)), v)";
      case HARD_TANH -> "Math.max(-1, Math.min(1, v))";
      case SIGMOID -> "Elementary.sigmoid(v)";
      case TANH -> "Elementary.tanh(v)";
    };
  }

  private void standard(Layer layer, int at) {
    StandardLayer kind =
        Stream.of(StandardLayer.values())
            .filter(known -> known.toString().equals(layer.kind()))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelFormatException(
                        "java.layer",
                        Location.of(""),
                        "layer \"" + layer.kind() + "\" has no form in Java source"));
    String statement =
        switch (kind) {
          case PRELU -> "x = prelu(x, " + at + ");";
          case SOFTMAX -> "x = rounded(softmax(wide(x)));";
          case DROPOUT -> "";
          case BATCH_NORM -> "x = batchNorm(x, " + at + ", " + epsilon(layer) + ");";
          case LAYER_NORM -> "x = layerNorm(x, " + at + ", " + epsilon(layer) + ");";
          case SCALING -> "x = scaling(x, " + at + ");";
          case INCREASING -> "x = increasing(x);";
        };
    if (!statement.isEmpty()) {
      say(statement);
    }
  }

  private static String epsilon(Layer layer) {
    return Literal.of(layer.settings().getOrDefault("epsilon", 0.0));
  }
}
