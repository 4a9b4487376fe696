package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormTest {
  @Test
  void aFormCanHaveOtherWordsAndMakeAnotherValue() throws Exception {
    Form<Integer> form = new WholeNumber(1, 8).as(Math::toIntExact).inWords("1 to 8");
    assertThat(form.read("8")).isEqualTo(8);
    assertThatThrownBy(() -> form.read("9")).hasMessage("wants 1 to 8");
  }

  @Test
  void anEmptyTextIsNoText() {
    assertThatThrownBy(() -> Form.text("a column name").read("")).hasMessage("wants a column name");
  }
}
