package dev.gradus.tabular.sample;

import dev.gradus.layer.Normal;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Data sets that everybody knows, row by row. The rows of a seed do not depend on how many are
 * drawn, and have the same bits everywhere.
 *
 * <p>In those with two classes the rows take turns: 0, 1, 0, …
 */
public enum StandardSample {
  /** y = sin x, x uniform on [−5, 5); without noise. */
  SIN("x,y", false) {
    @Override
    public double[] draw(long row, RandomGenerator random) {
      double x = 10 * random.nextDouble() - 5;
      return new double[] {x, StrictMath.sin(x)};
    }
  },

  /**
   * Two half circles that reach into each other: (cos t, sin t) and (1 − cos t, ½ − sin t), t
   * uniform on [0, π); both coordinates with normal noise of deviation 0.1.
   */
  MOONS("x1,x2,class", true) {
    @Override
    public double[] draw(long row, RandomGenerator random) {
      double t = Math.PI * random.nextDouble();
      double cos = StrictMath.cos(t);
      double sin = StrictMath.sin(t);
      boolean upper = row % 2 == 0;
      return point(upper ? cos : 1 - cos, upper ? sin : 0.5 - sin, 0.1, row, random);
    }
  },

  /** Two circles around the origin, of radius 1 and ½, with normal noise of deviation 0.1. */
  CIRCLES("x1,x2,class", true) {
    @Override
    public double[] draw(long row, RandomGenerator random) {
      double t = 2 * Math.PI * random.nextDouble();
      double radius = row % 2 == 0 ? 1 : 0.5;
      return point(radius * StrictMath.cos(t), radius * StrictMath.sin(t), 0.1, row, random);
    }
  },

  /**
   * Two spirals of one and three quarter turns, each the other turned by half a turn: radius r = √u
   * with u uniform, angle 3.5 π r; normal noise of deviation 0.02. After Lang, Witbrock, Learning
   * to tell two spirals apart (1988), with fewer turns.
   */
  SPIRALS("x1,x2,class", true) {
    @Override
    public double[] draw(long row, RandomGenerator random) {
      double radius = Math.sqrt(random.nextDouble());
      double angle = 3.5 * Math.PI * radius + (row % 2 == 0 ? 0 : Math.PI);
      return point(
          radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), 0.02, row, random);
    }
  },

  /**
   * y = 10 sin(π x1 x2) + 20 (x3 − ½)² + 10 x4 + 5 x5 + e, x1 to x10 uniform on [0, 1), e normal of
   * deviation 1; five of the columns say nothing. R² is at most 0.96. Source: Friedman,
   * Multivariate adaptive regression splines (1991).
   */
  FRIEDMAN1("x1,x2,x3,x4,x5,x6,x7,x8,x9,x10,y", false) {
    @Override
    public double[] draw(long row, RandomGenerator random) {
      double[] x = new double[11];
      for (int i = 0; i < 10; i++) {
        x[i] = random.nextDouble();
      }
      double bend = x[2] - 0.5;
      x[10] =
          10 * StrictMath.sin(Math.PI * x[0] * x[1])
              + 20 * bend * bend
              + 10 * x[3]
              + 5 * x[4]
              + Normal.next(random);
      return x;
    }
  };

  private final String header;
  private final boolean classes;

  StandardSample(String header, boolean classes) {
    this.header = header;
    this.classes = classes;
  }

  /** The name on the command line, e.g. {@code sin}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of the columns; the last is the one to predict. */
  public List<String> names() {
    return List.of(header.split(",", -1));
  }

  /** Whether the last column holds classes, 0 and 1. */
  public boolean hasClasses() {
    return classes;
  }

  /**
   * Draws a row; rows are to be drawn in order.
   *
   * @param row counted from 0
   * @return a number for each of the {@link #names}
   */
  public abstract double[] draw(long row, RandomGenerator random);

  private static double[] point(
      double x, double y, double noise, long row, RandomGenerator random) {
    double first = x + noise * Normal.next(random);
    double second = y + noise * Normal.next(random);
    return new double[] {first, second, row % 2};
  }
}
