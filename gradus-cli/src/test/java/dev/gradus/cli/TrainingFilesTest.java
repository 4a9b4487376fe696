package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFilesTest {
  private static final String FEW = " --epochs 3 --hidden 4 --quiet --out @m.gradus";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void tables() throws Exception {
    desk = new Desk(folder);
    desk.put("n.csv", Desk.numbers(100));
    desk.put("c.csv", Desk.classes(40));
  }

  private String read(String name) throws Exception {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void theHistoryHasARowForEachEpoch() throws Exception {
    Spoken said = desk.run("train @n.csv --target y --history @h.csv" + FEW);
    assertThat(said.status()).isZero();
    assertThat(said.out()).endsWith("saved m.gradus\nsaved h.csv\n");
    List<String> lines = read("h.csv").lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .isEqualTo("epoch,training_loss,validation_loss,validation_r2,learning_rate");
    assertThat(lines.get(3)).matches("3(,-?[0-9.]+(E-?[0-9]+)?){4}");
    String last = lines.get(3).split(",", -1)[3];
    Map<String, Object> json =
        Desk.json(desk.run("train @n.csv --target y --json --history @h.csv" + FEW).out());
    double r2 = (Double) Desk.object(json, "metrics").getOrDefault("r2", 0.0);
    assertThat(Double.parseDouble(last)).isEqualTo(r2);
    assertThat(json).containsKeys("history", "importance").doesNotContainKey("report");
  }

  @Test
  void anOptimizerWithoutRateHasNone() throws Exception {
    desk.run("train @c.csv --target kind --optimizer lbfgs --history @h.csv" + FEW);
    assertThat(read("h.csv")).contains("validation_accuracy").matches("(?s).*\n1,[^\n]*,\n.*");
  }

  @Test
  void theReportIsThereWithTheCommandThatRepeatsIt() throws Exception {
    String words = "train @c.csv --target kind --report @r.html" + FEW;
    assertThat(desk.run(words).status()).isZero();
    String first = read("r.html");
    assertThat(first)
        .contains("<h1><bdi>kind</bdi></h1>", "Confusion matrix", "<h2>Gradient check</h2>")
        .contains("./gradus train ", "--target kind --report ", " --epochs 3 --hidden 4 --quiet");
    desk.run(words);
    assertThat(read("r.html")).isEqualTo(first);
  }

  @Test
  void aRunThatDivergesLeavesItsHistory() throws Exception {
    Spoken said =
        desk.run(
            "train @n.csv --target y --optimizer sgd --learning-rate 1e6 --history @h.csv" + FEW);
    assertThat(said.status()).isEqualTo(76);
    assertThat(read("h.csv")).startsWith("epoch,training_loss");
    assertThat(desk.names()).doesNotContain("m.gradus");
  }

  /** A name that is found to be too long only when the file is written. */
  private static final String TOO_LONG = "h".repeat(240);

  @Test
  void aHistoryThatCannotBeWrittenCostsNoModel() throws Exception {
    Spoken said = desk.run("train @n.csv --target y --history @" + TOO_LONG + FEW);
    assertThat(said.status()).isEqualTo(73);
    assertThat(said.err()).contains("too long");
    assertThat(desk.names()).contains("m.gradus");
  }

  @Test
  void aHistoryThatCannotBeWrittenDoesNotHideWhyTheTrainingFailed() {
    Spoken said =
        desk.run(
            "train @n.csv --target y --optimizer sgd --learning-rate 1e6 --history @"
                + TOO_LONG
                + FEW);
    assertThat(said.err()).contains("training diverged");
    assertThat(said.status()).isEqualTo(76);
  }

  @Test
  void filesThatCannotBeWrittenAreRefusedAtTheStart() {
    assertThat(desk.run("train @n.csv --target y --report @no/r.html").err())
        .isEqualTo("gradus: error: --report no/r.html: folder no does not exist\n");
    assertThat(desk.run("train @n.csv --target y --history @n.csv").err())
        .isEqualTo("gradus: error: --history n.csv: is also the input\n");
    assertThat(desk.run("train @n.csv --target y --out @x --report @x").err())
        .isEqualTo("gradus: error: --report x: is also --out\n");
    assertThat(desk.run("train @n.csv --target y --report @x --history @x").err())
        .isEqualTo("gradus: error: --history x: is also --report\n");
  }

  @Test
  void namesThatAreMarkupStayNames() throws Exception {
    String name = "<script>alert('x')</script>\u202e";
    desk.put("x.csv", Desk.numbers(60).replaceFirst("a,", "\"" + name + "\","));
    Spoken said = desk.run("train @x.csv --target y --report @r.html" + FEW);
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out()).doesNotContain("\u202e");
    assertThat(read("r.html"))
        .doesNotContain("<script")
        .doesNotContain("\u202e")
        .contains("&lt;script&gt;");
  }
}
