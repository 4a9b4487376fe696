package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SameBitsTest {
  private final SameBits comparison = new SameBits();

  private void add(String mode, String hash) {
    comparison.add(mode, new Child(0, "noise\nHASH\trelu float32\t" + hash + "\n", 1));
  }

  @Test
  void oneHashIsOne() {
    add("plain", "aa");
    add("other", "aa");
    assertThat(comparison.isOne()).isTrue();
    assertThat(comparison.report()).containsPattern("relu float32 +2 +1\n");
  }

  @Test
  void anotherHashIsSeenAndItsSettingsAreNamed() {
    add("plain", "aa");
    add("odd one", "bb");
    add("other", "aa");
    assertThat(comparison.isOne()).isFalse();
    assertThat(comparison.report())
        .containsPattern("relu float32 +3 +2\n")
        .endsWith("relu float32: bb: odd one\n");
  }

  @Test
  void noResultAtAllIsNotOne() {
    assertThat(comparison.isOne()).isFalse();
  }

  @Test
  void aProcessThatFailedIsNotOne() {
    add("plain", "aa");
    comparison.add("broken", new Child(1, "no such option", 1));
    assertThat(comparison.isOne()).isFalse();
  }

  @Test
  void argumentsAreRefused() {
    assertThatThrownBy(() -> SameBits.compare(List.of("--fast"), System.out))
        .isInstanceOf(WrongUse.class);
  }
}
