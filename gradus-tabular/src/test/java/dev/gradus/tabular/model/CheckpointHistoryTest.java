package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.file.Tensor;
import dev.gradus.train.TrainingEvent.EpochEnded;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointHistoryTest {
  private static final JsonObject ENTRY = JsonObject.of("c.gradus", "checkpoint", Map.of());
  private static final List<EpochEnded> EPOCHS = epochs(true);
  private static final List<Double> METRICS = IntStream.range(0, 7).mapToObj(i -> i / 8.0).toList();

  private static List<EpochEnded> epochs(boolean held) {
    return IntStream.rangeClosed(1, 7)
        .mapToObj(
            i -> new EpochEnded(i, 1.0 / i, held ? OptionalDouble.of(i) : OptionalDouble.empty()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8})
  void longHistoriesAreSeveralTensors(int most) {
    List<Tensor> parts = CheckpointHistory.write(EPOCHS, METRICS, most);
    assertThat(parts).hasSize(Math.ceilDiv(7, most)).allMatch(CheckpointHistory::holds);
    assertThat(CheckpointHistory.epochs(ENTRY, parts)).isEqualTo(EPOCHS);
    assertThat(CheckpointHistory.metrics(parts)).isEqualTo(METRICS);
  }

  @Test
  void whatIsNotKnownIsNotKept() {
    List<Tensor> losses = CheckpointHistory.write(epochs(false), List.of(), 4);
    assertThat(CheckpointHistory.epochs(ENTRY, losses)).isEqualTo(epochs(false));
    List<Tensor> held = CheckpointHistory.write(EPOCHS, List.of(), 4);
    assertThat(CheckpointHistory.metrics(held)).isEmpty();
    assertThat(CheckpointHistory.write(List.of(), List.of(), 4)).isEmpty();
  }

  @Test
  void aMissingPartIsRefused() {
    List<Tensor> parts = CheckpointHistory.write(EPOCHS, METRICS, 3);
    assertThatThrownBy(() -> CheckpointHistory.epochs(ENTRY, List.of(parts.get(0), parts.get(2))))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("history", "a part of it is missing");
  }
}
