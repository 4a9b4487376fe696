package dev.gradus.tabular.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.ConfigException;
import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  void itIsRoundedDownAndNeverAll() {
    assertThat(new Share("d.csv", "--test", 0.3).of(10)).isEqualTo(3);
    assertThat(new Share("d.csv", "--test", 0.39).of(10)).isEqualTo(3);
    assertThat(new Share("d.csv", "--test", 0.999999999999).of(10)).isEqualTo(9);
  }

  @Test
  void aShareOfNothingIsRefusedInTheWordsOfItsFlag() {
    assertThatThrownBy(() -> new Share("d.csv", "--test", 0.01).of(30))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--test 0.01: leaves 0 of 30 rows; give at least 0.034");
    assertThatThrownBy(() -> new Share("d.csv", "--test", 1).of(30))
        .hasMessage("--test 1: wants a number above 0 and below 1");
  }
}
