import dev.gradus.calculus.*;

/** Is this gradient of Rosenbrock's valley right? f(x, y) = (1 − x)² + 100 (y − x²)². */
void main() {
  var rosenbrock = new Objective() {
    public int parameters() { return 2; }
    public double value(double[] t) { return sq(1 - t[0]) + 100 * sq(t[1] - t[0] * t[0]); }
    public void gradient(double[] t, double[] g) {
      g[0] = -2 * (1 - t[0]) - 400 * t[0] * (t[1] - t[0] * t[0]);
      g[1] = 200 * (t[1] - t[0] * t[0]);
    }
  };
  IO.println(GradientCheck.standard().check(rosenbrock, new double[] {-1.2, 1}).summary());
}

double sq(double x) { return x * x; }
