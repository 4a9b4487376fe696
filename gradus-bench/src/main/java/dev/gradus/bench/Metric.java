package dev.gradus.bench;

import java.util.Arrays;
import java.util.List;

/** One figure of a workload, with DESIGN.md's target for it. */
enum Metric {
  W1_STEP("W1", "µs per step", Workload.W1, false, "≤ 1.0, then 0.7", ""),
  W1W_PROCESS("W1w", "s", Workload.W1W, false, "≤ 0.25", ""),
  W2_ROWS("W2", "rows/s", Workload.W2, true, "≥ 180,000, then 210,000", "≥ 340,000, then 400,000"),
  W3_ROWS("W3", "rows/s", Workload.W3, true, "≥ 20,000, then 22,500", "≥ 39,000, then 44,000"),
  W4_MEDIAN("W4 one row", "µs median", Workload.W4, false, "≤ 7", "≤ 7"),
  W4_P99("W4 one row", "µs p99", Workload.W4, false, "", ""),
  W4_BATCH("W4 batch 256", "rows/s", Workload.W4, true, "≥ 0.97 × best", "≥ 1.0 × best"),
  W5_SMALL("W5 batch 2", "ms per check", Workload.W5, false, "≤ 0.5", "≤ 0.5"),
  W5_BATCH("W5 batch 16", "ms per check", Workload.W5, false, "≤ 1", "≤ 1");

  private final String title;
  private final String unit;
  private final Workload workload;
  private final boolean moreIsBetter;
  private final String target1;
  private final String target2;

  Metric(
      String title,
      String unit,
      Workload workload,
      boolean moreIsBetter,
      String target1,
      String target2) {
    this.title = title;
    this.unit = unit;
    this.workload = workload;
    this.moreIsBetter = moreIsBetter;
    this.target1 = target1;
    this.target2 = target2;
  }

  static List<Metric> of(Workload workload) {
    return Arrays.stream(values()).filter(metric -> metric.workload == workload).toList();
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  Workload workload() {
    return workload;
  }

  boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** What DESIGN.md wants; empty if it says nothing. */
  String target(int threads) {
    return threads == 1 ? target1 : threads == 2 ? target2 : "";
  }

  /**
   * How many times better ours is than theirs: above 1 we are ahead, whichever way the unit points.
   */
  double ratio(double ours, double theirs) {
    return moreIsBetter ? ours / theirs : theirs / ours;
  }

  /**
   * The counted floating-point operations per second behind a value, in GFLOP/s; NaN where it would
   * say nothing (a whole process is mostly start, a 99th percentile mostly others' work).
   */
  double gigaflops(double value) {
    Shape shape = workload.shape();
    return switch (this) {
      case W1_STEP -> shape.trainingFlop() * workload.batch() / (value * 1e3);
      case W2_ROWS, W3_ROWS -> shape.trainingFlop() * value / 1e9;
      case W4_MEDIAN -> shape.forwardFlop() / (value * 1e3);
      case W4_BATCH -> shape.forwardFlop() * value / 1e9;
      case W1W_PROCESS, W4_P99, W5_SMALL, W5_BATCH -> Double.NaN;
    };
  }
}
