package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Prelu;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PerceptronTest {

  private static List<String> kinds(Perceptron perceptron) {
    return perceptron.layers(3, 1).stream().map(Layer::kind).toList();
  }

  @Test
  void aHiddenLayerIsWeightsNormalizationActivationDropout() {
    assertThat(kinds(Perceptron.of(List.of(4), Activation.RELU)))
        .containsExactly("dense", "relu", "dense");
    assertThat(kinds(new Perceptron(List.of(4), Activation.TANH, Normalization.LAYER, 0.2)))
        .containsExactly("dense", "layer_norm", "tanh", "dropout", "dense");
    Perceptron batch = new Perceptron(List.of(4, 5), Activation.RELU, Normalization.BATCH, 0);
    assertThat(kinds(batch))
        .containsExactly("dense", "batch_norm", "relu", "dense", "batch_norm", "relu", "dense");
    assertThat(batch.layersOfEach()).isEqualTo(3);
    assertThat(kinds(Perceptron.of(List.of(), Activation.RELU))).containsExactly("dense");
  }

  @Test
  void thereIsNoBiasBeforeBatchNormalizationAndHeForRectifiers() {
    List<Layer> layers =
        new Perceptron(List.of(4), Activation.RELU, Normalization.BATCH, 0).layers(3, 2);
    Dense hidden = (Dense) layers.getFirst();
    Dense last = (Dense) layers.getLast();
    assertThat(hidden.biases()).isEmpty();
    assertThat(hidden.weights()).isEqualTo(StandardInitializer.HE_NORMAL);
    assertThat(((Dense) Perceptron.of(List.of(4), Prelu.prelu()).layers(3, 2).getFirst()).weights())
        .isEqualTo(StandardInitializer.HE_NORMAL);
    assertThat(last.biases()).contains(StandardInitializer.ZEROS);
    assertThat(last.weights()).isEqualTo(StandardInitializer.GLOROT_UNIFORM);
  }

  @ParameterizedTest
  @EnumSource
  void learnsWithEachNormalizationAndDropout(Normalization normalization) {
    Table table = Tables.blobs(120);
    TrainingSettings settings =
        Tables.settings(40, 0, 2)
            .with(Hyperparameters.HIDDEN, List.of(16))
            .with(Hyperparameters.NORMALIZATION, normalization)
            .with(Hyperparameters.DROPOUT, 0.1);
    Model model = Tables.trained(table, settings).model();
    int[] rows = IntStream.range(0, table.rows()).toArray();
    Evaluation.Classification of = (Evaluation.Classification) model.evaluate(table, rows);
    assertThat(of.metrics().accuracy()).isGreaterThan(0.9);
    Predictions.Classes all = (Predictions.Classes) model.predict(table);
    Predictions.Classes one = (Predictions.Classes) model.predict(table, new int[] {7});
    assertThat(one.probabilities())
        .isEqualTo(java.util.Arrays.copyOfRange(all.probabilities(), 21, 24));
  }
}
