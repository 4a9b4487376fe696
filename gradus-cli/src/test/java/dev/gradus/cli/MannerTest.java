package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MannerTest {
  @Test
  void flagsCountWhereverTheyStandUpToTwoDashes() {
    assertThat(Manner.of(new String[] {"train", "--json", "d", "--", "--debug"}, 0))
        .isEqualTo(new Manner(true, false, false, false, 0));
    assertThat(Manner.of(new String[] {"--quiet", "--strict", "--debug"}, 90))
        .isEqualTo(new Manner(false, true, true, true, 90));
  }
}
