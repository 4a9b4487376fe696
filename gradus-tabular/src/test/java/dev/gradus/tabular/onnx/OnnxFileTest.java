package dev.gradus.tabular.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OrtException;
import dev.gradus.calculus.ScalarFunction;
import dev.gradus.error.ModelFormatException;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Pointwise;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.model.RandomModel;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** onnxruntime and the format's own classes read what is written. */
class OnnxFileTest {
  private static final int MODELS = 300;
  private static final int ROWS = 40;

  private static double tolerance(Precision precision) {
    return precision == Precision.FLOAT32 ? 1e-5 : 1e-12;
  }

  /** Relative to each answer; probabilities below what float32 can hold are 0 there. */
  @ParameterizedTest
  @EnumSource
  void onnxruntimeGivesTheAnswersOfRandomModels(Precision precision) throws OrtException {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      Model model = RandomModel.of(i, precision);
      Table table = SampleTable.of(model, ROWS, i);
      try (OnnxRuntime runtime = new OnnxRuntime(OnnxFile.of(model, precision))) {
        compare(model, model.predict(table), runtime.run(table), "model " + i, wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      Model model, Predictions wanted, OnnxRuntime.Answers got, String name, List<String> wrong) {
    double most = tolerance(model.parameters().vector().compute().precision());
    switch (wanted) {
      case Predictions.Several several -> {
        int k = several.names().size();
        int first = model.target() instanceof QuantileTarget ? 1 : 0; // the middle, once more
        for (int i = 0; i < several.rows() * (k - first); i++) {
          double value = several.value(i / (k - first), first + i % (k - first));
          near(value, got.prediction().get(i), most, name, i, wrong);
        }
      }
      case Predictions.Values values -> {
        for (int row = 0; row < values.rows(); row++) {
          near(values.values()[row], got.prediction().get(row), most, name, row, wrong);
        }
      }
      case Predictions.Classes classes -> {
        for (int row = 0; row < classes.rows(); row++) {
          if (!classes.text(row).equals(got.labels().get(row))) {
            wrong.add(name + ", row " + row + ": " + got.labels().get(row));
          }
        }
        double[] all = classes.probabilities();
        for (int k = 0; k < all.length; k++) {
          near(all[k], got.probabilities().get(k), most, name, k, wrong);
        }
      }
    }
  }

  private static void near(
      double wanted, double got, double most, String name, int place, List<String> wrong) {
    if (!(Math.abs(got - wanted) <= Math.max(most * Math.abs(wanted), Float.MIN_NORMAL))) {
      wrong.add(name + ", place " + place + ": " + got + " instead of " + wanted);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theVectorsBesideTheFileHold(Precision precision) throws Exception {
    for (int i = 0; i < 12; i++) {
      Model model = RandomModel.of(i, precision);
      Table table = SampleTable.of(model, 10, 0);
      JsonObject vectors =
          JsonObject.of("v", "vectors", object(Json.read(TestVectors.of(model, precision))));
      assertThat(vectors.number("relative_tolerance")).isEqualTo(tolerance(precision));
      Map<String, Object> outputs = vectors.object("outputs").values();
      try (OnnxRuntime runtime = new OnnxRuntime(OnnxFile.of(model, precision))) {
        OnnxRuntime.Answers answers = runtime.run(table);
        List<String> wrong = new ArrayList<>();
        compare(model, model.predict(table), answers, "model " + i, wrong);
        assertThat(wrong).isEmpty();
        List<?> told = answers.prediction().isEmpty() ? answers.labels() : answers.prediction();
        String name = Outputs.name("prediction", model.features().names());
        List<?> listed = (List<?>) outputs.getOrDefault(name, List.of());
        int width = told.size() / 10;
        assertThat(listed).hasSize(10);
        for (int row = 0; row < 10; row++) {
          Object first =
              listed.get(row) instanceof List<?> several ? several.getFirst() : listed.get(row);
          if (first instanceof Double number) {
            near(
                number,
                (Double) told.get(row * width),
                tolerance(precision),
                "vectors",
                row,
                wrong);
          } else {
            assertThat(first).isEqualTo(told.get(row));
          }
        }
        assertThat(wrong).isEmpty();
      }
      assertThat(vectors.object("inputs").values().keySet())
          .containsExactlyElementsOf(model.features().names());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    for (Precision precision : Precision.values()) {
      assertThat(OnnxFile.of(RandomModel.of(5, precision), precision))
          .isEqualTo(OnnxFile.of(RandomModel.of(5, precision), precision));
    }
  }

  @Test
  void theFormatsOwnClassesReadIt() throws Exception {
    Set<String> operators = new TreeSet<>();
    for (int i = 0; i < 42; i++) {
      Model model = RandomModel.of(i, Precision.FLOAT64);
      OnnxMl.ModelProto file = OnnxMl.ModelProto.parseFrom(OnnxFile.of(model, Precision.FLOAT64));
      assertThat(file.getOpsetImport(0).getVersion()).isEqualTo(20);
      assertThat(file.getIrVersion()).isEqualTo(9);
      assertThat(file.getGraph().getInputList().stream().map(OnnxMl.ValueInfoProto::getName))
          .isEqualTo(model.features().names().stream().toList());
      file.getGraph().getNodeList().forEach(node -> operators.add(node.getOpType()));
      assertThat(file.getUnknownFields().asMap()).isEmpty();
      assertThat(file.getGraph().getUnknownFields().asMap()).isEmpty();
    }
    assertThat(operators)
        .as("operators with float64 kernels, and those for texts, conditions and places")
        .containsExactlyInAnyOrder(
            "Abs",
            "Add",
            "ArgMax",
            "Cast",
            "Clip",
            "Concat",
            "Div",
            "Equal",
            "Exp",
            "Gather",
            "Gemm",
            "Greater",
            "Identity",
            "IsNaN",
            "Log",
            "Max",
            "Min",
            "Mul",
            "Neg",
            "Relu",
            "Sign",
            "Slice",
            "Softmax",
            "Sqrt",
            "Sub",
            "Tanh",
            "Where");
  }

  /** An activation of the user's own. */
  private record Swish2() implements ScalarFunction {
    @Override
    public double value(double x) {
      return x / (1 + x * x);
    }

    @Override
    public double derivative(double x, double y) {
      return (1 - x * x) / ((1 + x * x) * (1 + x * x));
    }
  }

  @Test
  void aLayerOfTheUsersOwnHasNoForm() {
    List<Layer> layers =
        List.of(dev.gradus.layer.Dense.dense(2, 2), Pointwise.pointwise(new Swish2()));
    Network network = Network.of(2, layers);
    try (Compute compute = Compute.float64()) {
      OnnxGraph graph = new OnnxGraph();
      Real x = new Real(graph, graph.input("x", ElementType.DOUBLE), ElementType.DOUBLE);
      assertThatExceptionOfType(ModelFormatException.class)
          .isThrownBy(() -> new Layers(network.zeros(compute)).stack(layers, x, 2, ""))
          .withMessageStartingWith(
              "layer 2: \"Swish2\" has no ONNX form; known: relu, leaky_relu, elu, ");
    }
  }
}
