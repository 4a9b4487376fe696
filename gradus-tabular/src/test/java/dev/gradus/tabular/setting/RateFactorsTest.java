package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.train.ParameterGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateFactorsTest {
  private final RateFactors form = new RateFactors();

  @Test
  void groupsStandInTheirOrderAndAreWrittenAsTheyCame() throws Exception {
    assertThat(form.read("b*=2,W1=0"))
        .containsExactly(new ParameterGroup("b*", 2), new ParameterGroup("W1", 0));
    assertThat(form.written(form.read("b*=2,W1=0.5"))).isEqualTo("b*=2,W1=0.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "W1", "=2", "W1=", "W1=x", "W1=-1", "W1=1e7", "W1=1,", "W1=NaN"})
  void whatIsNoListOfFactorsIsRefused(String text) {
    assertThatThrownBy(() -> form.read(text))
        .isInstanceOf(Form.Misfit.class)
        .hasMessage("wants " + form.wanted());
  }
}
