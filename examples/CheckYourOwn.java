import dev.gradus.calculus.*;

/** Is this gradient right? Rosenbrock's valley, f(x, y) = (1 − x)² + 100 (y − x²)². */
class Rosenbrock implements Objective {
  public int parameters() { return 2; }

  public double value(double[] t) {
    return Math.pow(1 - t[0], 2) + 100 * Math.pow(t[1] - t[0] * t[0], 2);
  }

  public void gradient(double[] t, double[] g) {
    g[0] = -2 * (1 - t[0]) - 400 * t[0] * (t[1] - t[0] * t[0]);
    g[1] = 200 * (t[1] - t[0] * t[0]);
  }
}

void main() {
  var report = GradientCheck.standard().check(new Rosenbrock(), new double[] {-1.2, 1});
  IO.println(report.summary());
}
