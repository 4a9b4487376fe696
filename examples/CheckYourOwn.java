import dev.gradus.calculus.*;

/** Is this gradient right? Rosenbrock's valley, f(x, y) = (1 − x)² + 100 (y − x²)². */
record Rosenbrock(boolean mistaken) implements Objective {
  public int parameters() { return 2; }

  public double value(double[] t) {
    return Math.pow(1 - t[0], 2) + 100 * Math.pow(t[1] - t[0] * t[0], 2);
  }

  public void gradient(double[] t, double[] g) {
    double inner = mistaken ? 200 : 400; // the chain rule's factor 2 of (x²)′ is easily lost
    g[0] = -2 * (1 - t[0]) - inner * t[0] * (t[1] - t[0] * t[0]);
    g[1] = 200 * (t[1] - t[0] * t[0]);
  }
}

void main() {
  double[] at = {-1.2, 1};
  GradientCheck check = GradientCheck.standard();
  IO.println(check.check(new Rosenbrock(false), at).requirePass().summary());
  for (Verdict verdict : check.check(new Rosenbrock(true), at).failures()) {
    IO.println("%s is %.6f, should be %.6f: %.3f of it"
        .formatted(verdict.name(), verdict.analytic(), verdict.numeric(), verdict.comparison().ratio()));
  }
}
