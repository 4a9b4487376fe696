package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

  @ParameterizedTest
  @CsvSource({
    "2, 32, 50",
    "220, 32, 50",
    "3000, 32, 43",
    "4096, 32, 32",
    "13210, 64, 20",
    "43152, 256, 24",
    "1000000, 256, 20"
  })
  void batchAndEpochsFollowTheRows(int rows, int batch, int epochs) {
    assertThat(Defaults.batch(rows)).isEqualTo(batch);
    assertThat(Defaults.epochs(rows, batch)).isEqualTo(epochs);
  }

  @Test
  void theRateGrowsWithTheRootOfTheBatch() {
    assertThat(Defaults.rate(32)).isEqualTo(0.002, ROUNDING);
    assertThat(Defaults.rate(128)).isEqualTo(0.004, ROUNDING);
    assertThat(Defaults.rate(Integer.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void theDecayForgetsOverHalfTheRunAndIsAtMostOne() {
    assertThat(Defaults.decay(0.002, 4000)).isEqualTo(0.25, ROUNDING);
    assertThat(Defaults.decay(0.002, 10)).isEqualTo(1);
  }

  @Test
  void smallTablesAreLearnedWhole() {
    assertThat(Defaults.refit(5000)).isEqualTo(Refit.ALL);
    assertThat(Defaults.refit(5001)).isEqualTo(Refit.NONE);
  }

  @Test
  void whatIsStatedStays() {
    TrainingSettings stated =
        TrainingSettings.standard()
            .with(Hyperparameters.BATCH_SIZE, 7)
            .with(Hyperparameters.EPOCHS, 3)
            .with(Hyperparameters.LEARNING_RATE, 0.5)
            .with(Hyperparameters.WEIGHT_DECAY, 0.125);
    TrainingSettings resolved = Defaults.resolve(stated, 1000);
    assertThat(resolved.get(Hyperparameters.BATCH_SIZE)).isEqualTo(7);
    assertThat(resolved.get(Hyperparameters.EPOCHS)).isEqualTo(3);
    assertThat(resolved.get(Hyperparameters.LEARNING_RATE)).isEqualTo(0.5);
    assertThat(resolved.get(Hyperparameters.WEIGHT_DECAY)).isEqualTo(0.125);
  }
}
