package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  @Test
  void twoEditsAreTheMost() {
    assertThat(NearestName.to("trian", List.of("train", "test"))).contains("train");
    assertThat(NearestName.to("Price", List.of("b", "price"))).contains("price");
    assertThat(NearestName.to("train", List.of("predict"))).isEmpty();
    assertThat(NearestName.to("abc", List.of("abcdef"))).isEmpty();
  }

  @Test
  void ofSeveralTheNearestAndThenTheFirst() {
    assertThat(NearestName.to("ax", List.of("ac", "ab"))).contains("ac");
    assertThat(NearestName.to("rleu", List.of("selu", "relu", "elu"))).contains("relu");
  }

  @Test
  void aNameOfOneLetterIsNotNearToAnyOther() {
    assertThat(NearestName.to("z", List.of("a", "b"))).isEmpty();
    assertThat(NearestName.to("", List.of("a"))).isEmpty();
  }

  @Test
  void theQuestionIsTheEndOfASentence() {
    assertThat(NearestName.question("rleu", List.of("relu"))).isEqualTo("; did you mean relu?");
    assertThat(NearestName.question("tanh", List.of("relu"))).isEmpty();
  }
}
