package dev.gradus.lab.room;

import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.loss.StandardLoss;

/** The formulas of a pass, in the article's letters; a name is a letter with its number. */
final class Formulas {
  private Formulas() {}

  /** y = f(x). */
  static String forward(Layer layer, String y, String x, java.util.List<String> parameters) {
    if (layer instanceof Dense) {
      String bias = parameters.size() > 1 ? " + " + parameters.get(1) : "";
      return y + " = " + x + " " + parameters.getFirst() + bias;
    }
    return y
        + " = "
        + switch (layer.kind()) {
          case "identity" -> x;
          case "relu" -> "max(0, " + x + ")";
          case "leaky_relu" -> "max(" + x + ", 0.01 · " + x + ")";
          case "sigmoid" -> "1 / (1 + e^(−" + x + "))";
          case "softplus" -> "ln(1 + e^" + x + ")";
          case "softsign" -> x + " / (1 + |" + x + "|)";
          case "silu" -> x + " · σ(" + x + ")";
          case "gelu" -> x + " · Φ(" + x + ")";
          case "hard_tanh" -> "max(−1, min(1, " + x + "))";
          case "dropout" -> x + " · mask / (1 − rate)";
          default -> layer.kind() + "(" + x + ")";
        };
  }

  /** ∂L/∂x from ∂L/∂y of a layer that is no dense one. */
  static String backward(Layer layer, String y, String x) {
    return "d"
        + x
        + " = d"
        + y
        + " ⊙ "
        + switch (layer.kind()) {
          case "identity" -> "1";
          case "relu" -> "[" + x + " > 0]";
          case "sigmoid" -> y + " ⊙ (1 − " + y + ")";
          case "tanh" -> "(1 − " + y + "²)";
          case "softplus" -> "σ(" + x + ")";
          case "hard_tanh" -> "[|" + x + "| < 1]";
          case "dropout" -> "mask / (1 − rate)";
          default -> layer.kind() + "′(" + x + ")";
        };
  }

  /** L of the prediction p. */
  static String loss(StandardLoss loss, String p) {
    return "L = "
        + switch (loss) {
          case MAE -> "mean |" + p + " − y|";
          case MSE -> "mean (" + p + " − y)²";
          case HUBER -> "mean huber(" + p + " − y)";
          case LOG_COSH -> "mean ln cosh(" + p + " − y)";
          case QUANTILE -> "mean ½ |" + p + " − y|";
          case POISSON -> "mean (e^" + p + " − y · " + p + ")";
          case BCE -> "mean (ln(1 + e^" + p + ") − y · " + p + ")";
          case SOFTMAX_CE -> "− (1/n) Σ y · ln softmax(" + p + ")";
          case HINGE -> "mean max(0, 1 − y · " + p + ")";
        };
  }

  /** ∂L/∂p; n rows, m outputs. */
  static String lossGradient(StandardLoss loss, String p) {
    return "d"
        + p
        + " = "
        + switch (loss) {
          case MAE -> "sign(" + p + " − y) / (n m)";
          case MSE -> "2 (" + p + " − y) / (n m)";
          case HUBER -> "max(−1, min(1, " + p + " − y)) / (n m)";
          case LOG_COSH -> "tanh(" + p + " − y) / (n m)";
          case QUANTILE -> "½ sign(" + p + " − y) / (n m)";
          case POISSON -> "(e^" + p + " − y) / (n m)";
          case BCE -> "(σ(" + p + ") − y) / (n m)";
          case SOFTMAX_CE -> "(softmax(" + p + ") − y) / n";
          case HINGE -> "−y · [y · " + p + " < 1] / (n m)";
        };
  }
}
