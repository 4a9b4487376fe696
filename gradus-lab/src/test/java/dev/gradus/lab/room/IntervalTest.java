package dev.gradus.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tabular.model.Hyperparameter;
import dev.gradus.tabular.model.Hyperparameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalTest {
  /** What the command refuses, the page refuses, in the same words, and the other way round. */
  @Test
  void theRangesOfATrainingAreThoseOfTheTable() {
    Map<Interval, Hyperparameter<Double>> same =
        Map.of(
            Interval.LEARNING_RATE, Hyperparameters.LEARNING_RATE,
            Interval.L2, Hyperparameters.L2,
            Interval.DROPOUT, Hyperparameters.DROPOUT);
    same.forEach(
        (interval, parameter) -> {
          for (String text : List.of("-1", "0", "0.5", "1", "1000000", "2000000")) {
            assertThat(takes(interval, text))
                .as("%s %s", interval, text)
                .isEqualTo(takes(parameter, text));
          }
        });
  }

  private static boolean takes(Interval interval, String text) {
    try {
      interval.require(interval.key(), Double.parseDouble(text));
      return true;
    } catch (dev.gradus.lab.http.Refusal e) {
      return false;
    }
  }

  private static boolean takes(Hyperparameter<Double> parameter, String text) {
    try {
      parameter.form().read(text);
      return true;
    } catch (dev.gradus.tabular.setting.Form.Misfit e) {
      return false;
    }
  }

  @Test
  void whatIsOutsideIsRefusedWithTheRange() {
    assertThatThrownBy(() -> Interval.DROPOUT.require("dropout", 1))
        .hasMessageContaining("dropout 1: wants a number from 0 to below 1");
    assertThatThrownBy(() -> Interval.LEARNING_RATE.require("learningRate", 0))
        .hasMessageContaining("wants a number above 0 and at most 1000000");
    assertThat(Interval.LEARNING_RATE.form())
        .containsEntry("above", 0.0)
        .containsEntry("most", 1e6);
    assertThat(Interval.DROPOUT.form()).containsEntry("least", 0.0).containsEntry("below", 1.0);
  }
}
