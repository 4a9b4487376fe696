package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  @Test
  void aNameOfTheListIsTakenAndAnotherIsAnsweredWithTheList() throws Exception {
    Form<String> loss = Form.oneOf(List.of("mae", "mse"));
    assertThat(loss.read("mse")).isEqualTo("mse");
    assertThatThrownBy(() -> loss.read("MSE"))
        .hasMessage("wants one of mae, mse; did you mean mse?");
    assertThatThrownBy(() -> loss.read("none")).hasMessage("wants one of mae, mse");
    assertThatThrownBy(() -> loss.read("msf"))
        .hasMessage("wants one of mae, mse; did you mean mse?");
  }

  @Test
  void twentyNamesAreListedAndTheRestCounted() {
    List<String> names = IntStream.range(0, 22).mapToObj(i -> "n" + i).toList();
    assertThat(Choice.listed(names)).endsWith("n19 and 2 more");
    assertThat(Choice.listed(names.subList(0, 20))).endsWith("n18, n19");
  }
}
