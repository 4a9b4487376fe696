package dev.gradus.loss;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Holds a loss's gradient against difference quotients of its value, at the predictions of a batch:
 * a loss of the user's own is checked so before a training begins.
 */
public final class LossCheck {
  /** Elements that are looked at: enough to find a wrong formula, few enough not to be noticed. */
  private static final int ENOUGH = 256;

  private LossCheck() {}

  /**
   * Checks the first rows of a batch, in float64.
   *
   * @param prediction [n × out]; not changed
   * @param target [n × out]
   * @throws IllegalArgumentException if the gradient is wrong: names the worst element
   */
  public static void require(Loss loss, Matrix prediction, Matrix target) {
    int rows = Math.max(1, Math.min(prediction.rows(), ENOUGH / prediction.columns()));
    Subject subject = new Subject(loss, widened(prediction, rows), widened(target, rows));
    double[] at = subject.point();
    List<Verdict.Fail> failures = GradientCheck.standard().check(subject, at).failures();
    if (!failures.isEmpty()) {
      Verdict.Fail worst = failures.getFirst();
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the gradient of loss %s is wrong in %d of %d elements; %s is %s, by difference quotients %s",
              loss,
              failures.size(),
              at.length,
              worst.name(),
              worst.analytic(),
              worst.numeric()));
    }
  }

  private static Matrix widened(Matrix matrix, int rows) {
    Matrix wide = Compute.float64().matrix(rows, matrix.columns());
    wide.setAll(matrix.firstRows(rows).toArray());
    return wide;
  }

  /** The loss as a function of the predictions. */
  private static final class Subject implements Objective {
    private final Loss loss;
    private final Matrix prediction;
    private final Matrix target;
    private final Matrix slope;
    private final double[] all;

    Subject(Loss loss, Matrix prediction, Matrix target) {
      this.loss = loss;
      this.prediction = prediction;
      this.target = target;
      this.slope = prediction.like(prediction.rows(), prediction.columns());
      this.all = prediction.toArray();
    }

    /** The elements that are looked at. */
    double[] point() {
      return Arrays.copyOf(all, parameters());
    }

    @Override
    public int parameters() {
      return Math.min(ENOUGH, all.length);
    }

    private void set(double[] at) {
      System.arraycopy(at, 0, all, 0, at.length);
      prediction.setAll(all);
    }

    @Override
    public String name(int i) {
      int columns = prediction.columns();
      return String.format(
          Locale.ROOT, "∂L/∂prediction[row %d, output %d]", i / columns, i % columns);
    }

    @Override
    public double value(double[] at) {
      set(at);
      return loss.value(prediction, target);
    }

    @Override
    public void gradient(double[] at, double[] gradient) {
      set(at);
      loss.evaluate(prediction, target, slope);
      System.arraycopy(slope.toArray(), 0, gradient, 0, gradient.length);
    }

    @Override
    public Probe probe(double[] at) {
      double[] point = at.clone();
      List<Double> centre = signs(point);
      return new Probe() {
        private List<Kink> crossed = List.of();

        @Override
        public double at(int i, double shift) {
          double kept = point[i];
          point[i] = kept + shift;
          double value = value(point);
          crossed = signs(point).equals(centre) ? List.of() : List.of(kink(i));
          point[i] = kept;
          return value;
        }

        @Override
        public List<Kink> crossed() {
          return crossed;
        }
      };
    }

    private Kink kink(int i) {
      return new Kink("residual", i / prediction.columns(), i % prediction.columns());
    }

    private List<Double> signs(double[] at) {
      set(at);
      List<Double> signs = new ArrayList<>();
      loss.value(prediction, target, (row, unit, distance) -> signs.add(Math.signum(distance)));
      return signs;
    }
  }
}
