package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
  @Test
  void plainWordsStayAsTheyAre() {
    assertThat(ShellWords.line(List.of("./gradus", "train", "../d.csv", "--hidden", "64,64")))
        .isEqualTo("./gradus train ../d.csv --hidden 64,64");
  }

  @Test
  void whatAShellWouldChangeIsQuoted() {
    assertThat(ShellWords.quoted("")).isEqualTo("''");
    assertThat(ShellWords.quoted("the price")).isEqualTo("'the price'");
    assertThat(ShellWords.quoted("it's $HOME")).isEqualTo("'it'\\''s $HOME'");
    assertThat(ShellWords.quoted(";")).isEqualTo("';'");
    assertThat(ShellWords.quoted("größe")).isEqualTo("'größe'");
  }

  @Test
  void whatCannotBeSeenIsANumber() {
    assertThat(ShellWords.quoted("a\u202eb'\\")).isEqualTo("$'a\\u202eb\\'\\\\'");
    assertThat(ShellWords.quoted("\u001b[31m")).isEqualTo("$'\\u001b[31m'");
  }
}
