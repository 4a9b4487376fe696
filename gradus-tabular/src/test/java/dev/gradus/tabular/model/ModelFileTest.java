package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.error.ModelFormatException;
import dev.gradus.layer.Activation;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.Json.JsonException;
import dev.gradus.tabular.file.Tensor;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.file.TensorFileReader;
import dev.gradus.tabular.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read; what is hostile is refused, though its checksum be right. */
class ModelFileTest {
  private static final Table LINEAR = Tables.linear(40);
  private static final Table BLOBS = Tables.blobs(40);
  private static final Model VALUES = Tables.trained(LINEAR, Tables.settings(2, 0, 1)).model();
  private static final Model CLASSES = Tables.trained(BLOBS, Tables.settings(2, 0, 1)).model();

  @Test
  void aModelReadFromItsFilePredictsTheSameBits(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("m.gradus");
    VALUES.save(file);
    Model back = Model.load(file);
    assertThat(((Predictions.Values) back.predict(LINEAR)).values())
        .isEqualTo(((Predictions.Values) VALUES.predict(LINEAR)).values());
    assertThat(back.features()).isEqualTo(VALUES.features());
    assertThat(back.target()).isEqualTo(VALUES.target());
    back.save(folder.resolve("again"));
    assertThat(folder.resolve("again")).hasBinaryContent(Files.readAllBytes(file));

    CLASSES.save(file);
    back = Model.load(file);
    assertThat(((Predictions.Classes) back.predict(BLOBS)).probabilities())
        .isEqualTo(((Predictions.Classes) CLASSES.predict(BLOBS)).probabilities());
    assertThat(back.loss()).isEqualTo(CLASSES.loss());
    int[] rows = IntStream.range(0, 40).toArray();
    assertThat(EvaluationForm.metrics(back.evaluate(BLOBS, rows)))
        .isEqualTo(EvaluationForm.metrics(CLASSES.evaluate(BLOBS, rows)));
    assertThat(EvaluationForm.baseline(back.evaluate(BLOBS, rows)))
        .isEqualTo(EvaluationForm.baseline(CLASSES.evaluate(BLOBS, rows)));
    assertThat(EvaluationForm.linear(back.evaluate(BLOBS, rows)))
        .isPresent()
        .isEqualTo(EvaluationForm.linear(CLASSES.evaluate(BLOBS, rows)));
  }

  /** The JSON of a model's file with one text in it replaced; the checksum is right. */
  private static void refused(Model model, String text, String by, String message) {
    TensorFile file = ModelFile.write(model);
    String json = Json.write(file.gradus());
    assertThat(json).contains(text);
    refused(new TensorFile(map(json.replace(text, by)), file.tensors()), message);
  }

  private static void refused(TensorFile file, String message) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelFile.read("m", TensorFileReader.read("m", file.bytes())))
        .withMessage("m: " + message);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(String json) {
    try {
      return (Map<String, Object>)
          Json.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (JsonException e) {
      throw new AssertionError(json, e);
    }
  }

  @Test
  void layersThatAreUnknownOrDoNotChainAreNamed() {
    refused(
        VALUES,
        "{\"kind\":\"relu\"}",
        "{\"kind\":\"java.lang.Runtime\"}",
        "layer 2: \"java.lang.Runtime\" is not a known activation; known: "
            + Stream.of(Activation.values())
                .map(Activation::kind)
                .collect(Collectors.joining(", ")));
    refused(
        VALUES,
        "{\"kind\":\"dense\",\"inputs\":4,\"outputs\":16},{\"kind\":\"relu\"},{\"kind\":\"dense\",\"inputs\":16",
        "{\"kind\":\"dense\",\"inputs\":4,\"outputs\":16},{\"kind\":\"dense\",\"inputs\":8",
        "layer 2: takes 8 inputs, layer 1 gives 16");
    refused(
        VALUES,
        "{\"kind\":\"dense\",\"inputs\":4,",
        "{\"kind\":\"dense\",\"inputs\":3,",
        "layer 1: takes 3 inputs, the preprocessing gives 4");
    refused(
        VALUES,
        "\"outputs\":16}",
        "\"outputs\":99999999}",
        "gradus.layers[0].outputs: wants a whole number from 1 to 16777216");
  }

  @Test
  void tensorsThatAreNotTheNetworksAreNamed() {
    TensorFile file = ModelFile.write(VALUES);
    List<Tensor> tensors = new ArrayList<>(file.tensors());
    Tensor first = tensors.getFirst();
    tensors.set(0, new Tensor("W1", 16, 4, first.precision(), first.values()));
    refused(
        new TensorFile(file.gradus(), tensors),
        "tensor \"W1\" [16 × 4] float32, the network wants \"W1\" [4 × 16] float32");
    tensors.removeFirst();
    refused(new TensorFile(file.gradus(), tensors), "5 tensors, the network wants 6");
    refused(
        VALUES,
        "\"precision\":\"float32\"",
        "\"precision\":\"float64\"",
        "tensor \"W1\" [4 × 16] float32, the network wants \"W1\" [4 × 16] float64");
  }

  @Test
  void featuresTargetAndLossHaveToFit() {
    refused(
        VALUES,
        "\"categories\":[\"high\",\"low\"]",
        "\"categories\":[\"high\",\"low\",\"mid\"]",
        "the columns give 5 inputs, the network takes 4");
    refused(VALUES, "\"loss\":\"mse\"", "\"loss\":\"bce\"", "loss bce does not fit the target");
    refused(VALUES, "\"loss\":\"mse\"", "\"loss\":\"me\"", "\"me\" is not a known loss");
    refused(VALUES, "\"name\":\"b\"", "\"name\":\"a\"", "features: two columns of one name");
    refused(VALUES, "\"name\":\"b\"", "\"name\":\"y\"", "column y is the target and a feature");
    refused(
        CLASSES,
        "[\"one\",\"three\",\"two\"]",
        "[\"one\"]",
        "target: at least 2 classes, each with its share, are wanted");
    refused(
        CLASSES,
        "[\"one\",\"three\",\"two\"]",
        "[\"one\",\"two\",\"two\"]",
        "target: a class that comes twice");
    refused(
        CLASSES,
        "\"loss\":\"softmax_ce\"",
        "\"loss\":\"bce\"",
        "the network gives 3 outputs, the target wants 1");
    refused(VALUES, "\"training\":{", "\"trainings\":{", "gradus: unknown key \"trainings\"");
  }

  private static final List<Object> HOSTILE =
      List.of("", "java.lang.Runtime", -1L, 0L, 1L << 62, 1e308, -1e308, true, List.of(), Map.of());

  /** Every value in the file replaced by every odd one: a model that answers, or a refusal. */
  @Test
  void everyValueReplacedIsReadOrRefused() {
    int refusals = 0;
    for (Model model : List.of(VALUES, CLASSES)) {
      TensorFile file = ModelFile.write(model);
      Table table = model == VALUES ? LINEAR : BLOBS;
      for (Object odd : HOSTILE) {
        int places = count(file.gradus());
        assertThat(places).isGreaterThan(40);
        for (int place = 0; place < places; place++) {
          Object changed = replaced(file.gradus(), new int[] {place}, odd);
          if (changed instanceof Map<?, ?>) {
            refusals += survives(map(Json.write(changed)), file, table) ? 0 : 1;
          }
        }
      }
    }
    assertThat(refusals).isGreaterThan(500);
  }

  private static boolean survives(Map<String, Object> content, TensorFile file, Table table) {
    try {
      Model model = ModelFile.read("m", new TensorFile(content, file.tensors()));
      if (model.features().kinds().keySet().stream()
          .allMatch(name -> kindsFit(model, table, name))) {
        assertThat(model.predict(table).rows()).isEqualTo(40);
      }
      ModelFile.write(model).bytes();
      return true;
    } catch (ModelFormatException e) {
      assertThat(e).hasMessageStartingWith("m: ");
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError(Json.write(content), e);
    }
  }

  private static boolean kindsFit(Model model, Table table, String name) {
    return table
        .column(name)
        .filter(column -> column.kind() == model.features().kinds().get(name))
        .isPresent();
  }

  /** How many values there are, this one and those inside. */
  private static int count(Object value) {
    return 1
        + switch (value) {
          case Map<?, ?> map -> map.values().stream().mapToInt(ModelFileTest::count).sum();
          case List<?> list -> list.stream().mapToInt(ModelFileTest::count).sum();
          default -> 0;
        };
  }

  /** The value with the one at a place, counted in the order of the text, replaced. */
  private static Object replaced(Object value, int[] left, Object by) {
    if (left[0]-- == 0) {
      return by;
    }
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(key, replaced(inner, left, by)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(inner -> copy.add(replaced(inner, left, by)));
        yield copy;
      }
      default -> value;
    };
  }

  @Test
  void theFileNamesNoClassNoPathAndNoTime() {
    String json = Json.write(ModelFile.write(VALUES).gradus());
    assertThat(json)
        .doesNotContain("dev.gradus")
        .doesNotContain("java")
        .doesNotContain("linear.csv");
    assertThat(Arrays.stream(json.split("\"")).filter(word -> word.contains("time"))).isEmpty();
  }

  @Test
  void aTaskSharesAndACommonestThatCannotBeAreRefused() {
    refused(
        VALUES,
        "\"task\":\"regression\"",
        "\"task\":\"ranking\"",
        "target: task \"ranking\"; wants regression or classification");
    refused(
        CLASSES,
        "\"shares\":[",
        "\"shares\":[1.5,-0.5,0],\"x-shares\":[",
        "target: a share of 1.5; wants numbers from 0 to 1");
    refused(
        CLASSES,
        "\"shares\":[",
        "\"shares\":[0.5,0.25,0],\"x-shares\":[",
        "target: the shares give 0.75 together; wants 1");
    refused(
        VALUES,
        "\"commonest\":\"",
        "\"commonest\":\"no",
        "features: the commonest, \"no"
            + (Json.write(ModelFile.write(VALUES).gradus()).contains("\"commonest\":\"high")
                ? "high"
                : "low")
            + "\", is no category");
  }
}
