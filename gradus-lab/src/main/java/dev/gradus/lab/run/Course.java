package dev.gradus.lab.run;

import dev.gradus.data.Dataset;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import java.util.Arrays;

/**
 * The losses of a run by its steps, at most {@value #POINTS} points: the same each time, whoever
 * watches and however fast. The training loss is the mean since the point before; the validation
 * loss is taken at every fourth.
 */
public final class Course {
  private static final int POINTS = 400;
  private static final int EVERY = 4;

  private final long stride;
  private final Experiment experiment;
  private final Dataset held;
  private final Workspace workspace;
  private final long[] steps = new long[POINTS + 1];
  private final double[] losses = new double[POINTS + 1];
  private final double[] validation = new double[POINTS + 1];
  private int points;
  private double sum;
  private long count;

  /**
   * Nothing has happened yet.
   *
   * @param theta shared, looked at on the run's thread
   */
  Course(Experiment experiment, Parameters theta) {
    Compute compute = theta.vector().compute();
    this.experiment = experiment;
    this.stride = Math.ceilDiv(experiment.settings().steps(), POINTS);
    this.held = experiment.validation(compute);
    this.workspace = experiment.network().predictor(theta, held.rows());
    Arrays.fill(validation, Double.NaN);
  }

  /** On the run's thread, after each step. */
  void add(long done, double loss) {
    sum += loss;
    count++;
    if (done % stride == 0) {
      close(done);
    }
  }

  /** A point for what came since the last. */
  void close(long done) {
    if (count == 0) {
      return;
    }
    double held =
        points % EVERY == 0 || done == experiment.settings().steps() ? validated() : Double.NaN;
    synchronized (this) {
      steps[points] = done;
      losses[points] = sum / count;
      validation[points] = held;
      points++;
    }
    sum = 0;
    count = 0;
  }

  private double validated() {
    workspace.x().set(held.x());
    workspace.forward();
    return experiment.settings().loss().value(workspace.prediction(), held.target());
  }

  /**
   * One point.
   *
   * @param step steps taken until then
   * @param validation NaN where it was not taken
   */
  public record Point(long step, double loss, double validation) {}

  /** All so far: a copy. */
  public synchronized Point[] soFar() {
    Point[] all = new Point[points];
    for (int i = 0; i < points; i++) {
      all[i] = new Point(steps[i], losses[i], validation[i]);
    }
    return all;
  }
}
