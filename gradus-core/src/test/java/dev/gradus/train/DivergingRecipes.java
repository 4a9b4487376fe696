package dev.gradus.train;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.BCE;
import static dev.gradus.loss.StandardLoss.MAE;
import static dev.gradus.loss.StandardLoss.MSE;
import static dev.gradus.loss.StandardLoss.SOFTMAX_CE;
import static dev.gradus.train.DivergingRecipe.activation;
import static dev.gradus.train.DivergingRecipe.loss;
import static dev.gradus.train.DivergingRecipe.recipe;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Elementwise;
import dev.gradus.matrix.Matrix;
import dev.gradus.optimize.Adam;
import dev.gradus.optimize.AdamW;
import dev.gradus.optimize.Descent;
import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Sgd;
import java.util.Arrays;
import java.util.stream.Stream;

/** Forty ways to leave the finite numbers. */
final class DivergingRecipes {
  private DivergingRecipes() {}

  private static DivergingRecipe line(String name, Descent optimizer, double rate) {
    return recipe(name, MSE, dense(2, 1))
        .with(t -> t.withOptimizer(optimizer).withLearningRate(LearningRate.constant(rate)));
  }

  private static DivergingRecipe deep(Activation activation, Descent optimizer, double rate) {
    return recipe(
            optimizer.name() + " at " + rate + " through three layers of " + activation,
            MSE,
            dense(2, 16),
            activation,
            dense(16, 16),
            activation,
            dense(16, 1))
        .with(t -> t.withOptimizer(optimizer).withLearningRate(LearningRate.constant(rate)));
  }

  private static DivergingRecipe spoiled(String name, boolean input, double value) {
    return recipe(name, MSE, dense(2, 4), Activation.TANH, dense(4, 1))
        .onData((x, y) -> (input ? x : y).set(5, 0, value))
        .finding(Double.isFinite(value) ? "the loss" : input ? "x[" : "y[");
  }

  private static DivergingRecipe from(String name, String block, double value) {
    return recipe(name, MSE, dense(2, 4), Activation.RELU, dense(4, 1))
        .from(theta -> fill(theta.get(block), value))
        .finding(Double.isFinite(value) ? "" : block + "[0, 0] (layer ");
  }

  private static void fill(Matrix matrix, double value) {
    double[] all = new double[matrix.size()];
    Arrays.fill(all, value);
    matrix.setAll(all);
  }

  private static LearningRate rate(double rate) {
    return LearningRate.constant(rate);
  }

  static Stream<DivergingRecipe> all() {
    return Stream.of(rates(), data(), firstParameters(), functions(), steps()).flatMap(s -> s);
  }

  private static Stream<DivergingRecipe> rates() {
    return Stream.of(
        line("a rate of 2 on a line", Sgd.sgd(), 2),
        line("a rate of 1e6 on a line", Sgd.sgd(), 1e6),
        line("momentum at a rate of 1", Sgd.momentum(0.9), 1),
        line("Nesterov's momentum at a rate of 1", Sgd.nesterov(0.9), 1),
        deep(Activation.RELU, Sgd.sgd(), 10),
        deep(Activation.LEAKY_RELU, Sgd.sgd(), 10),
        deep(Activation.IDENTITY, Sgd.sgd(), 1),
        deep(Activation.TANH, Sgd.sgd(), 1e6),
        deep(Activation.SIGMOID, Sgd.momentum(0.99), 1e3),
        recipe(
                "adam at 1e3 through an exponential",
                MSE,
                dense(2, 4),
                activation(StrictMath::exp, (x, y) -> y),
                dense(4, 1))
            .with(t -> t.withOptimizer(Adam.adam()).withLearningRate(rate(1e3)))
            .finding("a1["),
        line("adamw that decays by a million", AdamW.adamW(1), 1e6),
        recipe(
                "units that are all dead, and a bias that swings",
                MSE,
                dense(2, 8),
                Activation.RELU,
                dense(8, 1))
            .from(theta -> fill(theta.get("b1"), -1e3))
            .with(t -> t.withLearningRate(rate(1.5))),
        recipe("dead units that decay away from 0", MAE, dense(2, 8), Activation.RELU, dense(8, 1))
            .from(theta -> fill(theta.get("b1"), -1e3))
            .with(t -> t.withOptimizer(AdamW.adamW(1)).withLearningRate(rate(3))),
        recipe(
                "mae at a rate of 1e6, in layers",
                MAE,
                dense(2, 8),
                Activation.LEAKY_RELU,
                dense(8, 8),
                Activation.LEAKY_RELU,
                dense(8, 1))
            .with(t -> t.withLearningRate(rate(1e6))),
        recipe(
                "softmax at a rate of 1e6, in layers",
                SOFTMAX_CE,
                dense(2, 16),
                Activation.LEAKY_RELU,
                dense(16, 16),
                Activation.LEAKY_RELU,
                dense(16, 3))
            .onData((x, y) -> y.setMap(Elementwise.of(Math::abs, (a, b) -> 0), y))
            .with(t -> t.withLearningRate(rate(1e6))),
        recipe(
                "bce at a rate of 1e6, in layers",
                BCE,
                dense(2, 16),
                Activation.RELU,
                dense(16, 16),
                Activation.RELU,
                dense(16, 1))
            .with(t -> t.withLearningRate(rate(1e6))));
  }

  private static Stream<DivergingRecipe> data() {
    return Stream.of(
        spoiled("a feature that is NaN", true, Double.NaN),
        spoiled("a feature that is infinite", true, Double.NEGATIVE_INFINITY),
        spoiled("a target that is NaN", false, Double.NaN),
        spoiled("a target that is infinite", false, Double.POSITIVE_INFINITY),
        spoiled("a target whose square overflows", false, 1e200),
        recipe("a feature of 1e308, on a line", MSE, dense(2, 1))
            .onData((x, y) -> x.set(5, 0, 1e308)),
        recipe("features of 1e308, through relu", MAE, dense(2, 4), Activation.RELU, dense(4, 1))
            .onData((x, y) -> fill(x, 1e308)),
        recipe(
                "features of 1e160: the loss is finite, the gradient not",
                MAE,
                dense(2, 4),
                Activation.IDENTITY,
                dense(4, 1))
            .onData((x, y) -> fill(x, 1e160))
            .from(
                theta -> {
                  fill(theta.get("W1"), 1e-200);
                  fill(theta.get("W2"), 1e150);
                })
            .finding("the gradient of W1[0, 0] (layer 1, dense)"),
        recipe("an infinite feature behind tanh", MSE, dense(2, 4), Activation.TANH, dense(4, 1))
            .onData((x, y) -> x.set(5, 1, Double.POSITIVE_INFINITY))
            .finding("x["));
  }

  private static Stream<DivergingRecipe> firstParameters() {
    return Stream.of(
        from("a weight that is NaN", "W2", Double.NaN),
        from("a weight that is infinite", "W1", Double.POSITIVE_INFINITY),
        from("weights of 1e308", "W1", 1e308),
        from("weights of 1e200 on weights of 1e200", "W2", 1e200)
            .from(theta -> fill(theta.vector(), 1e200)),
        from("a bias of 1e308, squared", "b2", 1e308),
        recipe("unscaled weights, 12 layers of 32", MSE, twelve())
            .with(t -> t.withLearningRate(rate(1e-3))));
  }

  private static Stream<DivergingRecipe> functions() {
    return Stream.of(
        recipe(
                "the logarithm of 0",
                loss((p, t) -> -StrictMath.log(p), (p, t) -> -1 / p),
                dense(2, 1),
                Activation.RELU)
            .finding("the loss"),
        recipe(
                "the logarithm of what fell below 0",
                loss((p, t) -> p - StrictMath.log(p), (p, t) -> 1 - 1 / p),
                dense(2, 1))
            .from(theta -> fill(theta.get("b1"), 0.1))
            .with(t -> t.withLearningRate(rate(2))),
        recipe(
                "a root whose derivative at 0 is infinite",
                MSE,
                dense(2, 2),
                Activation.RELU,
                activation(Math::sqrt, (x, y) -> 0.5 / y),
                dense(2, 1))
            .finding("the derivative by a1["),
        recipe(
                "the reciprocal of 0",
                MSE,
                dense(2, 2),
                Activation.RELU,
                activation(x -> 1 / x, (x, y) -> -y * y),
                dense(2, 1))
            .finding("a1'["),
        recipe(
                "an exponential of exponentials",
                MSE,
                dense(2, 2),
                activation(StrictMath::exp, (x, y) -> y),
                dense(2, 2),
                activation(StrictMath::exp, (x, y) -> y),
                dense(2, 1))
            .with(t -> t.withLearningRate(rate(1))),
        recipe("0 / 0 in the loss", loss((p, t) -> (p * 0) / (t * 0), (p, t) -> 0), dense(2, 1)));
  }

  private static Stream<DivergingRecipe> steps() {
    return Stream.of(
        recipe(
                "a gradient that is finite, times a rate that is too much",
                loss((p, t) -> p * 1e305, (p, t) -> 1e305),
                dense(2, 1))
            .with(t -> t.withLearningRate(rate(1e6)))
            .finding("the next W1[0, 0]"),
        recipe(
                "a slow part beside one that is a million times too fast",
                MSE,
                dense(2, 4),
                Activation.TANH,
                dense(4, 1))
            .with(t -> t.withGroups(new ParameterGroup("W2", 1e6), ParameterGroup.frozen("b1"))),
        recipe(
                "clipped by value, at a rate of 1e6",
                MSE,
                dense(2, 4),
                Activation.IDENTITY,
                dense(4, 4),
                Activation.IDENTITY,
                dense(4, 1))
            .with(t -> t.withClipping(Clipping.byValue(1e300)).withLearningRate(rate(1e6))),
        recipe(
                "held down by max norm, and a bias that is not",
                MSE,
                dense(2, 4),
                Activation.RELU,
                dense(4, 1))
            .with(t -> t.withMaxNorm(1).withLearningRate(rate(3))));
  }

  private static Layer[] twelve() {
    Layer[] layers = new dev.gradus.layer.Layer[24];
    for (int i = 0; i < 24; i += 2) {
      layers[i] =
          dense(i == 0 ? 2 : 32, i == 22 ? 1 : 32).withWeights(StandardInitializer.STANDARD_NORMAL);
      layers[i + 1] = i == 22 ? Activation.IDENTITY : Activation.RELU;
    }
    return layers;
  }
}
