package dev.gradus.tabular.model;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.layer.Residual.residual;

import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.layer.StandardLayer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.NumberFeature;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.TargetScale;
import dev.gradus.tabular.preprocess.TargetTransform;
import dev.gradus.tabular.table.ColumnKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models that were never trained, of every kind of column, layer and target, by a number: each
 * layer of the tables stands in one of any few dozen in a row.
 */
public final class RandomModel {
  private final Xoshiro256 random;
  private final int number;

  private RandomModel(int number) {
    this.random = Xoshiro256.seeded(number);
    this.number = number;
  }

  /** The model of a number, 0 or more. */
  public static Model of(int number, Precision precision) {
    return new RandomModel(number).make(precision);
  }

  private Model make(Precision precision) {
    Features features = features();
    Target target = target();
    StandardLoss loss = loss(target);
    int outputs = Output.of(target, loss).width(target);
    Network network = Network.of(features.inputs(), layers(features.inputs(), outputs));
    try (Compute compute = Compute.of(Precision.FLOAT32, 1)) {
      Parameters theta = network.initialize(compute, random);
      disturb(theta);
      Workspace workspace = network.workspace(theta, 32);
      StandardInitializer.STANDARD_NORMAL.fill(workspace.x(), random);
      for (int i = 0; i < 20; i++) {
        workspace.forwardTraining(random); // moves running statistics
      }
      List<Double> shares =
          target instanceof ClassTarget classes
              ? Collections.nCopies(classes.classes().size(), 1.0 / classes.classes().size())
              : List.of();
      FittedNetwork fitted = new FittedNetwork(network, theta);
      return new Model(fitted, Optional.empty(), features, target, loss, shares, Map.of())
          .in(precision);
    }
  }

  /** Biases, factors and shifts that are 0 or 1 at first would hide what is done with them. */
  private void disturb(Parameters theta) {
    for (Matrix block : theta.views().values()) {
      if (block.rows() == 1) {
        for (int j = 0; j < block.columns(); j++) {
          block.set(0, j, block.get(0, j) + 0.4 * (random.nextDouble() - 0.5));
        }
      }
    }
  }

  private Features features() {
    int columns = 1 + random.nextInt(5);
    List<Feature> list = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String name = List.of("a", "größe \"é\"", "x\\y", "prediction", "Relu1").get(i);
      list.add((number + i) % 3 == 0 ? category(name) : numbers(name));
    }
    return new Features(list);
  }

  private Feature numbers(String name) {
    double scale = new double[] {1, 1e-6, 1000, 37.5}[random.nextInt(4)];
    double mean = scale * (4 * random.nextDouble() - 2);
    double deviation = random.nextInt(8) == 0 ? 0 : scale * (0.5 + random.nextDouble());
    double limit = random.nextInt(3) == 0 ? 0 : 10;
    ColumnKind kind = random.nextInt(5) == 0 ? ColumnKind.DATE : ColumnKind.NUMBER;
    return new NumberFeature(
        name,
        kind,
        mean + 0.1 * scale,
        mean,
        deviation,
        limit,
        random.nextBoolean(),
        new NumberFeature.Range(mean, mean));
  }

  private Feature category(String name) {
    List<String> all = List.of("blue", "green", "naïve \\u0041", "ré\"d\n", "雪");
    List<String> known = all.subList(0, 1 + random.nextInt(all.size()));
    String commonest = known.get(random.nextInt(known.size()));
    return new CategoryFeature(name, known, commonest, random.nextBoolean(), random.nextBoolean());
  }

  private Target target() {
    return switch (number % 3) {
      case 0 -> values();
      case 1 -> new ClassTarget("y", List.of("no", "yes"), false);
      default ->
          new ClassTarget("y", List.of("1", "2", "\\3", "4é").subList(0, 3 + number % 2), false);
    };
  }

  private Target values() {
    RegressionTarget standard =
        new RegressionTarget("y", 40 * random.nextDouble(), 1 + 20 * random.nextDouble());
    RegressionTarget log =
        new RegressionTarget(
            "z", 3, new TargetScale(TargetTransform.LOG, random.nextDouble(), 0.2));
    return switch (number / 3 % 4) {
      case 0 -> standard;
      case 1 -> log;
      case 2 -> new QuantileTarget(standard, List.of(0.1, 0.5, 0.9));
      default ->
          new SeveralTargets(
              List.of(standard, log, new RegressionTarget("x", 0, TargetScale.NONE)));
    };
  }

  private StandardLoss loss(Target target) {
    if (target instanceof QuantileTarget) {
      return StandardLoss.QUANTILE;
    }
    if (!(target instanceof ClassTarget)) {
      return StandardLoss.MSE;
    }
    return number % 6 == 1 ? StandardLoss.BCE : StandardLoss.SOFTMAX_CE;
  }

  private List<Layer> layers(int inputs, int outputs) {
    int width = 1 + random.nextInt(20);
    List<Layer> layers = new ArrayList<>(List.of(dense(inputs, width)));
    layers.add(each(List.of(Activation.values())));
    Layer standard = each(List.of(StandardLayer.values())).standard();
    if (random.nextBoolean()) {
      layers.add(standard);
    } else {
      layers.add(
          residual(
              dense(width, width).withoutBias(), standard, dense(width, width), Activation.TANH));
    }
    layers.add(dense(width, outputs));
    return layers;
  }

  /** One after another, by the model's number. */
  private <T> T each(List<T> table) {
    return table.get(number % table.size());
  }
}
