package dev.gradus.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import org.junit.jupiter.api.Test;

class SmoothedCrossEntropyTest {
  private static final double LN2 = StrictMath.log(2);

  private final Matrix z = Compute.float64().matrix(new double[][] {{0, LN2, 5 * LN2}, {1, -1, 0}});
  private final Matrix t = Compute.float64().matrix(new double[][] {{0, 1, 0}, {0, 0, 1}});

  @Test
  void isTheCrossEntropyAgainstMixedTargets() {
    SmoothedCrossEntropy loss = new SmoothedCrossEntropy(0.3);
    Matrix mixed = Compute.float64().matrix(new double[][] {{0.1, 0.8, 0.1}, {0.1, 0.1, 0.8}});
    Matrix gradient = z.like(2, 3);
    Matrix expected = z.like(2, 3);
    double plain = StandardLoss.SOFTMAX_CE.evaluate(z, mixed, expected);
    assertThat(loss.evaluate(z, t, gradient)).isCloseTo(plain, within(1e-15));
    assertThat(gradient.toArray()).containsExactly(expected.toArray(), within(1e-16));
    LossCheck.require(loss, z, t);
  }

  @Test
  void withoutSmoothingItIsSoftmaxCrossEntropyBitForBit() {
    SmoothedCrossEntropy loss = new SmoothedCrossEntropy(0);
    Matrix gradient = z.like(2, 3);
    Matrix expected = z.like(2, 3);
    double plain = StandardLoss.SOFTMAX_CE.evaluate(z, t, expected);
    assertThat(loss.evaluate(z, t, gradient)).isEqualTo(plain);
    assertThat(gradient.toArray()).isEqualTo(expected.toArray());
  }

  @Test
  void refusesASmoothingThatLeavesNoLabelAndShapesThatDiffer() {
    assertThatThrownBy(() -> new SmoothedCrossEntropy(1))
        .hasMessage("label smoothing 1.0; wants a number from 0 to below 1");
    assertThatThrownBy(() -> new SmoothedCrossEntropy(0.1).value(z, z.like(2, 2)))
        .hasMessage("softmax cross-entropy: [2 × 3] and [2 × 2]");
    assertThatThrownBy(() -> new SmoothedCrossEntropy(0.1).evaluate(z, z.like(2, 2), z))
        .hasMessage("softmax cross-entropy: [2 × 3] and [2 × 2]");
    assertThatThrownBy(() -> new SmoothedCrossEntropy(0.1).evaluate(z, t, z.like(1, 3)))
        .hasMessage("softmax cross-entropy: [2 × 3] and [1 × 3]");
  }

  /** ½ · (1000 · 0.05) and ½ · (1000 · 0.95): the greatest logit is taken out, wherever it is. */
  @Test
  void largeLogitsDoNotOverflow() {
    Matrix far = Compute.float64().matrix(new double[][] {{0, 1000}, {1000, 0}});
    Matrix label = Compute.float64().matrix(new double[][] {{0, 1}, {0, 1}});
    SmoothedCrossEntropy loss = new SmoothedCrossEntropy(0.1);
    assertThat(loss.value(far, label)).isCloseTo((50 + 950) / 2.0, within(1e-10));
  }
}
