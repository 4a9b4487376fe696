package dev.gradus.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.FunctionTable;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every loss of one prediction and one target, with its derivative, at 10,000 points, up to ±1e308
 * and subnormal: against values of high precision, or worked exactly where a few operations make
 * them.
 *
 * <p>Two losses are differences that can be 0 between other points than the doubles (e^p − t p, and
 * the derivatives e^p − t and σ(z) − t): they are within 4 ulp, or within 2⁻⁵⁶ of the terms.
 */
class LossFarOutTest {
  private static final double[] X = FunctionTable.column("x");

  /** As in {@code functions.py}. */
  private static final double[] PROBABILITIES = {0, 1, 0.5, 0.1, 0.75, 1, 0, 1 - 0x1p-53};

  private static final double[] COUNTS = {0, 1, 2, 3, 7, 20, 1.5, 1e6};

  private final Matrix p = Compute.float64().matrix(1, 1);
  private final Matrix t = p.like(1, 1);
  private final Matrix gradient = p.like(1, 1);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX_CE")
  void valueAndDerivativeAreWithinAFewUnitsInTheLastPlace(StandardLoss loss) {
    StringBuilder bad = new StringBuilder();
    for (int i = 0; i < X.length; i++) {
      double target = target(loss, i);
      p.set(0, 0, X[i]);
      t.set(0, 0, target);
      double value = loss.evaluate(p, t, gradient);
      double slope = gradient.get(0, 0);
      double terms = terms(loss, X[i], target);
      if (!near(value, value(loss, i), loss == StandardLoss.LOG_COSH ? 8 : 4, terms)) {
        bad.append(message(loss + "(", i, target, value, value(loss, i)));
      }
      if (!near(slope, slope(loss, i), 4, loss == StandardLoss.POISSON ? slopeTerms(i) : terms)) {
        bad.append(message(loss + "'(", i, target, slope, slope(loss, i)));
      }
    }
    assertThat(bad.toString().lines().limit(10)).isEmpty();
  }

  private static boolean near(double actual, double expected, int ulps, double terms) {
    return FunctionTable.apart(actual, expected) + 1 <= ulps
        || Math.abs(actual - expected) <= terms * 0x1p-56;
  }

  /** The size of what cancels. */
  private static double terms(StandardLoss loss, double x, double target) {
    return switch (loss) {
      case BCE -> Math.min(target, 1 - target) > 0 ? 1 : 0;
      case POISSON -> target * Math.abs(x);
      default -> 0;
    };
  }

  private static double slopeTerms(int i) {
    return COUNTS[i % 8];
  }

  private static String message(String what, int i, double t, double actual, double expected) {
    return "%s%s, %s) is %s, expected %s: %d doubles apart%n"
        .formatted(what, X[i], t, actual, expected, FunctionTable.apart(actual, expected));
  }

  private static double target(StandardLoss loss, int i) {
    return switch (loss) {
      case BCE -> PROBABILITIES[i % 8];
      case POISSON -> COUNTS[i % 8];
      case HINGE -> i % 2 == 0 ? 1 : -1;
      case LOG_COSH -> 0;
      default -> i % 3 == 0 ? 0 : X[(int) (i * 7919L % X.length)];
    };
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }

  private static double value(StandardLoss loss, int i) {
    BigDecimal r = exact(X[i]).subtract(exact(target(loss, i)));
    BigDecimal a = r.abs();
    BigDecimal half = exact(0.5);
    return switch (loss) {
      case MAE -> a.doubleValue();
      case MSE -> rounded(a.pow(2));
      case HUBER -> rounded(a.doubleValue() <= 1 ? half.multiply(a.pow(2)) : a.subtract(half));
      case QUANTILE -> rounded(half.multiply(a));
      case HINGE ->
          rounded(
              BigDecimal.ONE
                  .subtract(exact(X[i]).multiply(exact(target(loss, i))))
                  .max(BigDecimal.ZERO));
      case LOG_COSH -> FunctionTable.column("log_cosh")[i];
      case BCE -> FunctionTable.column("bce")[i];
      case POISSON -> FunctionTable.column("poisson")[i];
      case SOFTMAX_CE -> throw new AssertionError();
    };
  }

  private static double slope(StandardLoss loss, int i) {
    double target = target(loss, i);
    BigDecimal r = exact(X[i]).subtract(exact(target));
    return switch (loss) {
      case MAE -> r.signum();
      case MSE -> rounded(r.add(r));
      case HUBER -> Math.max(-1, Math.min(1, r.doubleValue()));
      case QUANTILE -> r.signum() * 0.5;
      case HINGE -> target * X[i] < 1 ? -target : 0;
      case LOG_COSH -> FunctionTable.column("tanh")[i];
      case BCE -> FunctionTable.column("bce'")[i];
      case POISSON -> FunctionTable.column("poisson'")[i];
      case SOFTMAX_CE -> throw new AssertionError();
    };
  }

  private static double rounded(BigDecimal exact) {
    return exact.round(new MathContext(60)).doubleValue();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX_CE")
  void nothingButNaNGivesNaN(StandardLoss loss) {
    double infinity = Double.POSITIVE_INFINITY;
    for (double x : new double[] {infinity, -infinity, Double.MAX_VALUE, -Double.MAX_VALUE, 0}) {
      for (double target : new double[] {1, loss == StandardLoss.HINGE ? -1 : 0}) {
        p.set(0, 0, x);
        t.set(0, 0, target);
        assertThat(loss.evaluate(p, t, gradient)).as("%s(%s, %s)", loss, x, target).isNotNaN();
        assertThat(gradient.get(0, 0)).as("%s'(%s, %s)", loss, x, target).isNotNaN();
      }
    }
  }
}
