package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.optimize.Adam;
import dev.gradus.optimize.Lbfgs;
import dev.gradus.optimize.LearningRate;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.UpdateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EpochWatchTest {
  private final List<Epoch> told = new ArrayList<>();

  private void run(UpdateRule rule) {
    EpochWatch watch =
        new EpochWatch(rule, new MetricHistory(() -> 0.5, false, List.of()), told::add);
    watch.on(new TrainingEvent.Started(30, 3));
    for (int epoch = 1; epoch <= 3; epoch++) {
      watch.on(new TrainingEvent.EpochEnded(epoch, 1.0 / epoch, OptionalDouble.of(2)));
    }
  }

  @Test
  void theRateIsThatOfTheEpochsLastStep() {
    LearningRate falling = (step, steps) -> 30.0 - step;
    run(UpdateRule.plain().withOptimizer(Adam.adam()).withLearningRate(falling));
    assertThat(told)
        .extracting(Epoch::learningRate)
        .containsExactly(OptionalDouble.of(21), OptionalDouble.of(11), OptionalDouble.of(1));
    assertThat(told).extracting(Epoch::number).containsExactly(1, 2, 3);
    assertThat(told.get(1).trainingLoss()).isEqualTo(0.5);
    assertThat(told.get(1).metric().getAsDouble()).isEqualTo(0.5);
  }

  @Test
  void anOptimizerThatFindsItsStepsHasNone() {
    run(UpdateRule.plain().withOptimizer(Lbfgs.lbfgs()));
    assertThat(told).extracting(Epoch::learningRate).containsOnly(OptionalDouble.empty());
  }

  @Test
  void ofAResumedRunTheEpochsBeforeAreToldFirst() {
    UpdateRule rule = UpdateRule.plain().withLearningRate((step, steps) -> 30.0 - step);
    MetricHistory metrics = new MetricHistory(() -> 0.5, true, List.of(0.25));
    EpochWatch watch = new EpochWatch(rule, metrics, told::add);
    TrainingEvent.EpochEnded first = new TrainingEvent.EpochEnded(1, 3, OptionalDouble.of(4));
    watch.on(new TrainingEvent.Started(30, 3));
    watch.on(new TrainingEvent.Resumed(10, List.of(first), 0));
    watch.on(new TrainingEvent.EpochEnded(2, 1, OptionalDouble.of(2)));
    assertThat(told).extracting(Epoch::number).containsExactly(1, 2);
    assertThat(told).extracting(Epoch::trainingLoss).containsExactly(3.0, 1.0);
    assertThat(told).extracting(epoch -> epoch.metric().getAsDouble()).containsExactly(0.25, 0.5);
    assertThat(told)
        .extracting(Epoch::learningRate)
        .containsExactly(OptionalDouble.of(21), OptionalDouble.of(11));
    assertThat(metrics.values()).containsExactly(0.25, 0.5);
  }
}
