package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.clinic.Specimen;
import dev.gradus.clinic.Trial;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Penalty;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MutationPageTest {
  private final Network network =
      Network.of(1, Dense.dense(1, 1), Activation.TANH, Dense.dense(1, 1));

  private boolean caughtAll;

  private String shown(boolean json, double[][] x, double[][] target) {
    Compute compute = Compute.float64();
    Specimen specimen =
        new Specimen(
            network, StandardLoss.MSE, Penalty.NONE, compute.matrix(x), compute.matrix(target));
    Trial trial =
        new Trial(
            GradientCheck.standard(),
            specimen,
            new double[] {0.5, 0.25, -1, 0.75},
            Trial.Completion.NONE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Manner manner = new Manner(json, true, false, false, 0);
    Terminal terminal = new Terminal(out, new ByteArrayOutputStream(), manner);
    Page page = new Page(terminal);
    caughtAll = MutationPage.show(trial, network, page, terminal);
    page.finish();
    terminal.out().flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsFromWhichBatchOnEachMistakeIsCaught() {
    String text = shown(false, new double[][] {{1}, {-0.5}}, new double[][] {{1}, {-2}});
    assertThat(caughtAll).isTrue();
    assertThat(text)
        .contains(
            "caught wherever it is made, from a batch of\n",
            "      2  1/batch is missing\n",
            "      1  the sign is turned\n",
            "no mistake in this network\n",
            "         the target is not subtracted: wants loss softmax_ce or bce\n",
            "17 of 17 caught\n")
        .doesNotContain("not caught");
  }

  @Test
  void tellsWhatABatchOfOneCannotSee() throws Exception {
    String text = shown(false, new double[][] {{1}}, new double[][] {{1}});
    assertThat(caughtAll).isFalse();
    assertThat(text)
        .contains(
            "not caught\n",
            "         1/batch is missing: a batch of one cannot see it\n",
            "the bias's gradient is averaged at h1, h2: a batch of one cannot see it\n");
    Map<String, Object> json = Desk.json(shown(true, new double[][] {{1}}, new double[][] {{1}}));
    List<Object> mutations = List.copyOf((List<?>) json.getOrDefault("mutations", List.of()));
    assertThat(mutations)
        .contains(
            Map.of(
                "mistake",
                "batch_mean_missing",
                "sentence",
                "The loss is a mean over the batch; its gradient was computed as that of the sum.",
                "outcome",
                "missed",
                "where",
                "1/batch is missing",
                "reason",
                "batch_of_one"))
        .anyMatch(it -> it instanceof Map<?, ?> map && map.containsKey("from_batch"))
        .anyMatch(it -> it instanceof Map<?, ?> map && map.containsKey("wants"));
  }
}
