package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void controlsAreEscapedAndLettersStay() {
    assertThat(Shown.escaped("a\u001b[31m\n\u0085\u202e\u2028\ud800"))
        .isEqualTo("a\\u001b[31m\\u000a\\u0085\\u202e\\u2028\\ud800");
    assertThat(Shown.escaped("größe 数 😀")).isEqualTo("größe 数 😀");
    assertThat(Shown.escaped(Shown.escaped("\u0007"))).isEqualTo("\\u0007");
  }

  @Test
  void fortyCharactersAreTheMost() {
    assertThat(Shown.value("x".repeat(40))).isEqualTo("x".repeat(40));
    assertThat(Shown.value("x".repeat(41))).isEqualTo("x".repeat(39) + "…");
    assertThat(Shown.value("\u0000".repeat(9))).isEqualTo("\\u0000".repeat(6) + "…");
    assertThat(Shown.value("😀".repeat(30))).isEqualTo("😀".repeat(19) + "…");
    assertThat(Shown.quoted("a\"b")).isEqualTo("\"a\\\"b\"");
  }
}
