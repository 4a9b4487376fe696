package dev.gradus.network;

import dev.gradus.calculus.CheckListener;
import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.Verdict;
import dev.gradus.layer.ElementwiseLayer;
import dev.gradus.layer.Frame;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * Looks for inputs that make units fire, and checks there what a first check could not test.
 *
 * <p>In each round a pool of rows is drawn, normal numbers of several sizes. For each unit that has
 * not fired a row is kept in which it does; where there is none, the row in which its argument is
 * nearest to 0 is varied (the kinks of relu and its kin lie there), and the best kept, several
 * times over. These rows, each with a target of the first batch, are the next batch.
 */
public final class InputSearch {
  private static final int ROUNDS = 40;
  private static final int POOL = 64;
  private static final int VARIATIONS = 12;
  private static final int BATCH = 16;
  private static final double[] SIZES = {1, 3, 0.3, 10, 30};

  private final Network network;
  private final Parameters theta;
  private final Matrix target;
  private final RandomGenerator random;
  private final Workspace pool;

  /**
   * A search.
   *
   * @param network the network
   * @param theta its parameters, copied and widened
   * @param target [n × out]: the targets that new inputs get are rows of it
   * @param random draws the inputs
   */
  public InputSearch(Network network, Parameters theta, Matrix target, RandomGenerator random) {
    Compute compute = Compute.float64();
    this.network = network;
    this.theta = theta.copy(compute);
    this.target = compute.matrix(target.rows(), target.columns());
    this.target.setAll(target.toArray());
    this.random = random;
    this.pool = network.workspace(this.theta, POOL);
  }

  /**
   * Completes a report.
   *
   * @param report of a first check at these parameters
   * @param objectives the subject, for a batch x [n × in] and y [n × out]
   * @return the report, where parameters that were not tested have the verdict of the first inputs
   *     at which they could be
   */
  public GradientReport complete(
      GradientReport report,
      BiFunction<Matrix, Matrix, Objective> objectives,
      GradientCheck check,
      int threads) {
    double[] at = theta.vector().toArray();
    GradientReport completed = report;
    for (int round = 0; round < ROUNDS; round++) {
      int[] untested = untested(completed);
      if (untested.length == 0) {
        break;
      }
      Matrix x = proposal(SIZES[round % SIZES.length]);
      Matrix y = targets(x.rows());
      Objective subject = objectives.apply(x, y);
      completed =
          completed.completedBy(
              check.check(subject, at, untested, threads, CheckListener.silent()));
    }
    return completed;
  }

  private static int[] untested(GradientReport report) {
    return report.verdicts().stream()
        .filter(verdict -> !verdict.tested())
        .mapToInt(Verdict::index)
        .toArray();
  }

  private Matrix targets(int rows) {
    Matrix y = target.like(rows, target.columns());
    for (int i = 0; i < rows; i++) {
      int row = random.nextInt(target.rows());
      for (int j = 0; j < y.columns(); j++) {
        y.set(i, j, target.get(row, j));
      }
    }
    return y;
  }

  /** Rows in which units fire that do not in the rows before; filled up with rows of the pool. */
  private Matrix proposal(double size) {
    draw(size);
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < BATCH; k++) {
      rows.add(row(random.nextInt(POOL)));
    }
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.layers().get(i) instanceof ElementwiseLayer layer) {
        for (int unit : silentUnits(rows, i)) {
          find(layer, i, unit, size).ifPresent(rows::add);
        }
      }
    }
    Matrix x = pool.x().like(rows.size(), network.inputs());
    for (int k = 0; k < rows.size(); k++) {
      x.setRow(k, rows.get(k));
    }
    return x;
  }

  private void draw(double size) {
    StandardInitializer.STANDARD_NORMAL.fill(pool.x(), random);
    for (int i = 0; i < POOL; i++) {
      for (int j = 0; j < network.inputs(); j++) {
        pool.x().set(i, j, size * pool.x().get(i, j));
      }
    }
  }

  private double[] row(int i) {
    double[] row = new double[network.inputs()];
    for (int j = 0; j < row.length; j++) {
      row[j] = pool.x().get(i, j);
    }
    return row;
  }

  private List<Integer> silentUnits(List<double[]> rows, int layer) {
    Matrix x = pool.x().like(rows.size(), network.inputs());
    for (int k = 0; k < rows.size(); k++) {
      x.setRow(k, rows.get(k));
    }
    String name = network.outputNames().get(layer);
    return Coverage.of(network, theta, x).layers().stream()
        .filter(firing -> firing.name().equals(name))
        .findFirst()
        .orElseThrow()
        .silent();
  }

  /** A row in which the unit fires. */
  private Optional<double[]> find(ElementwiseLayer layer, int index, int unit, double size) {
    draw(size);
    double spread = size;
    for (int k = 0; k < VARIATIONS; k++) {
      pool.forward();
      Frame frame = pool.frames().get(index);
      int nearest = 0;
      for (int i = 0; i < POOL; i++) {
        if (Coverage.fires(layer, frame, i, unit)) {
          return Optional.of(row(i));
        }
        boolean nearer = Math.abs(frame.x().get(i, unit)) < Math.abs(frame.x().get(nearest, unit));
        nearest = nearer ? i : nearest;
      }
      vary(row(nearest), spread);
      spread *= k % 2 == 0 ? 0.5 : 1.5;
    }
    return Optional.empty();
  }

  /** Fills the pool with the row and with rows around it. */
  private void vary(double[] row, double spread) {
    draw(spread);
    for (int j = 0; j < row.length; j++) {
      pool.x().set(0, j, 0);
      for (int i = 0; i < POOL; i++) {
        pool.x().set(i, j, pool.x().get(i, j) + row[j]);
      }
    }
  }
}
