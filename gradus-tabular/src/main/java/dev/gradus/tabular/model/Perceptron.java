package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Dropout;
import dev.gradus.layer.Layer;
import dev.gradus.layer.StandardInitializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shape of a multilayer perceptron, but for the widths of input and output: hidden layers of
 * weights, normalization, activation and dropout, then a layer of weights alone.
 *
 * @param hidden widths of the hidden layers
 * @param activations one for all hidden layers, or one for each; they keep the width
 * @param normalization of each hidden layer
 * @param dropout the share of each hidden layer's units that is dropped in training, 0 to below 1
 * @param initializer of all weights; unless stated the activation's {@linkplain
 *     Layer#standardWeights() own}
 */
public record Perceptron(
    List<Integer> hidden,
    List<Layer> activations,
    Normalization normalization,
    double dropout,
    Optional<StandardInitializer> initializer) {

  /** Copies the lists, which have to fit. */
  public Perceptron {
    hidden = List.copyOf(hidden);
    activations = List.copyOf(activations);
    if (activations.size() != 1 && activations.size() != hidden.size()) {
      throw new ConfigException(
          "flag.conflict",
          Location.of(Hyperparameters.ACTIVATION.flag()),
          activations.size()
              + " activations for "
              + hidden.size()
              + (hidden.size() == 1 ? " hidden layer" : " hidden layers")
              + "; wants one for all, or one for each");
    }
  }

  /** With an initializer by the activation. */
  public Perceptron(
      List<Integer> hidden, Layer activation, Normalization normalization, double dropout) {
    this(hidden, List.of(activation), normalization, dropout, Optional.empty());
  }

  /** As settings say. */
  static Perceptron of(TrainingSettings settings) {
    return new Perceptron(
        settings.get(Hyperparameters.HIDDEN),
        settings.get(Hyperparameters.ACTIVATION),
        settings.get(Hyperparameters.NORMALIZATION),
        settings.get(Hyperparameters.DROPOUT),
        settings.find(Hyperparameters.INITIALIZER));
  }

  /** With neither normalization nor dropout. */
  public static Perceptron of(List<Integer> hidden, Layer activation) {
    return new Perceptron(hidden, activation, Normalization.NONE, 0);
  }

  /** Its layers between an input and an output of these widths. */
  public List<Layer> layers(int inputs, int outputs) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < hidden.size(); i++) {
      int next = hidden.get(i);
      Layer activation = activations.get(activations.size() == 1 ? 0 : i);
      layers.add(weights(width, next, activation));
      layers.addAll(normalization.layers());
      layers.add(activation);
      if (dropout > 0) {
        layers.add(new Dropout(dropout));
      }
      width = next;
    }
    layers.add(
        Dense.dense(width, outputs)
            .withWeights(initializer.orElse(StandardInitializer.GLOROT_UNIFORM)));
    return layers;
  }

  /** Batch normalization takes a bias out again, so there is none before it. */
  private Dense weights(int inputs, int outputs, Layer activation) {
    Dense dense =
        Dense.dense(inputs, outputs).withWeights(initializer.orElse(activation.standardWeights()));
    return normalization == Normalization.BATCH ? dense.withoutBias() : dense;
  }

  /** How many layers each hidden layer is made of. */
  int layersOfEach() {
    return 2 + normalization.layers().size() + (dropout > 0 ? 1 : 0);
  }
}
