package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Prelu;
import dev.gradus.layer.Softmax;
import dev.gradus.loss.StandardLoss;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation that {@code gradus check} takes, with every loss, by the command itself. */
class CheckEveryPairTest {
  private final Desk desk = new Desk(Path.of("."));

  static Stream<String> activations() {
    return Stream.concat(Stream.of(Activation.values()), Stream.of(Prelu.prelu(), new Softmax()))
        .map(Layer::kind);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void itsGradientsAreRightWithEveryLoss(String activation) {
    for (StandardLoss loss : StandardLoss.values()) {
      assertRight("--activation " + activation + " --loss " + loss);
    }
    assertRight("--activation " + activation + " --loss mae --l1 0.01 --l2 0.1");
  }

  private void assertRight(String pair) {
    Spoken said = desk.run("check --quiet --layers 6,12,12,4 " + pair);
    assertThat(said.status()).as("%s%n%s%s", pair, said.out(), said.err()).isZero();
    assertThat(said.out()).as(pair).contains("         0 fail").contains("         0 unsure");
  }

  /** A softmax of one output is 1 whatever comes: there would be no gradient to check. */
  @ParameterizedTest
  @CsvSource({"6-1, '6,1'", "6-12-1, '6,12,1'"})
  void softmaxCrossEntropyDoesNotFitASingleOutput(String name, String widths) {
    Spoken said = desk.run("check --layers " + widths + " --loss softmax_ce");
    assertThat(said.status()).as(name).isEqualTo(64);
    assertThat(said.err())
        .contains(
            "--loss softmax_ce: wants 2 outputs or more, one for each class; --layers "
                + widths
                + " gives 1")
        .contains("hint: --loss bce");
  }
}
