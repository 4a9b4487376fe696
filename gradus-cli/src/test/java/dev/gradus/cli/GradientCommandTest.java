package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.tabular.file.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientCommandTest {
  private static final List<String> CASES = List.of("g002", "g005", "g025", "g034", "g042", "g053");

  /** A network of one unit: y = leaky_relu(2 x − 1), mse. */
  private static final String SMALL =
      """
      {"format": "gradus-case-1", "id": "s", "layers": [1, 1], "activations": ["leaky_relu"],
       "loss": "mse", "constants": {"leaky_slope": 0.25}, "l2": 0.5, "batch": 2,
       "X": [[3], [-1]], "Y": [[4], [0]], "W": [[[2]]], "b": [[-1]],
       "sgd": {"learning_rate": 0.5, "steps": 1}}
      """;

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aDesk() {
    desk = new Desk(folder);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        GradientCommandTest.class.getResourceAsStream("gradient-cases/" + name + ".json")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Whether the tables hold all that a case names. */
  private static boolean isKnown(Map<String, Object> stated) {
    List<String> losses = Stream.of(StandardLoss.values()).map(StandardLoss::toString).toList();
    List<String> activations = Stream.of(Activation.values()).map(Activation::kind).toList();
    String loss = String.valueOf(stated.get("loss"));
    return losses.contains(loss.equals("bce_logits") ? "bce" : loss)
        && activations.containsAll((List<?>) stated.getOrDefault("activations", List.of()));
  }

  @Test
  void agreesWithAnIndependentProgram() throws Exception {
    List<String> covered = new ArrayList<>();
    for (String id : CASES) {
      String stated = resource(id + ".case");
      desk.put(id + ".json", stated);
      Spoken said = desk.run("gradient @" + id + ".json");
      if (isKnown(Desk.json(stated))) {
        assertThat(said.err()).isEmpty();
        assertClose(id, Desk.json(said.out()), Desk.json(resource(id + ".answer")));
        covered.add(id);
      } else {
        assertThat(said.status()).as(said.err()).isEqualTo(65);
        assertThat(said.err()).contains("wants one of");
      }
    }
    assertThat(covered).isEqualTo(CASES);
  }

  private static void assertClose(String where, Object actual, Object expected) {
    switch (expected) {
      case Map<?, ?> map -> {
        assertThat(((Map<?, ?>) actual).keySet().stream().map(String::valueOf).toList())
            .containsExactlyElementsOf(map.keySet().stream().map(String::valueOf).toList());
        map.forEach((key, value) -> assertClose(where + "." + key, entry(actual, key), value));
      }
      case List<?> list -> {
        assertThat((List<?>) actual).as(where).hasSameSizeAs(list);
        for (int i = 0; i < list.size(); i++) {
          assertClose(where + "[" + i + "]", ((List<?>) actual).get(i), list.get(i));
        }
      }
      case Number number ->
          assertThat(((Number) actual).doubleValue())
              .as(where)
              .isCloseTo(number.doubleValue(), within(1e-9));
      default -> assertThat(actual).as(where).isEqualTo(expected);
    }
  }

  private static Object entry(Object map, Object key) {
    return Objects.requireNonNull(((Map<?, ?>) map).get(key));
  }

  @Test
  void aCaseByHand() throws Exception {
    desk.put("s.json", SMALL);
    Spoken said = desk.run("gradient @s.json");
    assertThat(said.err()).isEmpty();
    // h = 5, −3; ŷ = 5, −0.75; L = (1 + 0.5625) / 2 + ½ · 0.5 · 2² = 1.78125
    // dŷ = 2 (ŷ − y) / 2 = 1, −0.75; dh = 1, −0.1875; dW = 3 + 0.1875 + 0.5 · 2; db = 0.8125
    // dX = dh · 2; then W = 2 − 4.1875/2 = −0.09375, b = −1 − 0.8125/2 = −1.40625:
    // h = −1.6875, −1.3125; ŷ = −0.421875, −0.328125
    double after = (4.421875 * 4.421875 + 0.328125 * 0.328125) / 2 + 0.25 * 0.09375 * 0.09375;
    assertThat(said.out())
        .isEqualTo(
            "{\"id\":\"s\",\"loss\":1.78125,\"output\":[[5.0],[-0.75]],\"dW\":[[[4.1875]]],"
                + "\"db\":[[0.8125]],\"dX\":[[2.0],[-0.375]],\"sgd_losses\":[1.78125,"
                + after
                + "]}\n");
    assertThat(desk.run("gradient @s.json --json").out()).isEqualTo(said.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gradus-case-1 | gradus-case-2 | format \"gradus-case-2\"; wants \"gradus-case-1\"",
        "\"l2\": 0.5, | `` | case: \"l2\" is missing",
        "\"l2\": 0.5 | \"l2\": -1 | case.l2: wants a number, 0 or more",
        "\"l2\": 0.5 | \"l2\": 0.5, \"extra\": 1 | case: unknown key \"extra\"",
        "\"l2\": 0.5 | \"l2\": null | byte 146: null is not wanted here",
        "\"l2\": 0.5 | \"l2\": 0.5, \"l2\": 0.5 | byte 155: a key that comes twice",
        "[1, 1] | [1] | case.layers: holds 1; wants 2 to 513",
        "[1, 1] | [1, 0] | case.layers[1]: wants a whole number from 1 to 16777216",
        "[1, 1] | [1, 2] | case.W[0][0]: holds 1; wants 2",
        "[\"leaky_relu\"] | [] | case.activations: holds 0; 2 layers want 1",
        "[\"leaky_relu\"] | [\"prelu\"] | case.activations[0]: \"prelu\" has parameters, and a case states W and b alone",
        "{\"leaky_slope\": 0.25} | {} | case.constants: \"leaky_slope\" is missing",
        "\"mse\" | \"msee\" | case.loss: \"msee\"; wants one of LOSSES; did you mean mse?",
        "\"batch\": 2 | \"batch\": 3 | case.X: holds 2; wants 3",
        "\"batch\": 2 | \"batch\": 0 | case.batch: wants a whole number from 1 to 1048576",
        "[-1]], \"Y\" | [true]], \"Y\" | case.X[1][0]: a number is wanted",
        "[-1]], \"Y\" | -1], \"Y\" | case.X[1]: a list is wanted",
        "\"Y\": [[4], [0]], | `` | case: wants Y or labels",
        "\"Y\" | \"labels\": [0, 0], \"Y\" | case: holds Y and labels; wants one of them",
        "\"Y\": [[4], [0]] | \"labels\": [0, 0]"
            + " | case.labels: go with softmax_ce; another loss wants Y",
        "\"steps\": 1 | \"steps\": -1 | case.sgd.steps: wants a whole number from 0 to 1000000",
        "0.5, \"steps\" | 0, \"steps\""
            + " | case.sgd.learning_rate: wants a number above 0 and at most 1e6",
        "\"b\" | \"c\" | case: unknown key \"c\"",
      })
  void whatDoesNotFitIsRefusedWithItsPlace(String part, String instead, String message)
      throws Exception {
    desk.put("s.json", SMALL.replace(part, instead));
    Spoken said = desk.run("gradient @s.json");
    String losses = CommonForms.LOSS.wanted().replace("one of ", "");
    assertThat(said.err())
        .isEqualTo("gradus: error: s.json: " + message.replace("LOSSES", losses) + "\n");
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void aLabelIsOneOfTheClasses() throws Exception {
    desk.put(
        "s.json",
        SMALL
            .replace("\"mse\"", "\"softmax_ce\"")
            .replace("\"Y\": [[4], [0]]", "\"labels\": [0, 1]"));
    assertThat(desk.run("gradient @s.json").err())
        .isEqualTo("gradus: error: s.json: case.labels[1]: wants a whole number from 0 to 0\n");
  }

  @Test
  void filesThatCannotBeRead() throws Exception {
    desk.put("s.json", SMALL);
    Spoken said = desk.run("gradient @t.json");
    assertThat(said.err())
        .isEqualTo("gradus: error: t.json: no such file\nhint: did you mean s.json?\n");
    assertThat(said.status()).isEqualTo(66);
    assertThat(desk.run("gradient", folder.toString()).err())
        .endsWith(": is a folder; a JSON file is wanted\n");
    desk.put("s.json", "");
    assertThat(desk.run("gradient @s.json").err()).endsWith("s.json: the file is empty\n");
    desk.put("s.json", " ".repeat(Json.MAX_BYTES + 1));
    said = desk.run("gradient @s.json --json");
    assertThat(said.status()).isEqualTo(65);
    assertThat(Desk.object(Desk.json(said.err()), "error"))
        .containsEntry("code", "file.too_long")
        .containsEntry("message", "s.json: has more than 1048576 bytes");
    desk.put("s.json", "[".repeat(100_000));
    assertThat(desk.run("gradient @s.json").err()).endsWith("s.json: nested more than 32 deep\n");
  }

  @Test
  void whatIsNotFiniteIsSaid() throws Exception {
    desk.put("s.json", SMALL.replace("[3]", "[1e308]").replace("[[[2]]]", "[[[1e10]]]"));
    Spoken said = desk.run("gradient @s.json");
    assertThat(said.err())
        .isEqualTo("gradus: error: s.json: the loss is Infinity, which JSON cannot say\n");
    assertThat(said.status()).isEqualTo(76);
    desk.put(
        "s.json", SMALL.replace("\"steps\": 1", "\"steps\": 900").replace("0.5, \"s", "1e6, \"s"));
    assertThat(desk.run("gradient @s.json").err()).contains("s.json: the loss after step ");
  }

  @Test
  void statedConstantsAreFollowed() throws Exception {
    String elu =
        SMALL.replace("\"leaky_relu\"", "\"elu\"").replace("leaky_slope\": 0.25", "elu_alpha\": 2");
    desk.put("s.json", elu);
    Map<String, Object> answer = Desk.json(desk.run("gradient @s.json").out());
    // h = 5, −3
    assertClose(
        "", entry(answer, "output"), List.of(List.of(5.0), List.of(2 * StrictMath.expm1(-3))));
    desk.put("s.json", elu.replace("\"elu_alpha\": 2", "\"elu_alpha\": 0"));
    assertThat(desk.run("gradient @s.json").err())
        .endsWith("s.json: case.constants.elu_alpha: wants a number above 0\n");
    desk.put("s.json", SMALL.replace("0.25}", "1.5}"));
    assertThat(desk.run("gradient @s.json").err())
        .endsWith("s.json: case.constants.leaky_slope: wants a number from 0 to 1\n");
    desk.put(
        "s.json",
        SMALL
            .replace("\"mse\"", "\"huber\"")
            .replace("0.25}", "0.25, \"huber_delta\": 0.5}")
            .replace("\"l2\": 0.5", "\"l2\": 0"));
    // ŷ = 5, −0.75, residuals 1 and −0.75, both outside: (0.5 (1 − 0.25) + 0.5 (0.75 − 0.25)) / 2
    answer = Desk.json(desk.run("gradient @s.json").out());
    assertClose("", entry(answer, "loss"), 0.3125);
    assertClose("", entry(answer, "db"), List.of(List.of((0.5 - 0.5 * 0.25) / 2)));
  }

  @Test
  void softmaxIsALayerToo() throws Exception {
    desk.put(
        "s.json",
        SMALL.replace("\"leaky_relu\"", "\"softmax\"").replace("{\"leaky_slope\": 0.25}", "{}"));
    Map<String, Object> answer = Desk.json(desk.run("gradient @s.json").out());
    assertClose("", entry(answer, "output"), List.of(List.of(1.0), List.of(1.0)));
  }

  private static final String RIGHT =
      """
      {"id": "s", "loss": 1.78125, "output": [[5], [-0.75]], "dW": [[[4.1875]]],
       "db": [[0.8125]], "dX": [[2], [-0.375]]}
      """;

  @Test
  void anotherProgramsAnswerIsCompared() throws Exception {
    desk.put("s.json", SMALL);
    desk.put("a.json", RIGHT);
    Spoken said = desk.run("gradient @s.json --against @a.json");
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .isEqualTo(
            """
            loss        agrees, greatest difference 0
            output      agrees, greatest difference 0
            dW          agrees, greatest difference 0
            db          agrees, greatest difference 0
            dX          agrees, greatest difference 0
            """);
    assertThat(said.status()).isZero();
    desk.put("a.json", RIGHT.replace("1.78125", "1.781250001"));
    assertThat(desk.run("gradient @s.json --against @a.json --tolerance 1e-8").status()).isZero();
    assertThat(desk.run("gradient @s.json --against @a.json --tolerance 1e-10").status())
        .isEqualTo(1);
  }

  /** Where ours is 0 throughout, no difference is a share of it; JSON knows no infinity. */
  @Test
  void aDifferenceFromZerosIsADifference() throws Exception {
    desk.put(
        "s.json", SMALL.replace("[[3], [-1]]", "[[0], [0]]").replace("\"l2\": 0.5", "\"l2\": 0"));
    desk.put("a.json", "{\"id\": \"s\", \"dW\": [[[0.5]]]}");
    Spoken said = desk.run("gradient @s.json --against @a.json --json");
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isEqualTo(1);
    assertThat(Desk.json(said.out())).containsEntry("agrees", false);
  }

  @Test
  void theClinicNamesWhatAnotherProgramDidWrong() throws Exception {
    desk.put("s.json", SMALL);
    // dh = 2, −0.375: not divided by the batch of 2
    desk.put("a.json", RIGHT.replace("4.1875", "7.375").replace("0.8125", "1.625"));
    Spoken said = desk.run("gradient @s.json --against @a.json");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out())
        .contains("db          differs, greatest difference 1.0e+00 of the greatest\n")
        .contains("clinic: all blocks differ, by no single ratio: 1/batch is missing, or")
        .contains(
            "  The loss is a mean over the batch; its gradient was computed as that of the sum.");
    said = desk.run("gradient @s.json --against @a.json --json");
    assertThat(Desk.json(said.out()))
        .containsEntry("agrees", false)
        .containsKeys("id", "parts", "clinic");
    desk.put("a.json", RIGHT.replace("0.8125", "0.7"));
    assertThat(desk.run("gradient @s.json --against @a.json").out())
        .endsWith("clinic: every ratio of b1 is 0.861538; the rest agrees: no pattern known\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\": \"s\" | \"id\": \"t\" | answer.id: \"t\"; wants the case's, \"s\"",
        "[[0.8125]] | [[0.8125, 1]] | answer.db[0]: holds 2; wants 1",
        "\"loss\" | \"lost\" | answer: unknown key \"lost\"",
        "1.78125 | true | answer.loss: a number is wanted",
      })
  void anAnswerThatIsNoneIsRefused(String part, String instead, String message) throws Exception {
    desk.put("s.json", SMALL);
    desk.put("a.json", RIGHT.replace(part, instead));
    Spoken said = desk.run("gradient @s.json --against @a.json");
    assertThat(said.err()).isEqualTo("gradus: error: a.json: " + message + "\n");
    assertThat(said.status()).isEqualTo(65);
  }

  @Test
  void anEmptyAnswerAndALonelyTolerance() throws Exception {
    desk.put("s.json", SMALL);
    desk.put("a.json", "{\"id\": \"s\"}");
    assertThat(desk.run("gradient @s.json --against @a.json").err())
        .endsWith("a.json: answer: states none of loss, output, dW, db, dX, sgd_losses\n");
    Spoken said = desk.run("gradient @s.json --tolerance 0.1");
    assertThat(said.err()).isEqualTo("gradus: error: --tolerance 0.1: goes with --against\n");
    assertThat(said.status()).isEqualTo(64);
  }
}
