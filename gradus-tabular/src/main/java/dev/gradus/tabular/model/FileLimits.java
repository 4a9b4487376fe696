package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.layer.Increasing;
import dev.gradus.layer.Layer;
import dev.gradus.network.Network;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.preprocess.Target;
import java.util.ArrayList;
import java.util.List;

/** Says before a training what a model file's reader would say after it. */
final class FileLimits {
  /** Room in the header for what is known only after the training: metrics. */
  private static final int RECORD_BYTES = 8192;

  private FileLimits() {}

  /**
   * The network of a perceptron.
   *
   * @throws ConfigException if it has more layers or parameters than a file takes
   */
  static Network network(Perceptron perceptron, int inputs, Output output, Target target) {
    List<Layer> layers = new ArrayList<>(perceptron.layers(inputs, output.width(target)));
    if (output == Output.QUANTILES && output.width(target) > 1) {
      layers.add(new Increasing()); // quantiles that cannot cross
    }
    if (layers.size() > Architecture.MAX_LAYERS) {
      throw refused(
          perceptron.hidden().size()
              + " layers; wants at most "
              + (Architecture.MAX_LAYERS - 1) / perceptron.layersOfEach());
    }
    long parameters = Architecture.parameterCount(layers, inputs);
    if (parameters > Architecture.MAX_PARAMETERS) {
      throw refused(
          parameters
              + " parameters with "
              + inputs
              + " inputs; a model file takes at most "
              + Architecture.MAX_PARAMETERS
              + ": wants fewer units");
    }
    Network network = Network.of(inputs, layers);
    int tensors = network.layout().size();
    if (tensors > TensorFile.MAX_TENSORS) {
      throw refused(tensors + " tensors; wants at most " + TensorFile.MAX_TENSORS);
    }
    return network;
  }

  private static ConfigException refused(String what) {
    return new ConfigException("flag.value", Location.of("--hidden"), what);
  }

  /** Whether a file of it would be read again. */
  static boolean fits(Model model) {
    return ModelFile.write(model).headerBytes() <= TensorFile.MAX_HEADER;
  }

  /**
   * Looks at the length of the header, without weights.
   *
   * @param model as it is before the training
   * @throws DataException if the names would not fit
   */
  static void requireHeader(String file, TensorFile model, int columns) {
    int header = model.headerBytes() + RECORD_BYTES;
    if (header > TensorFile.MAX_HEADER) {
      throw new DataException(
          "model.header",
          Location.of(file),
          "the names of "
              + columns
              + " feature columns and their categories, and the settings, want a model header of "
              + header
              + " bytes; at most "
              + TensorFile.MAX_HEADER
              + ": name fewer with --columns, or leave some out with --ignore");
    }
  }
}
