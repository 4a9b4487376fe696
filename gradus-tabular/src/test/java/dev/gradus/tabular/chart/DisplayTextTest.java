package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTextTest {

  @Test
  void replacesWhatXmlForbids() {
    assertThat(DisplayText.line("a\0b\u001b[31m\u0085\ud800c\uffff\udbff\udfff"))
        .isEqualTo("a\ufffdb\ufffd[31m\ufffd\ufffdc\ufffd\ufffd");
    assertThat(DisplayText.line("a\u202eb\u2067c\u200f")).isEqualTo("a\ufffdb\ufffdc\ufffd");
    assertThat(DisplayText.line("a\tb\r\nc")).isEqualTo("a b  c");
    assertThat(DisplayText.line("∂L/∂ŷ 日本 😀")).isEqualTo("∂L/∂ŷ 日本 😀");
  }

  @Test
  void cutsLongTextBetweenCharacters() {
    assertThat(DisplayText.line("abcd", 4)).isEqualTo("abcd");
    assertThat(DisplayText.line("😀😀😀", 2)).isEqualTo("😀…");
  }

  @Test
  void escapesMarkup() {
    assertThat(DisplayText.xml("<a b=\"c\" d='e'>&amp;"))
        .isEqualTo("&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;amp;");
  }

  @Test
  void guessesWidths() {
    assertThat(DisplayText.width("", 12)).isZero();
    assertThat(DisplayText.width("iii", 12)).isLessThan(DisplayText.width("mmm", 12));
    assertThat(DisplayText.width("ab", 24)).isEqualTo(2 * DisplayText.width("ab", 12));
    assertThat(DisplayText.width("日", 12)).isGreaterThan(DisplayText.width("n", 12));
    assertThat(DisplayText.width("⁷", 12)).isLessThan(DisplayText.width("7", 12));
  }
}
