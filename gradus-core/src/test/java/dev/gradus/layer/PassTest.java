package dev.gradus.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Xoshiro256;
import org.junit.jupiter.api.Test;

class PassTest {
  private final Xoshiro256 random = Xoshiro256.seeded(1);

  @Test
  void predictsUntilItIsToldOtherwise() {
    Pass pass = new Pass();
    assertThat(pass.mode()).isEqualTo(Mode.PREDICTION);
    pass.train(random);
    assertThat(pass.mode()).isEqualTo(Mode.TRAINING);
    assertThat(pass.random()).isSameAs(random);
    pass.replay();
    assertThat(pass.mode()).isEqualTo(Mode.REPLAY);
    pass.predict();
    assertThat(pass.mode()).isEqualTo(Mode.PREDICTION);
  }

  @Test
  void onlyTrainingDraws() {
    Pass pass = new Pass();
    assertThatThrownBy(pass::random)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing is drawn in a pass of mode PREDICTION");
    pass.train(random);
    pass.replay();
    assertThatThrownBy(pass::random).hasMessage("nothing is drawn in a pass of mode REPLAY");
  }
}
