package dev.gradus.bench;

import static dev.gradus.layer.Dense.dense;

import dev.gradus.layer.Activation;
import dev.gradus.layer.BatchNorm;
import dev.gradus.layer.Dropout;
import dev.gradus.layer.Layer;
import dev.gradus.layer.LayerNorm;
import dev.gradus.layer.Prelu;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.network.Network;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.Optimizer;
import dev.gradus.optimize.Sgd;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.train.Clipping;
import dev.gradus.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * W2 with one thing changed.
 *
 * @param name what is changed
 * @param recipe the training
 * @param most the greatest ratio to W2 itself that is wanted, if one is stated
 */
record Variant(String name, Trainer recipe, OptionalDouble most) {
  private static final double MOST_ACTIVATION = 1.35;
  private static final double MOST_DROPOUT = 1.15;
  private static final double MOST_NORMALIZATION = 1.3;

  /** The activations that the limit is stated for. */
  private static final List<Activation> LIMITED =
      List.of(Activation.GELU, Activation.SILU, Activation.TANH);

  /** All of them: W2 itself first. */
  static List<Variant> all() {
    List<Variant> all = new ArrayList<>();
    all.add(new Variant("relu", of(Activation.RELU), OptionalDouble.empty()));
    LIMITED.forEach(f -> all.add(limited(f.toString(), MOST_ACTIVATION, f)));
    for (Activation f : Activation.values()) {
      if (f != Activation.RELU && !LIMITED.contains(f)) {
        all.add(new Variant(f.toString(), of(f), OptionalDouble.empty()));
      }
    }
    all.add(new Variant("prelu", of(Prelu.prelu()), OptionalDouble.empty()));
    all.add(limited("relu, dropout", MOST_DROPOUT, Activation.RELU, Dropout.dropout()));
    all.add(limited("batch_norm, relu", MOST_NORMALIZATION, BatchNorm.batchNorm(), relu()));
    all.add(limited("layer_norm, relu", MOST_NORMALIZATION, LayerNorm.layerNorm(), relu()));
    Trainer relu = of(Activation.RELU);
    all.add(
        new Variant(
            "clipping by norm",
            relu.withUpdate(relu.update().withClipping(Clipping.byNorm(1e-3))),
            OptionalDouble.empty()));
    all.add(
        new Variant(
            "sgd, momentum", relu.withOptimizer(Sgd.momentum(0.9)), OptionalDouble.empty()));
    all.add(
        new Variant(
            "sgd, nesterov", relu.withOptimizer(Sgd.nesterov(0.9)), OptionalDouble.empty()));
    for (StandardOptimizer optimizer : StandardOptimizer.values()) {
      if (optimizer != StandardOptimizer.ADAM
          && optimizer.standard() instanceof Optimizer byBatches) {
        all.add(
            new Variant(
                optimizer.toString(), relu.withOptimizer(byBatches), OptionalDouble.empty()));
      }
    }
    return all;
  }

  private static Layer relu() {
    return Activation.RELU;
  }

  private static Variant limited(String name, double most, Layer... between) {
    return new Variant(name, of(between), OptionalDouble.of(most));
  }

  /** W2's recipe with other layers in place of each relu. */
  private static Trainer of(Layer... between) {
    Shape shape = Workload.W2.shape();
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < shape.depth(); i++) {
      if (i > 0) {
        layers.addAll(List.of(between));
      }
      layers.add(
          dense(shape.widths().get(i), shape.widths().get(i + 1))
              .withWeights(StandardInitializer.HE_NORMAL));
    }
    return Trainer.of(Network.of(shape.inputs(), layers), StandardLoss.SOFTMAX_CE)
        .withOptimizer(Adam.adam())
        .withBatchSize(Workload.W2.batch())
        .withReportEvery(0);
  }
}
