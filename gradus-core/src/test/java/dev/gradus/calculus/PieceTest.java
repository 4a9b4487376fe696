package dev.gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PieceTest {

  /** A function of pieces, whose derivative is wrong on purpose: only on a kink may it be asked. */
  private static final class Pieces implements ScalarFunction {
    private final DoubleUnaryOperator f;
    private final double[] kinks;

    Pieces(DoubleUnaryOperator f, double... kinks) {
      this.f = f;
      this.kinks = kinks;
    }

    @Override
    public double[] kinks() {
      return kinks;
    }

    @Override
    public double value(double x) {
      return f.applyAsDouble(x);
    }

    @Override
    public double derivative(double x, double y) {
      return 77;
    }
  }

  private static final ScalarFunction RELU = new Pieces(x -> Math.max(0, x), 0);
  private static final ScalarFunction ELU = new Pieces(x -> x > 0 ? x : StrictMath.expm1(x), 0);
  private static final ScalarFunction HARD = new Pieces(x -> Math.min(1, Math.max(-1, x)), -1, 1);

  @Test
  void linearPiecesGoOnExactly() {
    assertThat(Piece.continued(RELU, 1e-4, -1e-3)).isEqualTo(-1e-3);
    assertThat(Piece.continued(RELU, -1e-4, 1e-3)).isZero();
    assertThat(Piece.continued(HARD, 0.9999, 1.125)).isEqualTo(1.125);
    assertThat(Piece.continued(HARD, -0.9999, -1.125)).isEqualTo(-1.125);
    assertThat(Piece.continued(HARD, 1.0001, 0.9)).isEqualTo(1);
    assertThat(Piece.continued(HARD, -1.0001, 5)).isEqualTo(-1); // beyond two kinks
  }

  @Test
  void curvedPiecesGoOnWithinTheErrorOfTheInterpolation() {
    // off by x w (2w) (3w) (4w) (5w) / 6! = x w⁵ / 6 with w = 1/64: 1.6e-10 x, and a little more
    for (double x : new double[] {1e-6, 1e-4, 1e-3, 2e-3}) {
      assertThat(Piece.continued(ELU, -1e-4, x))
          .as("x = %s", x)
          .isCloseTo(StrictMath.expm1(x), within(1e-17 + 3e-10 * x));
    }
  }

  @Test
  void aNarrowPieceIsContinuedFromItsOwnValues() {
    ScalarFunction narrow = new Pieces(x -> x < 0 ? 5 : x < 1e-3 ? 5 + 2 * x : 9, 0, 1e-3);
    // as far beyond its end as it is wide: rounding of the values grows 18⁵-fold at most
    assertThat(Piece.continued(narrow, 5e-4, -1e-3)).isCloseTo(5 - 2e-3, within(1e-10));
  }

  @Test
  void onAKinkTheConventionIsTheDefinition() {
    assertThat(Piece.continued(RELU, 0, 1e-3)).isEqualTo(77e-3);
    assertThat(Piece.continued(HARD, 1, 0.5)).isEqualTo(1 - 77 * 0.5);
  }

  @Test
  void sidesAreComparedExactly() {
    double[] kinks = {-1, 1};
    assertThat(Piece.same(0.5, -0.5, kinks)).isTrue();
    assertThat(Piece.same(0.5, 1, kinks)).isFalse();
    assertThat(Piece.same(1, 1, kinks)).isTrue();
    assertThat(Piece.same(1, Math.nextUp(1), kinks)).isFalse();
    assertThat(Piece.same(-2, 2, kinks)).isFalse();
    assertThat(Piece.same(-0.0, 0.0, new double[] {0})).isTrue();
  }
}
