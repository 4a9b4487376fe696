package dev.gradus.cli;

import dev.gradus.layer.Layer;
import dev.gradus.loss.Loss;
import dev.gradus.network.Penalty;
import java.util.List;
import java.util.Optional;

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
}
