package dev.gradus.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixTest {
  /** Around the register tiles, and around 4, 8, 16 and 32 lanes. */
  private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33};

  private final Compute compute = Compute.float64();

  /** A matrix of normal numbers that is a view into a larger array, or owns its own. */
  private static Matrix drawn(Compute compute, int rows, int columns, int offset, Random random) {
    Matrix all = compute.matrix(1, offset + rows * columns + 3);
    all.setAll(random.doubles(all.size(), -2, 2).toArray());
    return all.view(offset, rows, columns);
  }

  /** One fused multiply-add in the precision of the run, of numbers that it can hold. */
  private static double fma(Precision precision, double a, double b, double c) {
    return precision == Precision.FLOAT32
        ? Math.fma((float) a, (float) b, (float) c)
        : Math.fma(a, b, c);
  }

  private static void assertBits(Matrix actual, double[] expected, String what) {
    double[] values = actual.toArray();
    for (int i = 0; i < expected.length; i++) {
      if (Double.doubleToRawLongBits(values[i]) != Double.doubleToRawLongBits(expected[i])) {
        assertThat(values[i]).as("%s, element %d", what, i).isEqualTo(expected[i]);
        throw new AssertionError(what + ", element " + i + ": the zeros differ in sign");
      }
    }
  }

  private interface Shape {
    void of(int m, int n, int k, int offset, Random random);
  }

  private static void forEveryShape(Shape test) {
    Random random = new Random(1);
    for (int m : SIZES) {
      for (int n : SIZES) {
        for (int k : SIZES) {
          test.of(m, n, k, (m + n + k) % 3 * 5, random); // offsets 0, 5 and 10
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void affineIsOneChainOfFusedMultiplyAddsFromTheBias(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    forEveryShape(
        (n, out, in, offset, random) -> {
          Matrix x = drawn(compute, n, in, offset, random);
          Matrix W = drawn(compute, in, out, offset, random);
          Matrix b = drawn(compute, 1, out, offset, random);
          Matrix y = drawn(compute, n, out, offset, random);
          y.setAffine(x, W, b);
          double[] xs = x.toArray();
          double[] Ws = W.toArray();
          double[] expected = new double[n * out];
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < out; j++) {
              double sum = b.get(0, j);
              for (int p = 0; p < in; p++) {
                sum = fma(precision, xs[i * in + p], Ws[p * out + j], sum);
              }
              expected[i * out + j] = sum;
            }
          }
          assertBits(y, expected, "x W + b, n " + n + ", in " + in + ", out " + out);
        });
  }

  @ParameterizedTest
  @EnumSource
  void transposeTimesIsOneChainOverTheRowsFromZero(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    forEveryShape(
        (in, out, n, offset, random) -> {
          Matrix x = drawn(compute, n, in, offset, random);
          Matrix dy = drawn(compute, n, out, offset, random);
          Matrix dW = drawn(compute, in, out, offset, random);
          dW.setTransposeTimes(x, dy);
          double[] xs = x.toArray();
          double[] dys = dy.toArray();
          double[] expected = new double[in * out];
          for (int i = 0; i < in; i++) {
            for (int j = 0; j < out; j++) {
              double sum = 0;
              for (int p = 0; p < n; p++) {
                sum = fma(precision, xs[p * in + i], dys[p * out + j], sum);
              }
              expected[i * out + j] = sum;
            }
          }
          assertBits(dW, expected, "xᵀ dy, n " + n + ", in " + in + ", out " + out);
        });
  }

  @ParameterizedTest
  @EnumSource
  void timesTransposeIsOneChainOverTheColumnsFromZero(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    forEveryShape(
        (n, in, out, offset, random) -> {
          Matrix dy = drawn(compute, n, out, offset, random);
          Matrix W = drawn(compute, in, out, offset, random);
          Matrix dx = drawn(compute, n, in, offset, random);
          dx.setTimesTranspose(dy, W);
          double[] dys = dy.toArray();
          double[] Ws = W.toArray();
          double[] expected = new double[n * in];
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < in; j++) {
              double sum = 0;
              for (int p = 0; p < out; p++) {
                sum = fma(precision, dys[i * out + p], Ws[j * out + p], sum);
              }
              expected[i * in + j] = sum;
            }
          }
          assertBits(dx, expected, "dy Wᵀ, n " + n + ", in " + in + ", out " + out);
        });
  }

  @ParameterizedTest
  @EnumSource
  void narrowOutputsOfManyRowsAreTheirRowsOneByOne(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    Random random = new Random(2);
    for (int out : new int[] {1, 2, 3, 5}) {
      Matrix x = drawn(compute, 300, 9, 5, random);
      Matrix W = drawn(compute, 9, out, 0, random);
      Matrix b = drawn(compute, 1, out, 0, random);
      Matrix y = drawn(compute, 300, out, 5, random);
      y.setAffine(x, W, b);
      for (int i = 0; i < 300; i++) {
        Matrix row = compute.matrix(1, out);
        row.setAffine(x.view(9 * i, 1, 9), W, b);
        assertBits(row, y.view(out * i, 1, out).toArray(), out + " columns, row " + i);
      }
    }
  }

  @Test
  void aDestinationIsNoneOfTheSources() {
    Matrix y = compute.matrix(2, 2);
    assertThatThrownBy(() -> y.setPlusProduct(y, compute.matrix(2, 2), compute.matrix(2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("y = s + x W: the destination is one of the sources");
    Matrix x = compute.matrix(2, 2);
    Matrix b = compute.matrix(1, 2);
    for (Matrix same : List.of(y, y.firstRows(2), y.view(0, 2, 2))) {
      assertSource(() -> y.setAffine(same, x, b));
      assertSource(() -> y.setAffine(x, same, b));
      assertSource(() -> y.setAffine(x, x, same.firstRows(1)));
      assertSource(() -> y.setPlusProduct(same, x, x));
      assertSource(() -> y.setTimes(same, x));
      assertSource(() -> y.setTransposeTimes(x, same));
      assertSource(() -> y.setTimesTranspose(same, x));
    }
    Matrix all = compute.matrix(1, 8);
    all.view(4, 2, 2).setTimes(all.view(0, 2, 2), x); // side by side
    assertSource(() -> all.view(3, 2, 2).setTimes(all.view(0, 2, 2), x));
  }

  private static void assertSource(ThrowingCallable product) {
    assertThatThrownBy(product)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(": the destination is one of the sources");
  }

  @Test
  void productsLeaveTheElementsAroundAViewAlone() {
    Matrix all = compute.matrix(1, 20);
    all.setAll(new double[20]);
    Matrix view = all.view(7, 2, 3);
    Matrix ones = compute.matrix(new double[][] {{1, 1}, {1, 1}});
    Matrix W = compute.matrix(new double[][] {{1, 1, 1}, {1, 1, 1}});
    view.setAffine(ones, W, compute.matrix(1, 3));
    double[] expected = new double[20];
    Arrays.fill(expected, 7, 13, 2);
    assertThat(all.toArray()).isEqualTo(expected);
  }

  @Test
  void productsOfNoRowsAndOfAnEmptyInnerIndexAreWhatSumsOfNothingAre() {
    Matrix b = compute.matrix(new double[][] {{4, 5}});
    Matrix y = compute.matrix(new double[][] {{9, 9}});
    y.setAffine(compute.matrix(1, 0), compute.matrix(0, 2), b);
    assertThat(y.toArray()).containsExactly(4, 5);
    Matrix dW = compute.matrix(new double[][] {{9, 9}});
    dW.setTransposeTimes(compute.matrix(0, 1), compute.matrix(0, 2));
    assertThat(dW.toArray()).containsExactly(0, 0);
    Matrix nothing = compute.matrix(0, 0);
    nothing.setTimesTranspose(compute.matrix(0, 3), compute.matrix(0, 3));
    assertThat(nothing.size()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void columnSumsRunDownTheRowsFromZero(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    Random random = new Random(2);
    for (int rows : SIZES) {
      for (int columns : SIZES) {
        Matrix dy = drawn(compute, rows, columns, 5, random);
        Matrix db = drawn(compute, 1, columns, 3, random);
        db.setColumnSums(dy);
        double[] expected = new double[columns];
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            double sum = expected[j] + dy.get(i, j);
            expected[j] = precision == Precision.FLOAT32 ? (float) sum : sum;
          }
        }
        assertBits(db, expected, "column sums of " + dy);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void addScaledIsOneFusedMultiplyAddAlsoOnViews(Precision precision) {
    Compute compute = Compute.of(precision, 1);
    Random random = new Random(3);
    Matrix u = drawn(compute, 3, 7, 5, random);
    Matrix y = drawn(compute, 3, 7, 2, random);
    double[] expected = y.toArray();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = fma(precision, -0.3, u.toArray()[i], expected[i]);
    }
    y.addScaled(-0.3, u);
    assertBits(y, expected, "y + s u");
  }

  @ParameterizedTest
  @EnumSource
  void addScaledSignsIsOneFusedMultiplyAddAlsoOnViews(Precision precision) {
    for (int offset : new int[] {0, 5}) {
      Compute compute = Compute.of(precision, 1);
      Random random = new Random(4);
      Matrix u = drawn(compute, 3, 7, offset, random);
      Matrix y = drawn(compute, 3, 7, offset, random);
      u.set(0, 0, 0);
      u.set(0, 1, -0.0);
      double[] expected = y.toArray();
      for (int i = 0; i < expected.length; i++) {
        expected[i] = fma(precision, -0.3, Math.signum(u.toArray()[i]), expected[i]);
      }
      y.addScaledSigns(-0.3, u);
      assertBits(y, expected, "y + s sign(u)");
    }
  }

  @Test
  void shapeErrorsNameBothShapes() {
    assertShape(
        () -> matrix(2, 5).setAffine(matrix(2, 3), matrix(4, 5), matrix(1, 5)),
        "x W + b: x is [2 × 3], W is [4 × 5]");
    assertShape(
        () -> matrix(2, 5).setAffine(matrix(2, 3), matrix(3, 5), matrix(1, 4)),
        "x W + b: W is [3 × 5], b is [1 × 4]");
    assertShape(
        () -> matrix(2, 5).setAffine(matrix(2, 3), matrix(3, 5), matrix(2, 5)),
        "x W + b: W is [3 × 5], b is [2 × 5]");
    assertShape(
        () -> matrix(2, 4).setAffine(matrix(2, 3), matrix(3, 5), matrix(1, 5)),
        "y = x W + b: y is [2 × 4]: x is [2 × 3], W is [3 × 5]");
    assertShape(
        () -> matrix(3, 5).setTransposeTimes(matrix(2, 3), matrix(4, 5)),
        "xᵀ dy: x is [2 × 3], dy is [4 × 5]");
    assertShape(
        () -> matrix(5, 3).setTransposeTimes(matrix(2, 3), matrix(2, 5)),
        "dW = xᵀ dy: dW is [5 × 3]: x is [2 × 3], dy is [2 × 5]");
    assertShape(
        () -> matrix(2, 3).setTimesTranspose(matrix(2, 4), matrix(3, 5)),
        "dy Wᵀ: dy is [2 × 4], W is [3 × 5]");
    assertShape(
        () -> matrix(3, 2).setTimesTranspose(matrix(2, 5), matrix(3, 5)),
        "dx = dy Wᵀ: dx is [3 × 2]: dy is [2 × 5], W is [3 × 5]");
    assertShape(
        () -> matrix(1, 4).setColumnSums(matrix(2, 5)),
        "column sums: db is [1 × 4], dy is [2 × 5]");
    assertShape(
        () -> matrix(2, 3).setMap(Elementwise.TANH, matrix(3, 2)), "f(x): [2 × 3] and [3 × 2]");
    assertShape(() -> matrix(2, 3).set(matrix(3, 2)), "copy: [2 × 3] and [3 × 2]");
    assertShape(() -> matrix(2, 3).addScaled(1, matrix(2, 2)), "y + s u: [2 × 3] and [2 × 2]");
    assertShape(
        () -> matrix(2, 3).addScaledSigns(1, matrix(2, 2)), "y + s sign(u): [2 × 3] and [2 × 2]");
    assertShape(() -> matrix(2, 3).setAll(new double[5]), "5 values for [2 × 3]");
    assertShape(() -> matrix(2, 3).setRow(0, new double[2]), "2 values for a row of [2 × 3]");
    assertShape(
        () -> matrix(2, 3).setFirstRows(matrix(9, 4), new int[] {0}, 0, 1),
        "gather: 1 rows of [9 × 4] into [2 × 3]");
    assertShape(
        () -> matrix(2, 3).setFirstRows(matrix(9, 3), new int[] {0, 1, 2}, 0, 3),
        "gather: 3 rows of [9 × 3] into [2 × 3]");
    assertShape(() -> matrix(-1, 3), "a matrix of [-1 × 3] is not possible");
    assertShape(() -> matrix(1 << 20, 1 << 20), "a matrix of [1048576 × 1048576] is not possible");
  }

  private Matrix matrix(int rows, int columns) {
    return compute.matrix(rows, columns);
  }

  private static void assertShape(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake).isInstanceOf(ShapeException.class).hasMessage(message);
  }

  @Test
  void precisionsAreNotMixed() {
    Matrix narrow = Compute.of(Precision.FLOAT32, 1).matrix(2, 2);
    Elementwise f = Elementwise.of(x -> x, (x, y) -> 1);
    Pairwise g = Pairwise.of((a, b) -> a);
    assertMixed(() -> matrix(2, 2).setAffine(narrow, matrix(2, 2), matrix(1, 2)), "x W + b");
    assertMixed(() -> matrix(2, 2).setAffine(matrix(2, 2), narrow, matrix(1, 2)), "x W + b");
    assertMixed(
        () -> matrix(2, 2).setAffine(matrix(2, 2), matrix(2, 2), narrow.firstRows(1)), "x W + b");
    assertMixed(() -> matrix(2, 2).setTransposeTimes(matrix(2, 2), narrow), "xᵀ dy");
    assertMixed(() -> matrix(2, 2).setTimesTranspose(narrow, matrix(2, 2)), "dy Wᵀ");
    assertMixed(() -> matrix(1, 2).setColumnSums(narrow), "column sums");
    assertMixed(() -> matrix(2, 2).setMap(f, narrow), "f(x)");
    assertMixed(
        () -> matrix(2, 2).setMapGradient(f, matrix(2, 2), narrow, matrix(2, 2)), "dy f′(x)");
    assertMixed(() -> matrix(2, 2).setCombined(g, matrix(2, 2), narrow), "g(a, b)");
    assertMixed(() -> Matrix.pairSum(g, matrix(2, 2), narrow), "f(p, t)");
    assertMixed(() -> matrix(2, 2).set(narrow), "copy");
    assertMixed(() -> matrix(2, 2).setFirstRows(narrow, new int[] {0}, 0, 1), "gather");
    assertMixed(() -> matrix(2, 2).addScaled(1, narrow), "y + s u");
  }

  private static void assertMixed(ThrowingCallable mistake, String operation) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(operation + ": float64 and float32 cannot be mixed");
  }

  @Test
  void viewsInsideAnArrayAreRefusedByElementwiseOperations() {
    Matrix inside = matrix(1, 6).view(2, 2, 2);
    Matrix whole = matrix(2, 2);
    Elementwise f = Elementwise.of(x -> x, (x, y) -> 1);
    Pairwise g = Pairwise.of((a, b) -> a);
    assertInside(() -> whole.setMap(f, inside), "f(x)");
    assertInside(() -> inside.setMap(f, whole), "f(x)");
    assertInside(() -> whole.setMapGradient(f, whole, whole, inside), "dy f′(x)");
    assertInside(() -> whole.setCombined(g, inside, whole), "g(a, b)");
    assertInside(() -> Matrix.pairSum(g, whole, inside), "f(p, t)");
    assertInside(() -> whole.setPairGradient(g, inside, whole, 1), "∂f/∂p");
    assertInside(() -> Matrix.softmaxCrossEntropySum(whole, inside), "softmax cross-entropy");
    assertInside(
        () -> whole.setSoftmaxCrossEntropyGradient(inside, whole, 1), "softmax cross-entropy");
  }

  private static void assertInside(ThrowingCallable mistake, String operation) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            operation
                + ": a view that begins inside its array takes no part in elementwise operations");
  }

  @Test
  void viewsShareAndCopiesDoNot() {
    Matrix all = compute.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
    Matrix view = all.view(2, 2, 2);
    assertThat(view.toArray()).containsExactly(3, 4, 5, 6);
    view.set(1, 0, 50);
    assertThat(all.get(1, 1)).isEqualTo(50);
    Matrix copy = view.copy();
    copy.set(0, 0, 30);
    assertThat(all.get(0, 2)).isEqualTo(3);
    assertThat(all.firstRows(1).toArray()).containsExactly(1, 2, 3);
    assertThat(view.view(1, 1, 2).toArray()).containsExactly(4, 50);
  }

  @Test
  void indicesOutsideAreRefusedAlsoWhereTheArrayGoesOn() {
    Matrix view = matrix(4, 4).view(4, 2, 2);
    assertThatThrownBy(() -> view.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.get(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.set(0, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.setRow(2, new double[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.view(3, 1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.firstRows(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void rowsAreGatheredInTheGivenOrder() {
    Matrix source = compute.matrix(new double[][] {{0, 0}, {1, 10}, {2, 20}, {3, 30}});
    Matrix gathered = compute.matrix(new double[][] {{7, 7}, {7, 7}, {7, 7}});
    gathered.setFirstRows(source, new int[] {9, 3, 1, 9}, 1, 2);
    assertThat(gathered.toArray()).containsExactly(3, 30, 1, 10, 7, 7);
    assertThatThrownBy(() -> gathered.setFirstRows(source, new int[] {4}, 0, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void float32RoundsOnceAndWidensExactly() {
    Matrix narrow = Compute.of(Precision.FLOAT32, 1).matrix(1, 2);
    narrow.setAll(new double[] {0.1, 1e40});
    assertThat(narrow.toArray()).containsExactly((float) 0.1, Double.POSITIVE_INFINITY);
    assertThat(narrow).hasToString("[1 × 2] float32");
  }

  @Test
  void softmaxCrossEntropySumsItsRowsOneByOne() {
    Matrix z = compute.matrix(new double[][] {{1, 2, 3}, {-1, 0, 4}});
    Matrix t = compute.matrix(new double[][] {{0, 1, 0}, {0.5, 0.25, 0.25}});
    Matrix dz = z.like(2, 3);
    double sum = Matrix.softmaxCrossEntropySum(z, t);
    double first = Matrix.softmaxCrossEntropySum(z.firstRows(1), t.firstRows(1));
    // ln(e + e² + e³) − 2
    double byHand = StrictMath.log(StrictMath.exp(1) + StrictMath.exp(2) + StrictMath.exp(3)) - 2;
    assertThat(first).isCloseTo(byHand, org.assertj.core.data.Offset.offset(1e-15));
    assertThat(dz.setSoftmaxCrossEntropyGradient(z, t, 0.5)).isEqualTo(sum);
    // each row of s Σt − t sums to 0 where t sums to 1
    assertThat(dz.get(0, 0) + dz.get(0, 1) + dz.get(0, 2))
        .isCloseTo(0, org.assertj.core.data.Offset.offset(1e-16));
  }

  @Test
  void aMatrixFromRowsWantsThemOfOneLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compute.matrix(new double[][] {{1, 2}, {3}}))
        .withMessage("row 1 has 1 values, row 0 has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compute.matrix(new double[0][]))
        .withMessage("no rows: the number of columns is unknown");
  }
}
