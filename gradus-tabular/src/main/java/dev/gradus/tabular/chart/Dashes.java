package dev.gradus.tabular.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into its dashes. XChart strokes each segment of a line on its own and begins a new
 * dash with it, so that a line of many short segments would look solid.
 */
final class Dashes {
  private final double xPixels;
  private final double yPixels;
  private final float[] lengths;
  private final List<Trace.Run> dashes = new ArrayList<>();
  private final List<double[]> open = new ArrayList<>();
  private int part;
  private double left;

  private Dashes(float[] lengths, double xPixels, double yPixels) {
    this.lengths = lengths;
    this.xPixels = xPixels;
    this.yPixels = yPixels;
    left = lengths[0];
  }

  /**
   * @param lengths of dash and gap by turns, in pixels
   * @param xPixels for each unit of the x axis
   * @param yPixels for each unit of the y axis
   */
  static List<Trace.Run> of(Trace.Run run, float[] lengths, double xPixels, double yPixels) {
    Dashes cut = new Dashes(lengths, xPixels, yPixels);
    cut.add(run.xs[0], run.ys[0]);
    for (int i = 1; i < run.size(); i++) {
      cut.segment(run, i);
    }
    cut.end();
    return cut.dashes;
  }

  private void segment(Trace.Run run, int i) {
    double dx = run.xs[i] - run.xs[i - 1];
    double dy = run.ys[i] - run.ys[i - 1];
    double length = StrictMath.hypot(dx * xPixels, dy * yPixels);
    double done = 0;
    while (length - done >= left) {
      done += left;
      add(run.xs[i - 1] + dx * done / length, run.ys[i - 1] + dy * done / length);
      end();
      part = (part + 1) % lengths.length;
      left = lengths[part];
      add(run.xs[i - 1] + dx * done / length, run.ys[i - 1] + dy * done / length);
    }
    left -= length - done;
    add(run.xs[i], run.ys[i]);
  }

  private void add(double x, double y) {
    if (part % 2 == 0) {
      open.add(new double[] {x, y});
    }
  }

  private void end() {
    if (open.size() > 1) {
      dashes.add(
          new Trace.Run(
              open.stream().mapToDouble(point -> point[0]).toArray(),
              open.stream().mapToDouble(point -> point[1]).toArray()));
    }
    open.clear();
  }
}
