package dev.gradus.network;

import static dev.gradus.layer.Dense.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Precision;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private final Network network = Network.of(2, dense(2, 3), dense(3, 1));
  private final Parameters theta = network.zeros(Compute.float64());

  @Test
  void namedBlocksAndVectorShareTheirElements() {
    theta.vector().set(0, 4, 5);
    assertThat(theta.get("W1").get(1, 1)).isEqualTo(5);
    theta.get("b2").set(0, 0, 7);
    assertThat(theta.vector().get(0, 12)).isEqualTo(7);
    assertThat(theta.get("W1").describe()).isEqualTo("[2 × 3]");
    assertThat(theta.get("b1").describe()).isEqualTo("[1 × 3]");
    assertThat(theta.views().keySet()).containsExactly("W1", "b1", "W2", "b2");
    assertThat(theta.layout()).isEqualTo(network.layout());
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> theta.get("W3"))
        .withMessage("\"W3\": no such parameter; there are: W1, b1, W2, b2");
    assertThatThrownBy(() -> theta.views().remove("W1"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void copiesShareNothingAndMayHaveAnotherPrecision() {
    theta.vector().set(0, 0, 0.1);
    Parameters narrow = theta.copy(Compute.of(Precision.FLOAT32, 1));
    assertThat(narrow.get("W1").get(0, 0)).isEqualTo((float) 0.1);
    narrow.get("W1").set(0, 0, 9);
    assertThat(theta.get("W1").get(0, 0)).isEqualTo(0.1);
  }
}
