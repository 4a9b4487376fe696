package dev.gradus.tabular.model;

import dev.gradus.calculus.CheckListener;
import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.loss.Loss;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * That the gradient of a network was compared with difference quotients before it was trained: of
 * parameters evenly spread over all, on a few of the rows. How many is counted by the work, not by
 * the clock, so that the same training gives the same file; it is some tenths of a second.
 */
final class Certificate {
  /** Rows of the batch. */
  static final int ROWS = 4;

  /** Multiplications and additions that all quotients together may take. */
  private static final double WORK = 2e8;

  /** Beyond that even the one gradient takes too long. */
  private static final double MOST_WORK_OF_A_PASS = 1e9;

  /** Points at which a parameter's quotients are taken: four at each of three steps. */
  private static final int POINTS = 12;

  private static final int FEWEST = 4;

  private Certificate() {}

  /** What the file says where nobody checked. */
  static Map<String, Object> skipped() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("checked", false);
    return entry;
  }

  /**
   * Checks.
   *
   * @param theta float64, where the training begins
   * @param rows at most {@link #ROWS}, float64
   */
  static Map<String, Object> of(
      Network network, Loss loss, Penalty penalty, Parameters theta, Dataset rows) {
    double pass = 2.0 * network.parameterCount() * rows.rows();
    if (3 * pass > MOST_WORK_OF_A_PASS) {
      return skipped();
    }
    Objective objective =
        network.objective(loss, rows.x(), rows.target(), penalty, Xoshiro256.seeded(0));
    int[] all = IntStream.range(0, objective.parameters()).filter(objective::isParameter).toArray();
    int count = Math.clamp((long) (WORK / (POINTS * pass)), FEWEST, 1000);
    int[] some = spread(all, Math.min(count, all.length));
    return entry(
        GradientCheck.standard()
            .check(objective, theta.vector().toArray(), some, 1, CheckListener.silent()),
        all.length,
        rows.rows());
  }

  /** Some, evenly spread. */
  private static int[] spread(int[] all, int count) {
    return IntStream.range(0, count).map(i -> all[(int) ((long) i * all.length / count)]).toArray();
  }

  private static Map<String, Object> entry(GradientReport report, int all, int rows) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("checked", true);
    entry.put("passed", report.failures().isEmpty());
    entry.put("sample", report.verdicts().size());
    entry.put("parameters", all);
    entry.put("rows", rows);
    entry.put("tested", report.tested());
    entry.put("failures", report.failures().size());
    entry.put("greatest_error", report.greatestError());
    entry.put("tolerance", report.tolerance());
    return entry;
  }
}
