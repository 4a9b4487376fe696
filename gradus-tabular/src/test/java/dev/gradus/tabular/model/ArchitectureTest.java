package dev.gradus.tabular.model;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.layer.Residual.residual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.data.Xoshiro256;
import dev.gradus.error.ModelFormatException;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Pointwise;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.layer.StandardLayer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.file.TensorFileReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer of the tables survives its file: being there is enough to be tested here. */
class ArchitectureTest {
  private static final Model MODEL =
      Tables.trained(Tables.linear(40), Tables.settings(1, 0, 1)).model();

  static Stream<Layer> layers() {
    Stream<Layer> standard = Stream.of(StandardLayer.values()).map(StandardLayer::standard);
    return Stream.concat(standard, Stream.of(Activation.values()));
  }

  private static Network network(Layer layer) {
    return Network.of(
        4,
        dense(4, 5).withoutBias(),
        layer,
        residual(dense(5, 3), layer, residual(layer), dense(3, 5)),
        dense(5, 1));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aLayerReadFromItsFileGivesTheSameBits(Layer layer) {
    Network network = network(layer);
    for (Precision precision : Precision.values()) {
      Compute compute = Compute.of(precision, 1);
      Xoshiro256 random = Xoshiro256.seeded(3);
      Parameters theta = network.initialize(compute, random);
      Matrix x = compute.matrix(6, 4);
      StandardInitializer.STANDARD_NORMAL.fill(x, random);
      network.workspace(theta, 6).forwardTraining(random); // moves running statistics
      Model model =
          new Model(
              new FittedNetwork(network, theta),
              Optional.empty(),
              MODEL.features(),
              MODEL.target(),
              MODEL.loss(),
              List.of(),
              Map.of());
      byte[] bytes = Tables.file(model).bytes();
      Model back = ModelFile.read("m", TensorFileReader.read("m", bytes));
      assertThat(back.network().predict(back.parameters(), x).toArray())
          .isEqualTo(network.predict(theta, x).toArray());
      assertThat(Tables.file(back).bytes()).isEqualTo(bytes);
      Layer read = back.network().layers().get(1);
      assertThat(read.kind()).isEqualTo(layer.kind());
      assertThat(read.settings()).isEqualTo(layer.settings());
    }
  }

  @Test
  void settingsStandBesideTheKind() throws Exception {
    String json = Json.write(Map.of("layers", Architecture.write(network(layer("dropout")))));
    assertThat(json)
        .isEqualTo(
            """
            {"layers":[{"kind":"dense","inputs":4,"outputs":5,"bias":false},\
            {"kind":"dropout","rate":0.5},\
            {"kind":"residual","layers":[{"kind":"dense","inputs":5,"outputs":3},\
            {"kind":"dropout","rate":0.5},\
            {"kind":"residual","layers":[{"kind":"dropout","rate":0.5}]},\
            {"kind":"dense","inputs":3,"outputs":5}]},\
            {"kind":"dense","inputs":5,"outputs":1}]}""");
  }

  private static Layer layer(String kind) {
    return layers().filter(layer -> layer.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static void refused(String layers, String message) throws Exception {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("inputs", 3L);
    header.put("layers", Json.read(layers.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> Architecture.read(JsonObject.of("m", "gradus", header)))
        .withMessage("m: " + message);
  }

  @Test
  void whatIsWrongInALayerIsNamedWithItsPlace() throws Exception {
    refused("[]", "0 layers; wants 1 to 1024");
    refused(
        "[{'kind':'dropout','rate':1}]",
        "layer 1: dropout: rate 1.0: wants a number from 0 to below 1");
    refused("[{'kind':'dropout'}]", "gradus.layers[0]: \"rate\" is missing");
    refused(
        "[{'kind':'batch_norm','momentum':0.9,'epsilon':1e-5,'width':3}]",
        "gradus.layers[0]: unknown key \"width\"");
    refused(
        "[{'kind':'relu'},{'kind':'residual','layers':[{'kind':'dense','inputs':3,'outputs':2}]}]",
        "layer 2: residual: its layers make 2 of 3; wants the same width");
    refused(
        "[{'kind':'residual','layers':[{'kind':'relu'},{'kind':'dense','inputs':2,'outputs':3}]}]",
        "layer 1.2: takes 2 inputs, layer 1.1 gives 3");
    refused(
        "[{'kind':'residual','layers':[{'kind':'dense','inputs':2,'outputs':3}]}]",
        "layer 1.1: takes 2 inputs, what is before it gives 3");
    refused("[{'kind':'residual','layers':[]}]", "0 layers; wants 1 to 1024");
    refused(
        "[{'kind':'dense','inputs':3,'outputs':16777216},{'kind':'residual','layers':"
            + "[{'kind':'dense','inputs':16777216,'outputs':16777216}]}]",
        "layers: 281475060596736 parameters; at most 536346624");
  }

  @Test
  void layersInsideOthersCountToo() throws Exception {
    String five = "{'kind':'relu'},".repeat(5);
    String blocks =
        ("{'kind':'residual','layers':[" + five.substring(0, five.length() - 1) + "]},")
            .repeat(200);
    refused("[" + blocks.substring(0, blocks.length() - 1) + "]", "5 layers; wants 1 to 1024");
  }

  /** A function of the user's own. */
  private record Cube() implements ScalarFunction {
    @Override
    public double value(double x) {
      return x * x * x;
    }

    @Override
    public double derivative(double x, double y) {
      return 3 * x * x;
    }
  }

  @Test
  void aLayerOfTheUsersOwnHasNoFormInAFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Architecture.write(network(Pointwise.pointwise(new Cube()))))
        .withMessage("Cube: this layer has no form in a file");
  }
}
