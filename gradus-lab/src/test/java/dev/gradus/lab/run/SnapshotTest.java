package dev.gradus.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.lab.plan.Experiment;
import dev.gradus.lab.plan.PlayData;
import dev.gradus.lab.plan.Settings;
import dev.gradus.lab.plan.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown of a run is what is there. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class SnapshotTest {
  private static final Task SIN = Task.of(PlayData.SIN);

  private static Map<String, Object> snapshot(Settings settings, double[] theta, double[] before) {
    Run run = new Run(1, Experiment.of(SIN, settings), 0, () -> {});
    Glance glance = new Glance(7, theta, Optional.of(before), 0.5);
    return new Snapshot(run).of(glance, Status.PAUSED, 12);
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }

  private static Map<?, ?> object(Object value) {
    return (Map<?, ?>) value;
  }

  @Test
  void aNetworkOfZerosIsFlatAndDead() {
    Map<String, Object> shown = snapshot(SIN.standard(), new double[609], new double[609]);
    assertThat(list(object(shown.get("fit")).get("y"))).allMatch(y -> y.equals(0.0));
    Map<?, ?> a1 = object(list(shown.get("layers")).get(1));
    assertThat(a1.get("name")).isEqualTo("a1");
    assertThat(list(a1.get("dead"))).hasSize(16);
    assertThat(list(a1.get("saturated"))).isEmpty();
    int rows =
        list(object(a1.get("activations")).get("counts")).stream()
            .mapToInt(count -> (Integer) count)
            .sum();
    assertThat(rows).isEqualTo(64 * 16);
    assertThat(String.valueOf(object(list(shown.get("updates")).getFirst()).get("ratio")))
        .isEqualTo("NULL"); // 0 / 0
    assertThat((Double) shown.get("validationLoss")).isCloseTo(0.63, within(0.1)); // mean |sin|
  }

  @Test
  void updatesAreMeasuredAgainstTheWeights() {
    double[] theta = new double[609];
    double[] before = new double[609];
    theta[0] = 4; // of W1, which comes first
    before[0] = 1;
    Map<String, Object> shown = snapshot(SIN.standard(), theta, before);
    assertThat(object(list(shown.get("updates")).getFirst()).get("ratio")).isEqualTo(0.75);
    assertThat(object(list(shown.get("weights")).getFirst()).get("values"))
        .asString()
        .startsWith("[4.0, 0.0");
  }

  @Test
  void unitsFarOutAreSaturated() {
    Task moons = Task.of(PlayData.MOONS);
    Experiment experiment = Experiment.of(moons, moons.standard());
    Run run = new Run(1, experiment, 0, () -> {});
    double[] theta = new double[experiment.network().parameterCount()];
    theta[2 * 16 + 3] = 50; // the bias of unit 3
    Map<String, Object> shown =
        new Snapshot(run).of(new Glance(0, theta, Optional.empty(), Double.NaN), Status.READY, 0);
    Map<?, ?> a1 = object(list(shown.get("layers")).get(1));
    assertThat(list(a1.get("saturated"))).isEqualTo(List.of(3));
    assertThat(object(shown.get("fit")).get("kind")).isEqualTo("regions");
  }
}
