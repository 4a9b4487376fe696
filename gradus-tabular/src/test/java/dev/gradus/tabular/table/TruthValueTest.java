package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TruthValueTest {
  @Test
  void fourPairsOfWordsAreKnownInAnyCase() {
    for (String yes : List.of("true", "True", "TRUE", "yes", "YES", "t", "T", "y", "Y")) {
      assertThat(TruthValue.parse(yes)).as(yes).isEqualTo(1);
    }
    for (String no : List.of("false", "False", "no", "No", "f", "F", "n", "N")) {
      assertThat(TruthValue.parse(no)).as(no).isZero();
    }
    for (String other : List.of("", "1", "0", "on", "tru", "trues", "yes ", "nope", "off")) {
      assertThat(TruthValue.parse(other)).as(other).isNaN();
    }
  }

  @Test
  void wordsOfDifferentPairsDoNotBelongTogether() {
    assertThat(TruthValue.isPair("no", "YES")).isTrue();
    assertThat(TruthValue.isPair("no", "true")).isFalse();
    assertThat(TruthValue.isPair("", "true")).isFalse();
    assertThat(TruthValue.isPair("true", "false")).isFalse();
  }
}
