package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WholeNumberTest {
  @Test
  void theWholeRangeOfALongIsRead() throws Exception {
    WholeNumber any = new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
    assertThat(any.read("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(any.read("+7")).isEqualTo(7);
    for (String text : List.of("9223372036854775808", "1e3", "1.0", "", "-", "0x1", "٣", "1 ")) {
      assertThatThrownBy(() -> any.read(text)).as(text).isInstanceOf(Form.Misfit.class);
    }
  }

  @Test
  void theRangeIsInTheMessage() {
    assertThatThrownBy(() -> new WholeNumber(1, 9).read("10"))
        .hasMessage("wants a whole number from 1 to 9");
  }
}
