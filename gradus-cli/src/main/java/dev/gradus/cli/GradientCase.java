package dev.gradus.cli;

import dev.gradus.clinic.Specimen;
import dev.gradus.layer.Block;
import dev.gradus.layer.Layer;
import dev.gradus.loss.Loss;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Penalty;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A network, its weights and one batch, as a case file states them.
 *
 * @param file where it stands, for messages
 * @param id repeated in the answer
 * @param layers the layers after the input, in their order
 * @param loss the mean loss
 * @param penalty is added to it
 * @param x inputs [n × in]
 * @param target targets [n × out]
 * @param weights for each layer W [in × out]
 * @param biases for each layer b [1 × out]
 * @param descent gradient descent from these weights, where it is asked for
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record GradientCase(
    String file,
    String id,
    List<Layer> layers,
    Loss loss,
    Penalty penalty,
    double[][] x,
    double[][] target,
    List<double[][]> weights,
    List<double[]> biases,
    Optional<Descent> descent) {

  /**
   * Plain gradient descent on the whole batch.
   *
   * @param learningRate η
   * @param steps how many
   */
  record Descent(double learningRate, int steps) {}

  /** The network. */
  Network network() {
    return Network.of(x[0].length, layers);
  }

  /** W1, b1, W2, b2, … row by row: the network's θ [p]. */
  double[] theta() {
    double[] allWeights =
        weights.stream().flatMap(Stream::of).flatMapToDouble(DoubleStream::of).toArray();
    double[] allBiases = biases.stream().flatMapToDouble(DoubleStream::of).toArray();
    return inOrder(allWeights, allBiases);
  }

  /** All weights and all biases, as the file has them, in the order of θ. */
  double[] inOrder(double[] allWeights, double[] allBiases) {
    double[] theta = new double[allWeights.length + allBiases.length];
    int weight = 0;
    int bias = 0;
    for (ParameterBlock part : network().layout()) {
      boolean isWeight = part.block().kind() == Block.Kind.WEIGHT;
      System.arraycopy(
          isWeight ? allWeights : allBiases,
          isWeight ? weight : bias,
          theta,
          part.offset(),
          part.size());
      weight += isWeight ? part.size() : 0;
      bias += isWeight ? 0 : part.size();
    }
    return theta;
  }

  /** What the gradient is taken of. */
  Specimen specimen(Compute compute) {
    return new Specimen(network(), loss, penalty, compute.matrix(x), compute.matrix(target));
  }
}
