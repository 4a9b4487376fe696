package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aModel() throws Exception {
    desk = new Desk(folder);
    desk.put("c.csv", Desk.classes(40));
    desk.run("train @c.csv --target kind --epochs 30 --learning-rate 0.02 --quiet --out @m.gradus");
  }

  @Test
  void truthValuesAreTheSameInOtherLettersAndWithSpaces() throws Exception {
    String data = Desk.classes(40).replace(",in\n", ", yes\n").replace(",out\n", ",no\n");
    desk.put("b.csv", data);
    assertThat(desk.run("train @b.csv --target kind --epochs 2 --quiet --out @b.gradus").status())
        .isZero();
    Spoken same = desk.run("evaluate @b.gradus @b.csv");
    assertThat(same.err()).isEmpty();
    assertThat(same.out()).contains("40 rows");
    desk.put("o.csv", data.replace(", yes\n", ",YES\n"));
    assertThat(desk.run("evaluate @b.gradus @o.csv").out())
        .isEqualTo(same.out().replace("b.csv", "o.csv"));
    desk.put("p.csv", data.replace(", yes\n", ",maybe\n"));
    assertThat(desk.run("evaluate @b.gradus @p.csv").err())
        .endsWith("class \"maybe\" was not seen in training; known: no, yes\n");
    desk.put("q.csv", Desk.classes(40));
    assertThat(desk.run("train @q.csv --target kind --epochs 2 --quiet --out @q.gradus").status())
        .isZero();
    desk.put("q.csv", Desk.classes(40).replace(",in\n", ", in\n"));
    assertThat(desk.run("evaluate @q.gradus @q.csv").status()).isEqualTo(65);
  }

  @Test
  void metricsStandBesideTheBaseline() throws Exception {
    Spoken said = desk.run("evaluate @m.gradus @c.csv");
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("40 rows", "model", "baseline")
        .contains("accuracy", "log loss");
    Map<String, Object> json = Desk.json(desk.run("evaluate @m.gradus @c.csv --json").out());
    assertThat(json)
        .containsOnlyKeys(
            "rows",
            "dropped_without_target",
            "imputed",
            "unseen",
            "outside",
            "target",
            "metrics",
            "baseline",
            "linear",
            "confusion_matrix")
        .containsEntry("rows", 40L)
        .containsEntry("target", "kind");
    assertThat(Desk.object(json, "metrics"))
        .containsOnlyKeys(
            "accuracy",
            "balanced_accuracy",
            "log_loss",
            "f1",
            "roc_auc",
            "average_precision",
            "calibration_error")
        .containsEntry("accuracy", 1.0)
        .containsEntry("roc_auc", 1.0);
    assertThat(Desk.object(json, "linear")).containsEntry("accuracy", 1.0);
    assertThat(json)
        .containsEntry("confusion_matrix", List.of(List.of(20.0, 0.0), List.of(0.0, 20.0)));
    assertThat(Desk.object(json, "baseline")).containsEntry("accuracy", 0.5);
  }

  @Test
  void aClassThatTrainingDidNotSeeIsNamedWithItsLine() throws Exception {
    desk.put("x.csv", Desk.classes(5) + "1,1,beside\n");
    Spoken said = desk.run("evaluate @m.gradus @x.csv");
    assertThat(said.err())
        .isEqualTo(
            "gradus: error: x.csv: line 7: class \"beside\" was not seen in training;"
                + " known: in, out\n");
    assertThat(said.status()).isEqualTo(65);
  }

  @Test
  void rowsWithoutTargetAreRefusedOrDropped() throws Exception {
    desk.put("x.csv", Desk.classes(6) + "1,1,\n");
    Spoken said = desk.run("evaluate @m.gradus @x.csv");
    assertThat(said.err())
        .isEqualTo(
            """
            gradus: error: x.csv: line 8, column 3 (kind): the target is missing in 1 row
            hint: --missing-target drop
            """);
    Map<String, Object> json =
        Desk.json(desk.run("evaluate @m.gradus @x.csv --missing-target drop --json").out());
    assertThat(json).containsEntry("rows", 6L);
    desk.put("x.csv", "a,b,kind\n1,1,\n");
    said = desk.run("evaluate @m.gradus @x.csv --missing-target drop");
    assertThat(said.err()).isEqualTo("gradus: error: x.csv: no row has a target\n");
  }

  /** Weights of 3 for those that are right, of 0 for all but one of the others. */
  @Test
  void rowsCountAsTheWeightColumnSays() throws Exception {
    desk.put("w.csv", weighted(1, 1));
    desk.run(
        "train @w.csv --target kind --weight w --epochs 30 --learning-rate 0.02 --quiet --out"
            + " @w.gradus");
    desk.put("v.csv", weighted(3, 0) + "0,0,out,1\n");
    Map<String, Object> json = Desk.json(desk.run("evaluate @w.gradus @v.csv --json").out());
    assertThat(json).containsEntry("rows", 21L).containsEntry("weight", "w");
    assertThat(Desk.object(json, "metrics")).containsEntry("accuracy", 60.0 / 61);
    assertThat(json)
        .containsEntry("confusion_matrix", List.of(List.of(60.0, 0.0), List.of(1.0, 0.0)));
    assertThat(desk.run("evaluate @w.gradus @v.csv").out())
        .contains("v.csv, 21 rows", "the rows count as column w says");
    json = Desk.json(desk.run("evaluate @w.gradus @c.csv --json").out());
    assertThat(json).containsEntry("rows", 40L).doesNotContainKey("weight");
    desk.put("n.csv", weighted(1, -1));
    desk.refuses(
        "evaluate @w.gradus @n.csv",
        65,
        "n.csv: line 3: weight -1; wants numbers of at least 0",
        "");
  }

  private static String weighted(int in, int out) {
    return Desk.classes(40)
        .replace(",kind", ",kind,w")
        .replace(",in\n", ",in," + in + "\n")
        .replace(",out\n", ",out," + out + "\n");
  }

  @Test
  void otherColumnsAndAnotherOrderDoNotMatter() throws Exception {
    Spoken said = desk.run("evaluate @m.gradus @c.csv --json");
    StringBuilder csv = new StringBuilder();
    Desk.classes(40)
        .lines()
        .map(line -> line.split(","))
        .forEach(
            cells ->
                csv.append(cells[2])
                    .append(",odd \u00e9,")
                    .append(cells[1])
                    .append(',')
                    .append(cells[0])
                    .append('\n'));
    desk.put("o.csv", csv.toString());
    assertThat(desk.run("evaluate @m.gradus @o.csv --json")).isEqualTo(said);
  }
}
