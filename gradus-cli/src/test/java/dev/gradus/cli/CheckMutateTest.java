package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gradus check} with mistakes: which it would catch, and what it says of one. */
class CheckMutateTest {
  private static final String TANH =
      "check --layers 4,8,3 --activation tanh --loss softmax_ce --quiet ";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void desk() {
    desk = new Desk(folder);
  }

  @Test
  void ourOwnCheckCatchesThemAll() {
    Spoken said = desk.run(TANH + "--mutate --batch-size 8 --cover");
    assertThat(said.status()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("Would this very check have caught the classic mistakes?")
        .contains("      2  1/batch is missing\n", "      1  y (1 − y) for tanh′\n")
        .doesNotContain("not caught")
        .endsWith("20 of 20 caught\n");
  }

  @ParameterizedTest
  @CsvSource({"relu, mse", "leaky_relu, mae", "sigmoid, bce", "tanh, softmax_ce"})
  void andSoItDoesWithAPenaltyAndWhateverIsBetweenTheLayers(String activation, String loss) {
    Spoken said =
        desk.run(
            "check --mutate --cover --layers 3,6,6,2 --batch-size 5 --l2 0.1 --quiet --activation "
                + activation
                + " --loss "
                + loss);
    assertThat(said.status()).as(said.out()).isZero();
    assertThat(said.out()).contains("      1  the penalty is on the biases too\n");
  }

  @Test
  void aBatchOfOneCannotSeeSome() throws Exception {
    Spoken said = desk.run(TANH + "--mutate --batch-size 1 --json");
    assertThat(said.status()).isEqualTo(1);
    List<?> mutations = (List<?>) Desk.json(said.out()).getOrDefault("mutations", List.of());
    List<String> missed =
        mutations.stream()
            .map(it -> (Map<?, ?>) it)
            .filter(it -> it.containsValue("missed"))
            .map(it -> String.valueOf(it.get("mistake")))
            .toList();
    assertThat(missed)
        .containsExactly(
            "batch_mean_missing",
            "first_sample_only",
            "bias_not_summed",
            "bias_averaged",
            "batch_mean_twice");
  }

  @Test
  void aUnitThatNeverFiresHidesAMistakeUntilItDoes() {
    int hidden = 0;
    for (int seed = 0; seed < 12; seed++) {
      String network =
          "check --mutate --layers 2,3,1 --activation relu --batch-size 2 --quiet --seed " + seed;
      Spoken without = desk.run(network);
      if (without.out().contains("one unit is forgotten at h1: it makes no difference")) {
        assertThat(without.status()).isEqualTo(1);
        assertThat(desk.run(network + " --cover").out())
            .as("seed %s", seed)
            .contains("one unit is forgotten\n");
        hidden++;
      }
    }
    assertThat(hidden).isPositive();
  }

  @Test
  void aMistakeInTheGradientFailsAndTheClinicNamesIt() throws Exception {
    Spoken said = desk.run(TANH + "--plant tanh_as_sigmoid");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out())
        .contains("        40 fail\n")
        .contains(
            """
            clinic: W1, b1 differ, by no single ratio; the rest agrees: y (1 − y) for tanh′ at a1
              tanh′ is 1 − y²; sigmoid′, y (1 − y), was computed.
            """)
        .endsWith("40 gradients are wrong.\n");
    said = desk.run(TANH + "--plant batch_mean_missing --json");
    assertThat(Desk.json(said.out()))
        .containsEntry("clinic", "every ratio is 16, the batch: 1/batch is missing");
  }

  @Test
  void whatIsNoMistakeCannotBePlanted() {
    Spoken said = desk.run(TANH + "--plant half_factor");
    assertThat(said.err())
        .isEqualTo(
            "gradus: error: --plant half_factor: is no mistake in this network; wants loss mse\n");
    assertThat(said.status()).isEqualTo(64);
    assertThat(desk.run(TANH + "--plant sing").err()).contains("did you mean sign?");
  }
}
