package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.StandardInitializer;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.file.TensorFileReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HyperparameterFlagsTest {
  private static final String TRAIN =
      "train @n.csv --target y --out @m.gradus --epochs 3 --hidden 4 --quiet ";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void table() throws Exception {
    desk = new Desk(folder);
    desk.put("n.csv", Desk.numbers(50));
  }

  /** What the model's file says of its training. */
  private Map<String, Object> record(String flags) {
    Spoken said = desk.run(TRAIN + flags);
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
    return Desk.object(TensorFileReader.read(folder.resolve("m.gradus")).gradus(), "training");
  }

  @ParameterizedTest
  @EnumSource
  void everyOptimizerOfTheTableTrains(StandardOptimizer optimizer) {
    assertThat(record("--optimizer " + optimizer)).containsEntry("optimizer", optimizer.toString());
  }

  @ParameterizedTest
  @EnumSource
  void everyScheduleOfTheTableTrains(Schedule schedule) {
    assertThat(record("--schedule " + schedule + " --warm-up 0.25"))
        .containsEntry("schedule", schedule.toString())
        .containsEntry("warm_up", 0.25);
  }

  @ParameterizedTest
  @EnumSource
  void everyInitializerOfTheTableTrains(StandardInitializer initializer) {
    assertThat(record("--initializer " + initializer)).containsKey("metrics");
  }

  @Test
  void whatIsNotSaidFollowsTheRows() {
    assertThat(record(""))
        .containsEntry("optimizer", "adamw")
        .containsEntry("schedule", "cosine")
        .containsEntry("learning_rate", 2e-3)
        .containsEntry("weight_decay", 1.0)
        .containsEntry("refit", "all")
        .doesNotContainKeys("warm_up", "momentum", "clip_norm", "max_norm");
  }

  @Test
  void hyperparametersAndLimitsAreKept() {
    assertThat(record("--optimizer sgd --momentum 0.9 --clip-norm 0.001 --max-norm 2"))
        .containsEntry("momentum", 0.9)
        .containsEntry("clip_norm", 0.001)
        .containsEntry("clipped_steps", 6L) // 40 rows in batches of 32, three epochs
        .containsEntry("max_norm", 2.0);
    assertThat(record("--optimizer adamw --weight-decay 0.5 --clip-value 1e9"))
        .containsEntry("weight_decay", 0.5)
        .containsEntry("clip_value", 1e9)
        .containsEntry("clipped_steps", 0L);
  }

  @Test
  void nesterovAndRatesOfGroupsAreKept() {
    assertThat(record("--optimizer sgd --nesterov 0.9 --rate-factors b*=2,W1=0"))
        .containsEntry("nesterov", 0.9)
        .containsEntry("rate_factors", "b*=2,W1=0")
        .doesNotContainKey("momentum");
    assertThat(record("--optimizer lbfgs --rate-factors W1=0"))
        .containsEntry("rate_factors", "W1=0");
  }

  @Test
  void nesterovIsAnotherTrainingThanMomentum() {
    assertThat(record("--optimizer sgd --nesterov 0.9").get("metrics"))
        .isNotEqualTo(record("--optimizer sgd --momentum 0.9").get("metrics"));
  }

  @Test
  void clippingIsTold() {
    assertThat(desk.run(TRAIN + "--clip-norm 0.001").out())
        .contains("\ngradients clipped in 6 steps\n");
  }

  @Test
  void fullBatchesAreRecordedAsWhatTheyAre() {
    assertThat(record("--optimizer lbfgs"))
        .containsEntry("batch_size", 40L)
        .doesNotContainKeys("learning_rate", "schedule");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--momentum 0.9|--momentum 0.9: wants --optimizer sgd; it is adamw",
        "--optimizer adam --weight-decay 0.1"
            + "|--weight-decay 0.1: wants --optimizer adamw; it is adam",
        "--optimizer lbfgs --schedule step"
            + "|--schedule step: lbfgs finds the length of its steps; leave this out",
        "--optimizer lbfgs --clip-norm 1"
            + "|--clip-norm 1: lbfgs finds the length of its steps; leave this out",
        "--optimizer lbfgs --batch-size 8|--batch-size 8: lbfgs takes all rows in each step",
        "--optimizer lbfgs --dropout 0.5"
            + "|--dropout 0.5: lbfgs wants a loss that is the same in each evaluation",
        "--optimizer lbfgs --normalization batch"
            + "|--normalization batch: lbfgs wants a loss that is the same in each evaluation",
        "--optimizer lbfgs --find-learning-rate"
            + "|--find-learning-rate: lbfgs finds the length of its steps",
        "--momentum 1|--momentum 1: wants a number from 0 to below 1",
        "--clip-norm 0|--clip-norm 0: wants a number above 0",
        "--nesterov 0.9|--nesterov 0.9: wants --optimizer sgd; it is adamw",
        "--optimizer sgd --nesterov 0.9 --momentum 0.8"
            + "|--momentum 0.8: beside --nesterov, which is the momentum too",
        "--rate-factors W9=2|--rate-factors W9=2: group \"W9\": no such parameter; there are: W1,"
            + " b1, W2, b2",
        "--rate-factors *=0|--rate-factors *=0: all parameters are frozen; wants one that learns",
        "--rate-factors W1|--rate-factors W1: wants names of parameters with factors from 0 to"
            + " 1e6, such as b*=2,W1=0",
        "--optimizer lbfgs --rate-factors W1=2"
            + "|--rate-factors W1=2: lbfgs finds the length of its steps; wants 0 or 1",
        "--weight-decay 2|--weight-decay 2: wants a number from 0 to 1",
        "--warm-up 1|--warm-up 1: wants a number from 0 to below 1",
        "--optimizer adm|--optimizer adm: wants one of sgd, rmsprop, adagrad, adam, amsgrad, adamw,"
            + " nadam, lbfgs; did you mean adam?"
      })
  void whatWouldHaveNoEffectIsRefused(String flags, String message) {
    Spoken said = desk.run(TRAIN + flags);
    assertThat(said.err()).isEqualTo("gradus: error: " + message + "\n");
    assertThat(said.status()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "--report @r.html",
    "--history @h.csv",
    "--checkpoint @c.gradus",
    "--folds 3",
    "--test 0.2"
  })
  void besideALearningRateThatIsFoundNothingElseIsMade(String flag) {
    Spoken said = desk.run(TRAIN + "--find-learning-rate " + flag);
    String place = flag.replace("@", "");
    assertThat(said.err())
        .isEqualTo("gradus: error: " + place + ": has no effect beside --find-learning-rate\n");
    assertThat(said.status()).isEqualTo(64);
  }

  @Test
  void aLearningRateIsFoundAndNothingIsTrained() throws Exception {
    desk.put("n.csv", Desk.numbers(400));
    Spoken said = desk.run(TRAIN + "--find-learning-rate");
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
    assertThat(said.out())
        .contains("\nsuggested: --learning-rate 0.", "\nm-learning-rate.svg\n")
        .doesNotContain("saved");
    assertThat(desk.names()).contains("m-learning-rate.svg").doesNotContain("m.gradus");
    Map<String, Object> json = Desk.json(desk.run(TRAIN + "--find-learning-rate --json").out());
    assertThat(json).containsKeys("suggestion", "rates", "losses", "pictures");
  }
}
