package dev.gradus.cli;

import dev.gradus.layer.Elu;
import dev.gradus.layer.Layer;
import dev.gradus.layer.LeakyRelu;
import dev.gradus.layer.Pointwise;
import dev.gradus.layer.Softmax;
import dev.gradus.loss.Huber;
import dev.gradus.loss.Loss;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.setting.Form;
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
    return switch (name) {
      case "leaky_relu" -> Pointwise.pointwise(new LeakyRelu(slope()));
      case "elu" -> Pointwise.pointwise(new Elu(positive("elu_alpha")));
      case "softmax" -> new Softmax();
      default -> withoutParameters("case.activations[" + i + "]", name);
    };
  }

  /** A case states W and b alone. */
  private Layer withoutParameters(String path, String name) {
    Layer activation = read(path, name, CommonForms.ACTIVATION);
    if (!activation.parameters(1).isEmpty()) {
      throw all.refuse(
          path + ": " + Quotation.of(name) + " has parameters, and a case states W and b alone");
    }
    return activation;
  }

  /** The loss. */
  Loss loss() {
    String name = all.text("loss");
    return name.equals("huber")
        ? Loss.pointwise(new Huber(positive("huber_delta")))
        : read("case.loss", name, CommonForms.LOSS);
  }

  private double slope() {
    double slope = constants.number("leaky_slope");
    if (!(slope >= 0 && slope <= 1)) {
      throw constants.refuse("case.constants.leaky_slope: wants a number from 0 to 1");
    }
    return slope;
  }

  private double positive(String name) {
    double constant = constants.number(name);
    if (!(constant > 0)) {
      throw constants.refuse("case.constants." + name + ": wants a number above 0");
    }
    return constant;
  }

  private <T> T read(String path, String name, Form<T> form) {
    try {
      return form.read(name);
    } catch (Form.Misfit e) {
      throw all.refuse(path + ": " + Quotation.of(name) + "; " + e.what());
    }
  }
}
