package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationTest {
  @Test
  void whatIsNotPrintableIsEscaped() {
    assertThat(Quotation.of("\u001b[31m")).isEqualTo("\"\\u001b[31m\"");
    assertThat(Quotation.of("a\u202eb\n\"\\")).isEqualTo("\"a\\u202eb\\u000a\\\"\\\\\"");
    assertThat(Quotation.of("\ud83d")).isEqualTo("\"\\ud83d\"");
    assertThat(Quotation.of("\ud83d\ude00 é中")).isEqualTo("\"\ud83d\ude00 é中\"");
    assertThat(Quotation.name("a\"b\u0007")).isEqualTo("a\"b\\u0007");
  }

  @Test
  void fortyCharactersAreTheMost() {
    assertThat(Quotation.of("x".repeat(40))).isEqualTo('"' + "x".repeat(40) + '"');
    assertThat(Quotation.of("x".repeat(41))).isEqualTo('"' + "x".repeat(39) + "…\"");
    assertThat(Quotation.of("\u0007".repeat(100))).hasSizeLessThanOrEqualTo(42);
  }

  @Test
  void aLongTextIsEscapedWhole() {
    assertThat(Quotation.escaped("größe 数 😀\n".repeat(50)))
        .isEqualTo("größe 数 😀\\u000a".repeat(50));
    assertThat(Quotation.escaped(Quotation.escaped("\u0007"))).isEqualTo("\\u0007");
    assertThat(Quotation.escaped("\u0085\u2028\ud800\ue000"))
        .isEqualTo("\\u0085\\u2028\\ud800\\ue000");
  }

  @Test
  void twentyNamesAreTheMost() {
    assertThat(Quotation.names(List.of("a", "b"))).isEqualTo("a, b");
    assertThat(Quotation.names(Collections.nCopies(25, "n"))).endsWith("n, … (25 in all)");
  }
}
