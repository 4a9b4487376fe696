package dev.gradus.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTest {

  @Test
  void drawnTokensDifferAndAreLong() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String token = Token.drawn().text();
      assertThat(token).matches("[A-Za-z0-9_-]{32}");
      assertThat(seen.add(token)).isTrue();
    }
  }

  @Test
  void onlyTheWholeTextMatches() {
    Token token = Token.of("abc");
    assertThat(token.matches("abc")).isTrue();
    for (String wrong : new String[] {"", "ab", "abcd", "abd", "ABC", "abc ", null}) {
      assertThat(token.matches(wrong)).isFalse();
    }
  }
}
