package dev.gradus.cli;

import dev.gradus.calculus.Difference;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.StepSweep;
import dev.gradus.calculus.Verdict;
import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.Series;
import java.util.stream.IntStream;

/** The picture of a check: the error of the difference quotients, step by step. */
final class CheckPlot {
  private static final int HIGH = 0;
  private static final int LOW = -12;
  private static final int EACH = 4;

  /** More parameters do not move the median. */
  private static final int MOST = 200;

  /** Of the files in a folder. */
  static final String NAME = "gradient-check";

  private CheckPlot() {}

  /** Of one parameter. */
  static Chart of(Objective subject, double[] at, int parameter) {
    return chart("Error of the quotient, " + subject.name(parameter), subject, at, parameter);
  }

  /** The median of those that passed without a kink, or of at most 200 of them, evenly spread. */
  static Chart median(Objective subject, double[] at, GradientReport report) {
    int[] passed = report.passes().stream().mapToInt(Verdict::index).toArray();
    int[] some =
        IntStream.range(0, Math.min(MOST, passed.length))
            .map(k -> passed[(int) ((long) k * passed.length / Math.min(MOST, passed.length))])
            .toArray();
    return chart("Error of the quotient, median", subject, at, some);
  }

  private static Chart chart(String title, Objective subject, double[] at, int... which) {
    return Chart.titled(title)
        .xAxis("power of ten of the step h")
        .logYAxis("|a − n| / max(|a|, |n|)")
        .with(line("two points", Difference.TWO_POINT, subject, at, which))
        .with(line("four points", Difference.FOUR_POINT, subject, at, which));
  }

  /** An error of 0 has no place on a logarithmic axis. */
  private static Series line(
      String name, Difference difference, Objective subject, double[] at, int... which) {
    double[] errors =
        StepSweep.decades(difference, HIGH, LOW, EACH).medianErrors(subject, at, which);
    int[] shown = IntStream.range(0, errors.length).filter(k -> errors[k] > 0).toArray();
    return Series.line(
        name,
        IntStream.of(shown).mapToDouble(k -> HIGH - (double) k / EACH).toArray(),
        IntStream.of(shown).mapToDouble(k -> errors[k]).toArray());
  }
}
