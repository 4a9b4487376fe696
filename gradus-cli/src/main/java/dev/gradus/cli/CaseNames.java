package dev.gradus.cli;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Pointwise;
import dev.gradus.loss.Loss;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.table.Quotation;

/**
 * The names of a case: its activations and its loss, with the constants that it states for them. A
 * constant that something named uses must be stated; none is assumed.
 */
final class CaseNames {
  private final JsonObject all;
  private final JsonObject constants;

  CaseNames(JsonObject all) {
    this.all = all;
    constants = all.object("constants").only("leaky_slope", "elu_alpha", "huber_delta");
    constants.keys().forEach(constants::number);
  }

  /** The activation of layer i. */
  Layer activation(int i, String name) {
    Activation known = read("case.activations[" + i + "]", name, CommonForms.ACTIVATION);
    return switch (name) {
      case "leaky_relu" -> leaky(constants.number("leaky_slope"));
      case "elu" -> ofTable(known, "elu_alpha");
      default -> known;
    };
  }

  /** The loss. */
  Loss loss() {
    String name = all.text("loss");
    Loss known = read("case.loss", name, CommonForms.LOSS);
    return name.equals("huber") ? ofTable(known, "huber_delta") : known;
  }

  /** What the table has with 1 for its constant. */
  private <T> T ofTable(T known, String constant) {
    if (constants.number(constant) != 1) {
      throw constants.refuse("case.constants." + constant + ": wants 1, no other is known here");
    }
    return known;
  }

  private <T> T read(String path, String name, Form<T> form) {
    try {
      return form.read(name);
    } catch (Form.Misfit e) {
      throw all.refuse(path + ": " + Quotation.of(name) + "; " + e.what());
    }
  }

  private static Layer leaky(double slope) {
    return slope == Activation.LEAKY_SLOPE
        ? Activation.LEAKY_RELU
        : Pointwise.pointwise(new LeakyRelu(slope));
  }

  /**
   * x above 0, slope · x below.
   *
   * <p>f′ = 1 for x &gt; 0, else the slope; at the kink f′(0) = slope, as {@link
   * Activation#LEAKY_RELU} has it.
   */
  private record LeakyRelu(double slope) implements ScalarFunction {
    @Override
    public double value(double x) {
      return x > 0 ? x : slope * x;
    }

    @Override
    public double derivative(double x, double y) {
      return x > 0 ? 1 : slope;
    }

    @Override
    public double[] kinks() {
      return new double[] {0};
    }
  }
}
