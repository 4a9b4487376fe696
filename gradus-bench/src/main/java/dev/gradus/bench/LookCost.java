package dev.gradus.bench;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import dev.gradus.optimize.Optimizer;
import dev.gradus.train.Trainer;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs that every step looks at its loss and its gradient before it is taken: the same
 * steps by hand with and without that, in turn.
 *
 * @param threads of each
 * @param rounds that count, after two that do not
 * @param nanos that each takes in a round, roughly
 */
record LookCost(int threads, int rounds, double nanos) {
  private static final int WARM_ROUNDS = 2;
  private static final int WARM_STEPS = 3;
  private static final double MOST = 0.02;

  /** The table. */
  String measured() {
    TextTable table =
        new TextTable(
            "the look at each step",
            "threads",
            threads == 1 ? "CPU µs per step" : "µs per step",
            "with it",
            "wanted",
            "");
    for (Workload workload : List.of(Workload.W1, Workload.W2, Workload.W3)) {
      add(table, workload);
    }
    return table.toString();
  }

  private void add(TextTable table, Workload workload) {
    try (Compute compute = Compute.of(workload.precision(), threads)) {
      Steps steps = new Steps(workload, compute);
      int count = Math.max(1, (int) (nanos / 1e3 / Math.max(1, steps.micros(WARM_STEPS, true))));
      List<Double> without = new ArrayList<>();
      List<Double> shares = new ArrayList<>();
      for (int round = 0; round < WARM_ROUNDS + rounds; round++) {
        boolean first = round % 2 == 0;
        double one = steps.micros(count, first);
        double other = steps.micros(count, !first);
        double looking = first ? one : other;
        double plain = first ? other : one;
        if (round >= WARM_ROUNDS) {
          without.add(plain);
          shares.add(looking / plain - 1);
        }
      }
      double share = Spread.of(shares).median();
      table.add(
          workload.label(),
          "" + threads,
          Figures.spread(Spread.of(without)),
          String.format(java.util.Locale.ROOT, "%+.1f %%", 100 * share),
          "< 2 %",
          share < MOST ? "kept" : "missed");
    }
  }

  /** Steps of a training written out. */
  private static final class Steps {
    private final Trainer recipe;
    private final BatchSource source;
    private final Xoshiro256 random = Xoshiro256.seeded(1);
    private final Workspace workspace;
    private final Matrix theta;
    private final Matrix gradient;
    private final Optimizer.Run run;
    private boolean finite = true;

    Steps(Workload workload, Compute compute) {
      recipe = OurWorkloads.recipe(workload);
      source =
          workload == Workload.W1
              ? OurWorkloads.sine()
              : BatchSource.shuffled(OurWorkloads.rows(workload, compute));
      Parameters parameters = recipe.network().initialize(compute, random);
      workspace = recipe.network().workspace(parameters, workload.batch());
      theta = parameters.vector();
      gradient = workspace.gradient().vector();
      run = ((Optimizer) recipe.update().optimizer()).start(theta);
    }

    double micros(int steps, boolean look) {
      return Watch.micros(theta.compute().threads(), steps, () -> step(look));
    }

    private void step(boolean look) {
      source.next(workspace.x(), workspace.target(), random);
      workspace.forwardTraining(random);
      double loss =
          recipe
              .loss()
              .evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
      workspace.backward();
      if (look) {
        finite &= Double.isFinite(loss) && Double.isFinite(gradient.magnitude());
      }
      if (finite) {
        run.step(theta, gradient, 1e-6);
      }
    }
  }
}
