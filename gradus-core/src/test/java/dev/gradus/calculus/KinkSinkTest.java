package dev.gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinkSinkTest {
  private static final ScalarFunction SQUARE =
      new ScalarFunction() {
        @Override
        public double value(double x) {
          return x * x;
        }

        @Override
        public double derivative(double x, double y) {
          return 2 * x;
        }
      };

  @Test
  void aSinkOfDistancesIsToldTheDistanceFromEachKinkAndHoldsNothing() {
    List<String> told = new ArrayList<>();
    KinkSink sink = (sample, unit, distance) -> told.add(sample + " " + unit + " " + distance);
    assertThat(sink.leaves(3, 5, 1, new double[] {-1, 4})).isFalse();
    assertThat(told).containsExactly("3 5 2.0", "3 5 -3.0");
    assertThatIllegalStateException()
        .isThrownBy(() -> sink.held(SQUARE))
        .withMessage("no argument has left its piece");
  }

  @Test
  void aFunctionHasNoKinksUnlessItSaysSo() {
    assertThat(SQUARE.kinks()).isEmpty();
  }

  @Test
  void aKinkOfNoSampleIsItsQuantity() {
    assertThat(Kink.of("W1[3, 5]")).hasToString("W1[3, 5]");
    assertThat(new Kink("h1", 3, 5)).hasToString("h1[sample 3, unit 5]");
  }
}
