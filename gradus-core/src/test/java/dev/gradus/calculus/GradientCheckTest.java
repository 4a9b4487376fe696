package dev.gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
  private static final double[] AT = {-1.2, 0.7, 2.5};

  private static Objective objective(
      int p, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
    return new Objective() {
      @Override
      public int parameters() {
        return p;
      }

      @Override
      public double value(double[] theta) {
        return f.applyAsDouble(theta);
      }

      @Override
      public void gradient(double[] theta, double[] result) {
        System.arraycopy(gradient.apply(theta), 0, result, 0, p);
      }
    };
  }

  /** f = x³ + 2 x y + sin z; the gradient is multiplied by a factor in its second component. */
  private static Objective smooth(double factor) {
    return objective(
        3,
        t -> t[0] * t[0] * t[0] + 2 * t[0] * t[1] + StrictMath.sin(t[2]),
        t -> new double[] {3 * t[0] * t[0] + 2 * t[1], factor * 2 * t[0], StrictMath.cos(t[2])});
  }

  /** f of one parameter with its derivative. */
  private static Objective scalar(DoubleUnaryOperator f, DoubleUnaryOperator derivative) {
    return objective(
        1, t -> f.applyAsDouble(t[0]), t -> new double[] {derivative.applyAsDouble(t[0])});
  }

  @Test
  void aRightGradientPassesFarBelowTheTolerance() {
    GradientReport report = GradientCheck.standard().check(smooth(1), AT).requirePass();
    assertThat(report.passes()).hasSize(3);
    assertThat(report.greatestError()).isLessThan(1e-10);
    assertThat(GradientCheck.twoPoint(1e-4).check(smooth(1), AT).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1 + 1e-5, 1 - 1e-5, 0.5, 2, -1, 0, 1 + 2e-6})
  void aWrongComponentFailsAndIsTheOnlyOne(double factor) {
    GradientReport report = GradientCheck.standard().check(smooth(factor), AT);
    assertThat(report.passed()).isFalse();
    assertThat(report.failures()).extracting(Verdict.Fail::index).containsExactly(1);
    Verdict.Fail fail = report.failures().getFirst();
    assertThat(fail.analytic()).isEqualTo(factor * 2 * AT[0]);
    assertThat(fail.numeric() / (2 * AT[0]))
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void toleranceSaysWhatPasses() {
    assertThat(GradientCheck.standard().check(smooth(1 + 1e-5), AT).passed()).isFalse();
    GradientCheck lenient = GradientCheck.standard().withTolerance(2e-5);
    GradientReport report = lenient.check(smooth(1 + 1e-5), AT);
    assertThat(report.passed()).isTrue();
    assertThat(report.tolerance()).isEqualTo(2e-5);
    assertThat(report.greatestError()).isBetween(0.99e-5, 1.01e-5);
  }

  @Test
  void componentsFarBelowTheGreatestAreMeasuredByTheFloor() {
    // the second component is 1e-9 and claimed to be 2e-9: relative to the floor of 1e-3 · 1 it is
    // 1e-6 off, alone it would be off by half
    Objective f = objective(2, t -> t[0] + 1e-9 * t[1], t -> new double[] {1, 1.9e-9});
    double[] at = {0, 0};
    GradientReport report = GradientCheck.standard().check(f, at);
    assertThat(report.passed()).isTrue();
    assertThat(report.greatestError()).isCloseTo(0.9e-6, org.assertj.core.data.Offset.offset(1e-9));
    GradientCheck strict = new GradientCheck(Difference.FOUR_POINT, List.of(1e-3, 1e-4), 1e-6, 0);
    assertThat(strict.check(f, at).failures()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aGradientThatIsNoNumberFailsAndHidesNoOther(double bad) {
    Objective f = objective(3, t -> t[0] + t[1] + t[2], t -> new double[] {1, bad, 1.5});
    GradientReport report = GradientCheck.standard().check(f, AT);
    assertThat(report.passes()).extracting(Verdict.Pass::index).containsExactly(0);
    assertThat(report.failures()).extracting(Verdict.Fail::index).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void valuesThatAreNoNumbersFail() {
    Objective f = scalar(x -> Double.NaN, x -> 1);
    assertThat(GradientCheck.standard().check(f, new double[] {1}).failures()).hasSize(1);
    Objective both = scalar(x -> Double.NaN, x -> Double.NaN);
    assertThat(GradientCheck.standard().check(both, new double[] {1}).failures()).hasSize(1);
  }

  @Test
  void aConstantsGradientOfZeroIsVacuous() {
    GradientReport report =
        GradientCheck.standard().check(scalar(x -> 7, x -> 0), new double[] {1});
    assertThat(report.vacuous()).hasSize(1);
    assertThat(report.tested()).isZero();
    assertThat(report.zeros()).isEqualTo(1);
    assertThat(GradientCheck.standard().check(scalar(x -> 7, x -> 1e-9), new double[] {1}).passed())
        .isFalse();
  }

  /** |x| that knows its kink, and can hold its piece or cannot. */
  private record Absolute(boolean holdable, double slopeBeyond) implements Objective {
    Absolute(boolean holdable) {
      this(holdable, 1);
    }

    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public double value(double[] theta) {
      return Math.abs(theta[0]);
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
      gradient[0] = slopeBeyond * Math.signum(theta[0]);
    }

    @Override
    public Probe probe(double[] theta) {
      double centre = theta[0];
      return new Probe() {
        private double last;

        @Override
        public double at(int i, double shift) {
          last = centre + shift;
          return Math.abs(last);
        }

        @Override
        public List<Kink> crossed() {
          return Math.signum(last) == Math.signum(centre)
              ? List.of()
              : List.of(new Kink("x", 0, 0));
        }

        @Override
        public boolean holds() {
          return holdable;
        }

        @Override
        public double held(int i, double shift) {
          return Math.signum(centre) * (centre + shift);
        }
      };
    }
  }

  @Test
  void aKinkThatCannotBeHeldAndThatEachStepReachesOverIsUnsure() {
    for (double at : new double[] {0, 1e-6, -1e-6}) {
      GradientReport report =
          GradientCheck.standard().check(new Absolute(false), new double[] {at});
      assertThat(report.passed()).isTrue();
      assertThat(report.unsure()).hasSize(1);
      assertThat(report.unsure().getFirst().kinks()).containsExactly(new Kink("x", 0, 0));
    }
  }

  @Test
  void nearAKinkThatCannotBeHeldTheSmallerStepsJudge() {
    for (double at : new double[] {5e-4, 5e-5, 1}) {
      GradientReport report =
          GradientCheck.standard().check(new Absolute(false), new double[] {at});
      assertThat(report.passes()).as("x = %s", at).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, -1e-6, 5e-5, -5e-4, 1.5e-3})
  void withTheKinkHeldARightGradientPassesAndIsNamed(double at) {
    GradientReport report = GradientCheck.standard().check(new Absolute(true), new double[] {at});
    assertThat(report.atKinks()).hasSize(1);
    Verdict.AtKink verdict = report.atKinks().getFirst();
    assertThat(verdict.kinks()).containsExactly(new Kink("x", 0, 0));
    assertThat(verdict.numeric()).isCloseTo(Math.signum(at), within(1e-9));
    assertThat(verdict.tested()).isEqualTo(at != 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, -1e-6, 5e-5, -5e-4, 1.5e-3})
  void withTheKinkHeldAWrongGradientFails(double at) {
    for (double factor : new double[] {0, -1, 1 + 1e-5}) {
      GradientReport report =
          GradientCheck.standard().check(new Absolute(true, factor), new double[] {at});
      assertThat(report.failures()).as("factor %s at %s", factor, at).hasSize(1);
      assertThat(report.failures().getFirst().kinks()).containsExactly(new Kink("x", 0, 0));
    }
  }

  @Test
  void oneSidedSlopesAreReportedAndNotJudged() {
    Verdict.AtKink verdict =
        GradientCheck.standard().check(new Absolute(true), new double[] {0}).atKinks().getFirst();
    assertThat(verdict.leftSlope()).isEqualTo(-1);
    assertThat(verdict.rightSlope()).isEqualTo(1);
    assertThat(verdict.difference()).isZero();
  }

  @Test
  void aKinkThatNobodyDeclaredFails() {
    Objective hidden = scalar(Math::abs, Math::signum);
    assertThat(GradientCheck.standard().check(hidden, new double[] {1e-6}).failures()).hasSize(1);
  }

  @Test
  void theStepThatAgreesBestWithItsNeighbourCounts() {
    // sin 300x: h = 1e-3 is far too large, its truncation error alone is 3e-4
    Objective fast = scalar(x -> StrictMath.sin(300 * x), x -> 300 * StrictMath.cos(300 * x));
    double[] at = {0.2};
    GradientCheck coarse = new GradientCheck(Difference.FOUR_POINT, List.of(1e-3), 1e-6, 1e-3);
    assertThat(coarse.check(fast, at).passed()).isFalse();
    assertThat(GradientCheck.standard().check(fast, at).passed()).isTrue();
  }

  @Test
  void subjectAndPointAreLeftAsTheyWere() {
    double[] at = AT.clone();
    Objective greedy =
        objective(
            3,
            t -> t[0] + t[1] + t[2],
            t -> {
              double[] ones = {1, 1, 1};
              t[0] = 99; // a subject that writes to its argument changes its own copy only
              return ones;
            });
    assertThat(GradientCheck.standard().check(greedy, at).passed()).isTrue();
    assertThat(at).containsExactly(AT);
  }

  @Test
  void wantsAPointOfTheRightSizeAndASize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.standard().check(smooth(1), new double[2]))
        .withMessage("θ has 2 components, f takes 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradientCheck(Difference.TWO_POINT, List.of(), 1e-6, 1e-3))
        .withMessage("no step sizes; wants at least one");
  }

  @Test
  void passesRightGradientsAtAStationaryPoint() {
    Objective valley =
        objective(
            t -> (1 - t[0]) * (1 - t[0]) + 100 * (t[1] - t[0] * t[0]) * (t[1] - t[0] * t[0]),
            t ->
                new double[] {
                  -2 * (1 - t[0]) - 400 * t[0] * (t[1] - t[0] * t[0]), 200 * (t[1] - t[0] * t[0])
                });
    assertThat(GradientCheck.standard().check(valley, new double[] {1, 1}).passes()).hasSize(2);
    Objective bowl =
        objective(t -> StrictMath.exp(t[0]) - t[0], t -> new double[] {StrictMath.exp(t[0]) - 1});
    assertThat(GradientCheck.standard().check(bowl, new double[] {0}).passes()).hasSize(1);
    Objective wrong = objective(t -> StrictMath.exp(t[0]) - t[0], t -> new double[] {1e-8});
    assertThat(GradientCheck.standard().check(wrong, new double[] {0}).failures()).hasSize(1);
  }

  @Test
  void aQuotientThatIsItselfUncertainIsUnsure() {
    // values of 1e9 leave a slope of 1 about 8e-4 of rounding at the largest step
    Objective high = scalar(x -> 1e9 + x, x -> 1);
    GradientReport report = GradientCheck.standard().check(high, new double[] {0.3});
    assertThat(report.unsure()).hasSize(1);
    assertThat(report.unsure().getFirst().comparison().uncertainty()).isGreaterThan(1e-6);
    Objective wrong = scalar(x -> 1e9 + x, x -> 2);
    assertThat(GradientCheck.standard().check(wrong, new double[] {0.3}).failures()).hasSize(1);
  }

  @Test
  void stepsAtWhichTheFunctionDoesNotExistAreLeftOut() {
    // ln x at 1e-3: the points of the largest step reach below 0
    Objective logarithm = scalar(StrictMath::log, x -> 1 / x);
    GradientReport report = GradientCheck.standard().check(logarithm, new double[] {1e-3});
    assertThat(report.failures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void threadsChangeNothingInTheReport(int threads) {
    int p = 500;
    Objective f =
        objective(
            p,
            t -> Arrays.stream(t).map(x -> x * x * x).sum(),
            t -> Arrays.stream(t).map(x -> 3 * x * x).toArray());
    double[] at = IntStream.range(0, p).mapToDouble(i -> 0.5 + i / 100.0).toArray();
    AtomicInteger last = new AtomicInteger();
    GradientReport report =
        GradientCheck.standard().check(f, at, threads, (done, all) -> last.set(done));
    assertThat(report).isEqualTo(GradientCheck.standard().check(f, at));
    assertThat(last).hasValue(p);
  }

  @Test
  void anExceptionOfTheSubjectReachesTheCaller() {
    Objective broken =
        objective(
            200,
            t -> {
              if (t[150] != 0) {
                throw new IllegalStateException("broken");
              }
              return t[0];
            },
            t -> new double[200]);
    assertThatThrownBy(
            () ->
                GradientCheck.standard().check(broken, new double[200], 3, CheckListener.silent()))
        .hasMessage("broken");
  }

  @Test
  void someParametersAreMeasuredByTheWholeGradient() {
    Objective f = objective(2, t -> t[0] + 1e-9 * t[1], t -> new double[] {1, 1.9e-9});
    GradientReport report =
        GradientCheck.standard().check(f, new double[2], new int[] {1}, 1, CheckListener.silent());
    assertThat(report.verdicts()).extracting(Verdict::index).containsExactly(1);
    assertThat(report.passed()).isTrue();
  }

  /** Parameters are claimed by sixty-fours: a thread more would find none left. */
  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 128, 129})
  void onlyAsManyThreadsAskForAProbeAsThereAreBundles(int p) {
    AtomicInteger probes = new AtomicInteger();
    Objective counted =
        new Objective() {
          @Override
          public int parameters() {
            return p;
          }

          @Override
          public double value(double[] theta) {
            return Arrays.stream(theta).sum();
          }

          @Override
          public void gradient(double[] theta, double[] gradient) {
            Arrays.fill(gradient, 1);
          }

          @Override
          public Probe probe(double[] theta) {
            probes.incrementAndGet();
            return Objective.super.probe(theta);
          }
        };
    GradientCheck.standard().check(counted, new double[p], 8, CheckListener.silent()).requirePass();
    assertThat(probes).hasValue((p + 63) / 64);
  }

  @Test
  void refusesWhatIsNoToleranceAndNoFloor() {
    List<Double> steps = List.of(1e-3);
    assertThat(new GradientCheck(Difference.TWO_POINT, steps, 1e-6, 0).floor()).isZero();
    for (double[] bad : new double[][] {{0, 0}, {Double.NaN, 0}, {1e-6, -1}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new GradientCheck(Difference.TWO_POINT, steps, bad[0], bad[1]))
          .withMessageContaining("wants above 0, and 0 or more");
    }
    for (List<Double> bad : List.of(List.of(0.0), List.of(1e-3, 1e-3), List.of(1e-4, 1e-3))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new GradientCheck(Difference.TWO_POINT, bad, 1e-6, 1e-3))
          .withMessageContaining("wants finite ones above 0, the largest first");
    }
  }

  @Test
  void theDifferenceOverAKinkIsTheMeanOfBothSlopes() {
    Comparison any = new Comparison(0, "a", 0, 0, 0, 0);
    assertThat(new Verdict.AtKink(any, List.of(), -1, 4).difference()).isEqualTo(1.5);
  }

  @Test
  void refusesStepsThatDoNotDescend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradientCheck(Difference.TWO_POINT, List.of(1e-4, 1e-3), 1e-6, 1e-3))
        .withMessage("step sizes [1.0E-4, 0.001]; wants finite ones above 0, the largest first");
  }

  private static Objective objective(
      ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient) {
    return new Objective() {
      @Override
      public int parameters() {
        return gradient.apply(new double[] {0, 0}).length;
      }

      @Override
      public double value(double[] theta) {
        return value.applyAsDouble(theta);
      }

      @Override
      public void gradient(double[] theta, double[] into) {
        System.arraycopy(gradient.apply(theta), 0, into, 0, into.length);
      }
    };
  }
}
