package dev.gradus.tabular.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralTest {
  @Test
  void nothingInATextEndsTheLiteralOrBeginsAnEscape() {
    assertThat(Literal.of("a\"b\\u0022c\n\u0000é雪"))
        .isEqualTo("\"a\\\"b\\\\u0022c\\012\\000\\u00e9\\u96ea\"");
    assertThat(Literal.of(List.of("", "x"))).isEqualTo("\"\", \"x\"");
  }

  @Test
  void aLongTextComesInPieces() {
    assertThat(Literal.of("x".repeat(50_000)).split("\\.concat\\(")).hasSize(3);
  }

  @Test
  void aNumberIsReadBackToTheSameBits() {
    for (double value : new double[] {0.1, -1e300, Double.MIN_VALUE, 1.0 / 3}) {
      assertThat(Double.parseDouble(Literal.of(value))).isEqualTo(value);
    }
  }
}
