package dev.gradus.lab.plan;

import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The table of data sets to play with; each is the same every time. */
public enum PlayData {
  /**
   * The article's: y = sin x with x uniform on [−5, 5), fresh rows for ever. The table holds what
   * is to be learned, on a grid.
   */
  SIN {
    @Override
    Table rows() {
      double[] x = evenly(-REACH, REACH, GRID);
      double[] y = new double[GRID];
      for (int i = 0; i < GRID; i++) {
        y[i] = StrictMath.sin(x[i]);
      }
      return curve(x, y);
    }
  },
  /** y = 0 below x = 0 and 1 from there on: what no smooth function can do. */
  STEP {
    @Override
    Table rows() {
      RandomGenerator random = Xoshiro256.seeded(SEED);
      double[] x = new double[ROWS];
      double[] y = new double[ROWS];
      for (int i = 0; i < ROWS; i++) {
        x[i] = 2 * REACH * random.nextDouble() - REACH;
        y[i] = x[i] < 0 ? 0 : 1;
      }
      return curve(x, y);
    }
  },
  /** y is drawn without looking at x: there is nothing to learn, and much to learn by heart. */
  NOISE {
    @Override
    Table rows() {
      RandomGenerator random = Xoshiro256.seeded(SEED);
      double[] x = new double[FEW];
      double[] y = normal(FEW, 1, random);
      for (int i = 0; i < FEW; i++) {
        x[i] = 2 * REACH * random.nextDouble() - REACH;
      }
      return curve(x, y);
    }
  },
  /** Two half circles, one inside the other's reach. */
  MOONS {
    @Override
    Table rows() {
      RandomGenerator random = Xoshiro256.seeded(SEED);
      return classes(
          0.12,
          random,
          (label, place) -> {
            double angle = Math.PI * random.nextDouble();
            place[0] = label == 0 ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
            place[1] = label == 0 ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
          });
    }
  },
  /** A circle around another. */
  CIRCLES {
    @Override
    Table rows() {
      RandomGenerator random = Xoshiro256.seeded(SEED);
      return classes(
          0.1,
          random,
          (label, place) -> {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = label == 0 ? 1 : 0.45;
            place[0] = radius * StrictMath.cos(angle);
            place[1] = radius * StrictMath.sin(angle);
          });
    }
  },
  /** Two spirals that turn around each other, one and a half times. */
  SPIRALS {
    @Override
    Table rows() {
      RandomGenerator random = Xoshiro256.seeded(SEED);
      return classes(
          0.03,
          random,
          (label, place) -> {
            double t = StrictMath.sqrt(random.nextDouble()); // evenly along the arm
            double angle = 3 * Math.PI * t + label * Math.PI;
            place[0] = t * StrictMath.cos(angle);
            place[1] = t * StrictMath.sin(angle);
          });
    }
  };

  /** The ends of the interval of x. */
  static final double REACH = 5;

  private static final int GRID = 200;
  private static final int ROWS = 400;
  private static final int FEW = 60;
  private static final long SEED = 1;

  /** All its rows. */
  abstract Table rows();

  /** Where a point of a class lies, but for its noise. */
  interface Place {
    void of(int label, double[] place);
  }

  /** The name in settings: {@code moons}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** So many numbers from one end to the other, both included. */
  static double[] evenly(double from, double to, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + (to - from) * i / (count - 1);
    }
    return values;
  }

  private static double[] normal(int count, double deviation, RandomGenerator random) {
    Matrix drawn = Compute.float64().matrix(1, count);
    StandardInitializer.STANDARD_NORMAL.fill(drawn, random);
    double[] values = drawn.toArray();
    for (int i = 0; i < count; i++) {
      values[i] *= deviation;
    }
    return values;
  }

  Table curve(double[] x, double[] y) {
    return Table.of(toString(), NumberColumn.of("x", x), NumberColumn.of("y", y));
  }

  /** Two classes in turn, each point moved a little. */
  Table classes(double noise, RandomGenerator random, Place at) {
    double[] x1 = normal(ROWS, noise, random);
    double[] x2 = normal(ROWS, noise, random);
    String[] labels = new String[ROWS];
    double[] place = new double[2];
    for (int i = 0; i < ROWS; i++) {
      at.of(i % 2, place);
      x1[i] += place[0];
      x2[i] += place[1];
      labels[i] = i % 2 == 0 ? "a" : "b";
    }
    return Table.of(
        toString(),
        NumberColumn.of("x1", x1),
        NumberColumn.of("x2", x2),
        CategoryColumn.of("class", labels));
  }
}
