package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void desk() {
    desk = new Desk(folder);
  }

  @Test
  void tellsCountsTheWorstAndTheCoverage() {
    Spoken said =
        desk.run(
            "check --layers 4,16,3 --activation tanh --loss softmax_ce --l2 0.01 --quiet --worst 3");
    assertThat(said.status()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("4-16-3, tanh, loss softmax_ce, l2 0.01: 131 parameters, a batch of 16, seed 0")
        .contains("       131 pass\n", "         0 fail\n", "the largest errors:")
        .contains("tested: 131 of 131 parameters", "units of a1 that never fire: 0 of 16")
        .contains("with respect to the inputs: 64 derivatives: 64 pass")
        .endsWith("No gradient is wrong.\n");
  }

  @Test
  void answersInJson() throws Exception {
    Map<String, Object> json =
        Desk.json(
            desk.run("check --layers 2,3,1 --activation relu --loss mae --json --quiet").out());
    assertThat(json)
        .containsEntry("parameters", 13L)
        .containsEntry("fail", 0L)
        .containsEntry("passed", true)
        .containsKeys("worst", "kinks", "units", "tested", "inputs", "greatest_error");
  }

  @Test
  void noSeedOfAKinkedNetworkFailsAndKinksAreNamed() {
    int kinks = 0;
    for (int seed = 0; seed < 100; seed++) {
      Spoken said =
          desk.run(
              "check --layers 1,16,32,1 --activation relu --loss mae --batch-size 16 --quiet --seed "
                  + seed);
      assertThat(said.status()).as("seed %s%n%s", seed, said.out()).isZero();
      assertThat(said.out()).contains("         0 unsure", "         0 fail");
      kinks += said.out().contains("at h1[sample ") || said.out().contains("at h2[sample ") ? 1 : 0;
    }
    assertThat(kinks).isGreaterThan(50);
  }

  @Test
  void looksForOtherInputs() {
    String network = "check --layers 2,12,12,1 --batch-size 2 --seed 4 --quiet --json";
    Map<String, Object> json = json(desk.run(network + " --cover").out());
    assertThat((Long) json.get("tested_with_cover")).isGreaterThan((Long) json.get("tested"));
  }

  private static Map<String, Object> json(String text) {
    try {
      return Desk.json(text);
    } catch (dev.gradus.tabular.file.Json.JsonException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void checksAModelOnRowsOfATable() throws Exception {
    desk.put("c.csv", Desk.classes(40));
    desk.run("train @c.csv --target kind --epochs 3 --quiet --out @m.gradus");
    Spoken said = desk.run("check @m.gradus --data @c.csv --batch-size 8 --quiet");
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(said.out()).contains("a batch of 8\n", "No gradient is wrong.");
  }

  @Test
  void checksDropoutWithItsMaskAndNormalizationWithItsBatch() throws Exception {
    desk.put("c.csv", Desk.classes(40));
    for (String normalization : List.of("batch", "layer")) {
      desk.run(
          "train @c.csv --target kind --epochs 3 --hidden 8 --dropout 0.3 --quiet --out @m.gradus"
              + " --normalization "
              + normalization);
      Spoken said = desk.run("check @m.gradus --data @c.csv --batch-size 8 --cover --quiet");
      assertThat(said.status()).as(said.out() + said.err()).isZero();
      assertThat(said.out()).contains("dropout", "No gradient is wrong.");
    }
  }

  @Test
  void mistakesAreMadeInModelsThatDrawMasksAndTakeTheBatchsStatistics() throws Exception {
    desk.put("c.csv", Desk.classes(40));
    String train =
        "train @c.csv --target kind --epochs 2 --hidden 6 --activation tanh --dropout 0.3"
            + " --normalization batch --quiet --out @m.gradus";
    assertThat(desk.run(train).status()).isZero();
    String check = "check @m.gradus --data @c.csv --batch-size 8 --quiet ";
    Spoken planted = desk.run(check + "--plant tanh_as_sigmoid");
    assertThat(planted.err()).isEmpty();
    assertThat(planted.status()).isEqualTo(1);
    assertThat(planted.out()).contains("clinic: ", "y (1 − y) for tanh′ at a");
    Spoken mutated = desk.run(check + "--mutate");
    assertThat(mutated.err()).isEmpty();
    assertThat(mutated.out()).endsWith(" caught\n").contains("      1  the sign is turned\n");
  }

  @Test
  void preluAndSoftmaxAreActivationsToo() throws Exception {
    desk.put("c.csv", Desk.classes(40));
    for (String activation : List.of("prelu", "softmax")) {
      assertThat(desk.run("check --layers 6,12,12,4 --quiet --activation " + activation).status())
          .as(activation)
          .isZero();
      desk.run(
          "train @c.csv --target kind --epochs 2 --quiet --out @m.gradus --activation "
              + activation);
      Spoken said = desk.run("check @m.gradus --data @c.csv --batch-size 8 --quiet");
      assertThat(said.status()).as(said.out() + said.err()).isZero();
      assertThat(said.out()).contains(activation);
    }
  }

  @Test
  void checksAModelOnItsOwnTestVectors() throws Exception {
    desk.put("c.csv", Desk.classes(40));
    desk.put("n.csv", Desk.numbers(40));
    for (String train :
        List.of(
            "@c.csv --target kind --normalization batch",
            "@n.csv --target y",
            "@n.csv --target y --quantiles 0.1,0.5,0.9",
            "@n.csv --target y,a --loss huber")) {
      desk.run("train " + train + " --epochs 3 --quiet --out @m.gradus");
      Spoken said = desk.run("check @m.gradus --quiet");
      assertThat(said.status()).as(train + said.out() + said.err()).isZero();
      assertThat(said.out())
          .contains(
              "a batch of 10, the model's own test vectors with drawn targets, seed 0\n",
              "No gradient is wrong.");
    }
    Map<String, Object> json = json(desk.run("check @m.gradus --batch-size 4 --json").out());
    assertThat(json).containsEntry("batch", "test vectors").containsEntry("batch_size", 4L);
    assertThat((Long) json.get("pass")).isGreaterThan(100);
  }

  /** Those of format 1 have no test vectors. */
  @Test
  void aModelWithoutTestVectorsWantsData() throws Exception {
    Path old =
        Path.of(System.getProperty("gradus.root"))
            .resolve("gradus-tabular/src/test/resources/dev/gradus/tabular/model/format-1");
    Files.copy(old.resolve("values-1.gradus"), folder.resolve("m.gradus"));
    Spoken said = desk.run("check @m.gradus");
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err())
        .isEqualTo(
            """
            gradus: error: m.gradus: holds no test vectors to check it on; wants --data FILE
            hint: gradus check m.gradus --data DATA.csv
            """);
    Files.copy(old.resolve("lines.csv"), folder.resolve("lines.csv"));
    assertThat(desk.run("check @m.gradus --data @lines.csv --quiet").status()).isZero();
  }

  @Test
  void drawsTheErrorByStepSize() throws Exception {
    desk.run("check --layers 2,3,1 --activation tanh --quiet --plot @pictures");
    desk.run("check --layers 2,3,1 --activation tanh --quiet --plot @one.svg --parameter W1[1,2]");
    assertThat(desk.names()).contains("one.svg", "pictures");
    assertThat(Files.readString(folder.resolve("one.svg"))).contains("W1[1, 2]", "four points");
    assertThat(folder.resolve("pictures/gradient-check.svg")).exists();
  }

  @Test
  void refusesWhatWouldHaveNoEffect() {
    for (List<String> words :
        List.of(
            List.of("check", "gradus check: wants a model file or --layers, and not both"),
            List.of("check --layers 4", "--layers 4: wants the inputs and the outputs at least"),
            List.of("check --layers 4,3 --data x.csv", "--data x.csv: --layers draws its batch"),
            List.of("check m.gradus --loss mse", "--loss mse: the model has its own"),
            List.of("check --layers 4,3 --parameter W1[0,0]", "--parameter W1[0,0]: wants --plot"),
            List.of("check --layers 4,3 --delimiter ;", "--delimiter ;: --layers draws its batch"),
            List.of(
                "check --layers 4,3 --plot .svg",
                "--plot .svg: wants a name before .svg, without backslashes; or a folder"),
            List.of(
                "check --layers 4,3 --plot a\\b.svg",
                "--plot a\\b.svg: wants a name before .svg, without backslashes; or a folder"),
            List.of(
                "check --layers 4,3 --quiet --plot @p --parameter W9[0,0]",
                "--parameter W9[0,0]: no such parameter; there are W1[0, 0] to b1[0, 2]"))) {
      Spoken said = desk.run(words.getFirst());
      assertThat(said.status()).as(words.getFirst()).isEqualTo(64);
      assertThat(said.err()).contains(words.getLast());
    }
  }
}
