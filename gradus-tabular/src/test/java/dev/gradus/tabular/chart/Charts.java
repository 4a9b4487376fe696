package dev.gradus.tabular.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Charts that the tests of both painters share. */
final class Charts {
  private Charts() {}

  /** A noisy loss that falls from 13 to 0.2, twice. */
  static Chart losses() {
    int n = 1000;
    Random random = new Random(1);
    double[] steps = new double[n];
    double[] training = new double[n];
    double[] validation = new double[n];
    for (int i = 0; i < n; i++) {
      steps[i] = i + 1;
      double falling = 12.8 * StrictMath.exp(-i / 90.0);
      training[i] = falling * (1 + 0.1 * random.nextDouble()) + 0.2;
      validation[i] = falling * (1 + 0.2 * random.nextDouble()) + 0.3;
    }
    return Chart.titled("Training")
        .xAxis("step")
        .yAxis("loss")
        .line("training", steps, training)
        .line("validation", steps, validation);
  }

  /** Data that painters stumble over, by name. */
  static Map<String, Chart> degenerate() {
    Map<String, double[][]> data = new LinkedHashMap<>();
    data.put("empty", new double[][] {{}, {}});
    data.put("one point", new double[][] {{5}, {3}});
    data.put("constant", new double[][] {{1, 2, 3}, {7, 7, 7}});
    data.put("zero", new double[][] {{0, 0}, {0, 0}});
    data.put("not a number", new double[][] {{1, 2}, {Double.NaN, Double.NaN}});
    data.put("infinite", new double[][] {{1, Double.POSITIVE_INFINITY, 3}, {1, 2, 1.0 / 0}});
    data.put("gaps", new double[][] {{1, 2, 3, 4, 5}, {1, Double.NaN, 2, 3, Double.NaN}});
    data.put("huge", new double[][] {{-1e308, 1e308}, {-Double.MAX_VALUE, Double.MAX_VALUE}});
    data.put("huge constant", new double[][] {{1e308}, {Double.MAX_VALUE}});
    data.put("tiny", new double[][] {{1e-300, 2e-300}, {1e-300, 3e-300}});
    data.put("subnormal", new double[][] {{0, Double.MIN_VALUE}, {Double.MIN_VALUE, 0}});
    data.put("far from 0", new double[][] {{1e9, 1e9 + 1e-3}, {-1e15, -1e15 + 1}});
    data.put("negative", new double[][] {{1, 2}, {-1, -2}});
    Map<String, Chart> charts = new LinkedHashMap<>();
    data.forEach(
        (name, xy) -> {
          Chart chart = Chart.titled(name).line("l", xy[0], xy[1]).points("p", xy[0], xy[1]);
          charts.put(name, chart);
          charts.put(name + ", log", chart.logYAxis("y"));
        });
    charts.put("no series", Chart.titled(""));
    charts.put(
        "blank texts",
        Chart.titled(" ").xAxis("\0").yAxis("").line(" ", new double[1], new double[1]));
    return charts;
  }
}
