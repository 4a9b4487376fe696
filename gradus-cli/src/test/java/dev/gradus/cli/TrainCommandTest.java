package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private static final String FEW = " --epochs 2 --hidden 4 --quiet";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void tables() throws Exception {
    desk = new Desk(folder);
    desk.put("n.csv", Desk.numbers(50));
    desk.put("c.csv", Desk.classes(40));
  }

  @Test
  void tellsWhatItDoesAndHowGoodItIs() throws Exception {
    Spoken said = desk.run("train @n.csv --target y --out @m.gradus" + FEW);
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
    assertThat(said.out())
        .contains(
            "n.csv: 50 rows, 3 feature columns, 4 inputs\n",
            "task: regression, since column y holds ",
            "missing cells imputed: none\n",
            "network: 4-4-1, relu, loss mse, 25 parameters\n",
            "40 rows to learn from, 10 held out for validation\n",
            "validation, 10 rows",
            "R² ",
            "RMSE ",
            "MAE ",
            "baseline")
        .endsWith("saved m.gradus\n");
    assertThat(desk.names()).containsExactly("c.csv", "m.gradus", "n.csv");
  }

  @Test
  void dropoutAndNormalizationAreLayersOfTheModel() throws Exception {
    Spoken said =
        desk.run(
            "train @n.csv --target y --out @m.gradus --dropout 0.2 --normalization batch" + FEW);
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("network: 4-4-1, relu, batch normalization, dropout 0.2, loss mse, ");
    assertThat(desk.run("evaluate @m.gradus @n.csv").status()).isZero();
    assertThat(
            desk.run("train @n.csv --target y --out @m.gradus --normalization layer" + FEW).out())
        .contains("network: 4-4-1, relu, layer normalization, loss mse, ");
  }

  @Test
  void inJsonItIsOneObject() throws Exception {
    Spoken said = desk.run("train @c.csv --target kind --json --out @m.gradus" + FEW);
    assertThat(said.out().lines()).hasSize(1);
    Map<String, Object> json = Desk.json(said.out());
    assertThat(json)
        .containsEntry("task", "classification")
        .containsEntry("rows", 40L)
        .containsEntry("training_rows", 32L)
        .containsEntry("validation_rows", 8L)
        .containsEntry("parameters", 22L)
        .containsKeys("reason", "imputed", "metrics", "baseline", "linear", "model");
    assertThat(Desk.object(json, "metrics")).containsKeys("accuracy", "log_loss", "roc_auc");
    assertThat(Desk.object(json, "baseline")).containsEntry("accuracy", 0.5);
  }

  @Test
  void missingCellsAreCountedOrDropped() throws Exception {
    desk.put("n.csv", Desk.numbers(50).replaceFirst("\n[^,]*,", "\nNA,"));
    String words = "train @n.csv --target y --out @m.gradus" + FEW;
    assertThat(desk.run(words).out()).contains("missing cells imputed: a=1\n");
    Map<String, Object> json = Desk.json(desk.run(words + " --json --missing drop").out());
    assertThat(json).containsEntry("training_rows", 40L).containsEntry("validation_rows", 9L);
  }

  @Test
  void rowsWithoutTargetAreDroppedOnRequest() throws Exception {
    desk.put("n.csv", Desk.numbers(50) + "1,1,low,\n");
    String words = "train @n.csv --target y --json --out @m.gradus" + FEW;
    assertThat(desk.run(words).status()).isEqualTo(65);
    Map<String, Object> json = Desk.json(desk.run(words + " --missing-target drop").out());
    assertThat(json).containsEntry("training_rows", 40L).containsEntry("validation_rows", 10L);
  }

  @Test
  void filesOfOtherRowsAreReadByTheSameRules() throws Exception {
    desk.put("v.csv", Desk.numbers(20).replaceFirst("\n[^,]*,", "\nNA,") + "1,1,low,\n");
    String words =
        "train @n.csv --target y --validation @v.csv --test @v.csv --out @m.gradus" + FEW;
    Spoken refused = desk.run(words);
    assertThat(refused.err()).contains("v.csv: line 22, column 4 (y): the target is missing");
    Map<String, Object> json =
        Desk.json(desk.run(words + " --missing drop --missing-target drop --json").out());
    assertThat(json)
        .containsEntry("validation_rows", 19L)
        .containsEntry("test_rows", 19L)
        .containsEntry("dropped_without_target", 0L)
        .containsEntry("validation_dropped_without_target", 1L)
        .containsEntry("validation_dropped_with_missing_cells", 1L)
        .containsEntry("test_dropped_with_missing_cells", 1L);
    assertThat(desk.run(words + " --missing drop --missing-target drop").out())
        .contains(
            "1 row of v.csv dropped by --missing-target drop\n",
            "1 row of v.csv dropped by --missing drop\n");
    assertThat(desk.run(words + " --missing error --missing-target drop").err())
        .contains("v.csv: line 2, column 1 (a): missing value \"NA\"");
  }

  @Test
  void columnsCanBeChosenAndIgnored() {
    String words = "train @n.csv --target y --out @m.gradus" + FEW;
    assertThat(desk.run(words + " --columns b,a").out()).contains("2 feature columns, 2 inputs\n");
    assertThat(desk.run(words + " --ignore c").out()).contains("2 feature columns, 2 inputs\n");
    assertThat(desk.run(words + " --loss mae --activation tanh").out())
        .contains("4-4-1, tanh, loss mae");
  }

  @Test
  void twoRunsWriteTheSameBytesAndReplaceTheFile() throws Exception {
    desk.run("train @n.csv --target y --out @m.gradus" + FEW);
    byte[] once = Files.readAllBytes(folder.resolve("m.gradus"));
    desk.run("train @n.csv --target y --out @m.gradus --threads 2" + FEW);
    assertThat(folder.resolve("m.gradus")).hasBinaryContent(once);
    desk.run("train @n.csv --target y --out @m.gradus --seed 1" + FEW);
    assertThat(Files.readAllBytes(folder.resolve("m.gradus"))).isNotEqualTo(once);
  }

  @Test
  void theModelIsNamedAfterTheData() {
    assertThat(TrainCommand.modelName("../data/housing.csv")).isEqualTo("housing.gradus");
    assertThat(TrainCommand.modelName("A.CSV")).isEqualTo("A.gradus");
    assertThat(TrainCommand.modelName("plain")).isEqualTo("plain.gradus");
  }

  private Map<String, Object> metrics(String words, String data) throws Exception {
    Path file = Path.of(System.getProperty("gradus.root", ".")).resolve("../shared/data/" + data);
    assumeThat(Files.isReadable(file)).as(file + " is not here: skipped").isTrue();
    Spoken said =
        desk.run(("train " + file + " --json --quiet --out @m.gradus " + words).split(" "));
    assertThat(said.status()).as(said.err()).isZero();
    return Desk.object(Desk.json(said.out()), "metrics");
  }

  @Test
  void housesAreLearnedInFiveEpochs() throws Exception {
    Map<String, Object> metrics =
        metrics("--target median_house_value --epochs 5", "california-housing.csv");
    assertThat((Double) metrics.getOrDefault("r2", 0.0)).isGreaterThanOrEqualTo(0.70);
  }

  @Test
  void penguinsAreToldApart() throws Exception {
    Map<String, Object> metrics = metrics("--target species", "penguins.csv");
    assertThat((Double) metrics.getOrDefault("accuracy", 0.0)).isGreaterThanOrEqualTo(0.95);
  }
}
