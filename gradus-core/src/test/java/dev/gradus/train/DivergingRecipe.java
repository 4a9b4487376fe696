package dev.gradus.train;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Pointwise;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.Loss;
import dev.gradus.loss.PointwiseLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * One way to leave the finite numbers.
 *
 * @param name what is wrong
 * @param quantity how the name of what is found begins
 * @param network that is trained
 * @param trainer the recipe
 * @param data spoils x [12 × in] and y [12 × out], which are normal numbers
 * @param parameters spoils the first parameters
 */
record DivergingRecipe(
    String name,
    String quantity,
    Network network,
    Trainer trainer,
    BiConsumer<Matrix, Matrix> data,
    Consumer<Parameters> parameters) {
  static final int ROWS = 12;

  /** Four rows a batch, three batches an epoch, 1,500 steps at most. */
  static DivergingRecipe recipe(String name, Loss loss, Layer... layers) {
    Network network = Network.of(2, layers);
    Trainer trainer =
        Trainer.of(network, loss)
            .withBatchSize(4)
            .withReportEvery(0)
            .withLength(new Length.Steps(1500));
    return new DivergingRecipe(name, "", network, trainer, (x, y) -> {}, theta -> {});
  }

  DivergingRecipe finding(String what) {
    return new DivergingRecipe(name, what, network, trainer, data, parameters);
  }

  DivergingRecipe with(UnaryOperator<Trainer> change) {
    return new DivergingRecipe(name, quantity, network, change.apply(trainer), data, parameters);
  }

  DivergingRecipe onData(BiConsumer<Matrix, Matrix> spoil) {
    return new DivergingRecipe(name, quantity, network, trainer, spoil, parameters);
  }

  DivergingRecipe from(Consumer<Parameters> spoil) {
    return new DivergingRecipe(name, quantity, network, trainer, data, spoil);
  }

  Parameters start(Compute compute) {
    Parameters theta = network.initialize(compute, Xoshiro256.seeded(1));
    parameters.accept(theta);
    return theta;
  }

  /** Begun: the next batch is the first. */
  BatchSource source(Compute compute) {
    Matrix x = compute.matrix(ROWS, network.inputs());
    Matrix y = compute.matrix(ROWS, network.outputs());
    StandardInitializer.STANDARD_NORMAL.fill(x, Xoshiro256.seeded(2));
    StandardInitializer.STANDARD_NORMAL.fill(y, Xoshiro256.seeded(3));
    data.accept(x, y);
    BatchSource source = BatchSource.shuffled(new Dataset(x, y));
    source.begin();
    return source;
  }

  /** An activation of a user's. */
  static Layer activation(DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
    return Pointwise.pointwise(
        new ScalarFunction() {
          @Override
          public double value(double x) {
            return value.applyAsDouble(x);
          }

          @Override
          public double derivative(double x, double y) {
            return derivative.applyAsDouble(x, y);
          }
        });
  }

  /** A loss of a user's. */
  static Loss loss(DoubleBinaryOperator value, DoubleBinaryOperator derivative) {
    return Loss.pointwise(
        new PointwiseLoss() {
          @Override
          public double value(double p, double t) {
            return value.applyAsDouble(p, t);
          }

          @Override
          public double derivative(double p, double t) {
            return derivative.applyAsDouble(p, t);
          }
        });
  }

  @Override
  public String toString() {
    return name;
  }
}
