package dev.gradus.cli;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.calculus.Verdict;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The article's sections before training: forward, backward, and the gradient check. */
final class ArticleTour {
  /** The article's step of the difference quotient. */
  private static final double EPSILON = 1e-4;

  private final Page page;
  private final Network network;
  private final Compute compute;
  private final RandomGenerator random;

  ArticleTour(Page page, Network network, Compute compute, RandomGenerator random) {
    this.page = page;
    this.network = network;
    this.compute = compute;
    this.random = random;
  }

  /**
   * Shows them all.
   *
   * @param batch the batch size of the training that follows
   */
  void show(int batch) {
    page.say("A network %s with ReLU learns sin(x); every gradient is derived by hand.", widths());
    page.say("Samples are rows here: what the article writes as (16, 2) is (2, 16).");
    page.put("parameters", network.parameterCount());
    forward();
    backward();
    check();
    larger(batch);
  }

  private String widths() {
    List<String> dense = new ArrayList<>(List.of(Integer.toString(network.inputs())));
    network.layout().stream()
        .filter(part -> part.block().symbol().equals("b"))
        .forEach(part -> dense.add(Integer.toString(part.block().columns())));
    return String.join("-", dense);
  }

  private Parameters fresh() {
    return network.initialize(compute, random);
  }

  private Matrix drawn(int rows) {
    Matrix column = compute.matrix(rows, 1);
    StandardInitializer.STANDARD_NORMAL.fill(column, random);
    return column;
  }

  private void forward() {
    page.heading("1. Forward: the cache of two samples, without a target");
    Workspace workspace = network.workspace(fresh(), 2);
    workspace.x().setAll(new double[] {random.nextDouble(), random.nextDouble()});
    workspace.forward();
    Map<String, Object> shapes = new LinkedHashMap<>();
    workspace
        .cache()
        .forEach((name, matrix) -> shapes.put(name, name.equals("y") ? "None" : shape(matrix)));
    table(shapes);
    page.put("cache", shapes);
  }

  private void backward() {
    page.heading("2. Backward: x = (1, 2), y = (2, 3)");
    Workspace workspace = network.workspace(fresh(), 2);
    workspace.x().setAll(new double[] {1, 2});
    workspace.target().setAll(new double[] {2, 3});
    workspace.forward();
    double loss =
        StandardLoss.MAE.evaluate(
            workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
    page.say("loss (mean absolute error): %.6f", loss);
    Map<String, Object> shapes = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(workspace.gradient().views().keySet());
    for (int i = names.size() - 2; i >= 0; i -= 2) { // layer by layer, in reverse, w before b
      for (String name : names.subList(i, i + 2)) {
        String gradient = "d" + name.toLowerCase(Locale.ROOT);
        shapes.put(gradient, shape(workspace.gradient().get(name)));
      }
    }
    table(shapes);
    page.put("gradients", shapes);
  }

  private void check() {
    page.heading("3. Gradient check: every parameter, central difference, step 1e-4");
    double[] at = fresh().vector().toArray();
    Matrix x = drawn(2);
    Matrix y = drawn(2);
    GradientReport report =
        GradientCheck.twoPoint(EPSILON).check(network.objective(StandardLoss.MAE, x, y), at);
    page.say("(%d,)", report.verdicts().size());
    page.say("Diff: %s", report.greatestAbsoluteError());
    page.say("");
    page.say("What the difference alone does not show:");
    page.say("  verdicts                       %s", report.summary());
    page.say("  greatest relative error        %.1e", report.greatestError());
    page.say("  kinks between the two points   %d", kinks(report));
    page.say(
        "  gradients that are exactly 0   %d of %d: there a pass says little",
        report.zeros(), report.verdicts().size());
    List<String> fired = fired(at, x);
    fired.forEach(line -> page.say("  units that fired               %s", line));
    Map<String, Object> values = counts(report);
    values.put("diff", report.greatestAbsoluteError());
    values.put("zero_gradients", report.zeros());
    values.put("fired", fired);
    page.put("check", values);
  }

  private static int kinks(GradientReport report) {
    return report.atKinks().stream().mapToInt(verdict -> verdict.kinks().size()).sum();
  }

  private static Map<String, Object> counts(GradientReport report) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pass", report.passes().size());
    values.put("at_kink", report.atKinks().size());
    values.put("vacuous", report.vacuous().size());
    values.put("unsure", report.unsure().size());
    values.put("fail", report.failures().size());
    values.put("relative_error", report.greatestError());
    return values;
  }

  /** For each ReLU layer how many of its units are above 0 for at least one sample. */
  private List<String> fired(double[] at, Matrix x) {
    Parameters theta = network.zeros(compute);
    theta.vector().setAll(at);
    Workspace workspace = network.workspace(theta, x.rows());
    workspace.x().set(x);
    workspace.forward();
    List<String> lines = new ArrayList<>();
    workspace.cache().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("a"))
        .forEach(
            entry ->
                lines.add(
                    entry.getKey()
                        + ": "
                        + firing(entry.getValue())
                        + " of "
                        + entry.getValue().columns()));
    return lines;
  }

  private static int firing(Matrix a) {
    int count = 0;
    for (int j = 0; j < a.columns(); j++) {
      boolean fires = false;
      for (int i = 0; i < a.rows(); i++) {
        fires |= a.get(i, j) > 0;
      }
      count += fires ? 1 : 0;
    }
    return count;
  }

  private void larger(int batch) {
    page.heading("4. The same check with " + batch + " samples");
    double[] at = fresh().vector().toArray();
    Matrix x = drawn(batch);
    Matrix y = drawn(batch);
    GradientReport report =
        GradientCheck.twoPoint(EPSILON).check(network.objective(StandardLoss.MAE, x, y), at);
    page.say("%s", report.summary());
    if (report.atKinks().isEmpty()) {
      page.say("No step reached over a kink this time; with other draws some do, where a");
      page.say("difference is no derivative, and right code would seem wrong.");
    } else {
      Verdict.AtKink kink = report.atKinks().getFirst();
      page.say("A kink was crossed, where a difference is no derivative; right code would seem");
      page.say(
          "wrong: %s, analytic %.6f, difference %.6f, at %s",
          kink.name(), kink.analytic(), kink.difference(), kink.kinks().getFirst());
    }
    page.put("check_batch", counts(report));
  }

  private void table(Map<String, Object> rows) {
    rows.forEach((name, shape) -> page.say("  %-4s %s", name, shape));
  }

  private static String shape(Matrix matrix) {
    return "(" + matrix.rows() + ", " + matrix.columns() + ")";
  }
}
