package dev.gradus.cli;

import dev.gradus.calculus.Objective;
import dev.gradus.clinic.Planted;
import dev.gradus.clinic.Specimen;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Masks;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.tabular.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A network at some parameters with a loss and a batch: what {@code gradus check} looks at.
 *
 * @param network the network
 * @param loss the loss
 * @param penalty the penalty
 * @param theta the parameters
 * @param batch inputs and targets
 * @param planted a mistake in the gradient, put there on purpose
 */
record CheckSubject(
    Network network,
    StandardLoss loss,
    Penalty penalty,
    Parameters theta,
    Dataset batch,
    Optional<Planted> planted) {

  /** Dense layers of these widths with an activation between them, on a batch that is drawn. */
  static CheckSubject drawn(
      List<Integer> widths,
      Layer activation,
      StandardLoss loss,
      Penalty penalty,
      int rows,
      long seed) {
    RandomGenerator random = Xoshiro256.seeded(seed);
    List<Layer> layers = new ArrayList<>();
    for (int k = 0; k + 1 < widths.size(); k++) {
      if (k > 0) {
        layers.add(activation);
      }
      layers.add(
          Dense.dense(widths.get(k), widths.get(k + 1))
              .withBiases(StandardInitializer.STANDARD_NORMAL)); // kinks all over the inputs
    }
    Network network = Network.of(widths.getFirst(), layers);
    Compute compute = Compute.float64();
    Parameters theta = network.initialize(compute, random);
    Matrix x = compute.matrix(rows, network.inputs());
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    Matrix y = targets(loss, compute.matrix(rows, network.outputs()), random);
    return new CheckSubject(network, loss, penalty, theta, new Dataset(x, y), Optional.empty());
  }

  /** Targets as the loss wants them: numbers, counts, or classes. */
  private static Matrix targets(StandardLoss loss, Matrix y, RandomGenerator random) {
    for (int i = 0; i < y.rows(); i++) {
      int label = random.nextInt(y.columns());
      for (int j = 0; j < y.columns(); j++) {
        y.set(
            i,
            j,
            switch (loss) {
              case POISSON -> random.nextInt(5);
              case BCE -> random.nextInt(2);
              case HINGE -> 2 * random.nextInt(2) - 1;
              case SOFTMAX_CE -> j == label ? 1 : 0;
              case MAE, MSE, HUBER, LOG_COSH, QUANTILE -> 4 * random.nextDouble() - 2;
            });
      }
    }
    return y;
  }

  /** A model on a batch. */
  static CheckSubject of(Model model, Penalty penalty, Dataset batch) {
    return new CheckSubject(
        model.network(),
        model.loss(),
        penalty,
        model.parameters().copy(Compute.float64()),
        batch,
        Optional.empty());
  }

  /** A model on some of its own test vectors; these have no targets, so targets are drawn. */
  static CheckSubject ofVectors(Model model, Penalty penalty, int[] rows, long seed) {
    Compute compute = Compute.float64();
    Matrix x = compute.matrix(rows.length, model.network().inputs());
    x.setAll(model.vectorInputs(rows));
    Matrix y = compute.matrix(rows.length, model.network().outputs());
    Matrix target = targets(model.loss(), y, Xoshiro256.seeded(seed));
    return of(model, penalty, new Dataset(x, target));
  }

  /** θ. */
  double[] at() {
    return theta.vector().toArray();
  }

  /** The same with a mistake in its gradient. */
  CheckSubject with(Planted mistake) {
    return new CheckSubject(network, loss, penalty, theta, batch, Optional.of(mistake));
  }

  /** Loss and penalty as a function of θ. */
  Objective objective() {
    return objective(specimen());
  }

  /** The same for another batch. */
  Objective objective(Specimen specimen) {
    return planted.map(specimen::objective).orElseGet(specimen::objective);
  }

  /** What the clinic sees. */
  Specimen specimen() {
    return new Specimen(
        network, loss, penalty, Masks.drawn(generator()), batch.x(), batch.target());
  }

  /** The loss as a function of the inputs. */
  Objective inputObjective() {
    return network.inputObjective(loss, theta, batch.x(), batch.target(), generator());
  }

  /** What dropout draws is the same each time. */
  private static RandomGenerator generator() {
    return Xoshiro256.seeded(0);
  }

  /** {@code 1-16-32-1, relu, loss mae}. */
  String describe() {
    String widths =
        network.widths().getFirst()
            + network.layers().stream()
                .filter(Dense.class::isInstance)
                .map(layer -> "-" + ((Dense) layer).outputs())
                .collect(Collectors.joining());
    String others =
        network.layers().stream()
            .filter(layer -> !(layer instanceof Dense))
            .map(Layer::kind)
            .distinct()
            .map(kind -> ", " + kind)
            .collect(Collectors.joining());
    return widths
        + others
        + (", loss " + loss)
        + (penalty.l1() > 0 ? ", l1 " + penalty.l1() : "")
        + (penalty.l2() > 0 ? ", l2 " + penalty.l2() : "");
  }
}
