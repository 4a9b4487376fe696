package dev.gradus.tabular.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.summary.CommonTexts.Common;
import org.junit.jupiter.api.Test;

class CommonTextsTest {
  @Test
  void fewAreCountedAndTiesGoByCodePoint() {
    CommonTexts texts = new CommonTexts(10, 1000);
    for (String text : new String[] {"b", "a", "c", "c", "\u00e4"}) {
      texts.add(text);
    }
    assertThat(texts.first(3))
        .containsExactly(new Common("c", 2), new Common("a", 1), new Common("b", 1));
    assertThat(texts.uncertain()).isZero();
  }

  @Test
  void theCommonestOutlivesAnyNumberOfOthers() {
    CommonTexts texts = new CommonTexts(50, 1 << 20);
    for (int i = 0; i < 10_000; i++) {
      texts.add("rare " + i);
      if (i % 5 == 0) {
        texts.add("often");
      }
    }
    Common first = texts.first(1).getFirst();
    assertThat(first.text()).isEqualTo("often");
    assertThat(first.count()).isLessThanOrEqualTo(2000);
    assertThat(first.count() + texts.uncertain()).isGreaterThanOrEqualTo(2000);
    assertThat(texts.size()).isLessThanOrEqualTo(50);
  }

  @Test
  void longTextsAreForgottenBeforeTheyFillTheMemory() {
    CommonTexts texts = new CommonTexts(50, 1000);
    for (int i = 0; i < 100; i++) {
      texts.add("x".repeat(900 + i));
    }
    assertThat(texts.size()).isLessThanOrEqualTo(1);
    assertThat(texts.uncertain()).isPositive();
  }
}
