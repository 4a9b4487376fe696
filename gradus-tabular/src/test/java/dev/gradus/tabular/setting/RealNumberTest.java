package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RealNumberTest {
  @Test
  void decimalNumbersAreReadAndJavasOwnFormsAreNot() throws Exception {
    RealNumber any = RealNumber.from(-1e9);
    assertThat(any.read("-12.5e-1")).isEqualTo(-1.25);
    assertThat(any.read(".5")).isEqualTo(0.5);
    assertThat(any.read("7.")).isEqualTo(7);
    for (String text : List.of("", ".", "1d", "0x1p3", "NaN", "1e400", "1_0", " 1", "٣", "1,5")) {
      assertThatThrownBy(() -> any.read(text)).as(text).isInstanceOf(Form.Misfit.class);
    }
  }

  @Test
  void theEndsBelongOrDoNot() throws Exception {
    assertThat(RealNumber.from(0).below(1).read("0")).isZero();
    assertThatThrownBy(() -> RealNumber.from(0).below(1).read("1"))
        .hasMessage("wants a number from 0 to below 1");
    assertThat(RealNumber.above(0).to(1).read("1")).isOne();
    assertThatThrownBy(() -> RealNumber.above(0).to(1).read("0"))
        .hasMessage("wants a number above 0 and at most 1");
    assertThat(RealNumber.above(0).below(1).wanted()).isEqualTo("a number above 0 and below 1");
    assertThat(RealNumber.from(0).to(0.5).wanted()).isEqualTo("a number from 0 to 0.5");
    assertThat(RealNumber.from(0).wanted()).isEqualTo("a number of at least 0");
  }

  @Test
  void numbersAreShownAsAPersonWritesThem() {
    assertThat(RealNumber.shown(0)).isEqualTo("0");
    assertThat(RealNumber.shown(1e6)).isEqualTo("1e6");
    assertThat(RealNumber.shown(1000)).isEqualTo("1000");
    assertThat(RealNumber.shown(1e-3)).isEqualTo("0.001");
    assertThat(RealNumber.shown(-2.5e-8)).isEqualTo("-2.5e-8");
  }
}
