package dev.gradus.bench;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.Objective;
import dev.gradus.data.BatchSource;
import dev.gradus.data.Xoshiro256;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Measures one workload of Gradus in this process, after {@link Pollution}.
 *
 * @param effort 1 for a measurement; less for a test that it runs at all
 */
record OurMeasurement(Workload workload, int threads, double effort) {
  private static final int WARM_STEPS = 300_000;
  private static final int TIMED_STEPS = 100_000;
  private static final int WARM_EPOCHS = 4;
  private static final int TIMED_EPOCHS = 6;
  private static final int ONE_ROW_CALLS = 40_000;
  private static final int BATCH_CALLS = 500;
  private static final int WARM_CHECKS = 2_000;
  private static final int TIMED_CHECKS = 500;
  private static final int CHUNKS = 5;

  /** The figures of the workload, by the names of its metrics. */
  SequencedMap<String, Double> run() {
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    try (Compute compute = Compute.of(workload.precision(), threads)) {
      switch (workload) {
        case W1 -> figures.put(Metric.W1_STEP.name(), stepMicros(compute));
        case W2 -> figures.put(Metric.W2_ROWS.name(), rowsPerSecond(compute));
        case W3 -> figures.put(Metric.W3_ROWS.name(), rowsPerSecond(compute));
        case W4 -> inference(compute, figures);
        case W5 -> {
          figures.put(Metric.W5_SMALL.name(), checkMillis(2));
          figures.put(Metric.W5_BATCH.name(), checkMillis(workload.batch()));
        }
        case W1W -> throw new IllegalArgumentException("a whole process is measured from outside");
      }
    }
    return figures;
  }

  private int scaled(int count) {
    return Math.max(1, (int) (effort * count));
  }

  private double stepMicros(Compute compute) {
    Trainer recipe = OurWorkloads.recipe(workload);
    Xoshiro256 random = Xoshiro256.seeded(1);
    Parameters theta = recipe.network().initialize(compute, random);
    BatchSource source = OurWorkloads.sine();
    train(recipe, scaled(WARM_STEPS), theta, source, random);
    List<Double> micros = new ArrayList<>();
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      int steps = scaled(TIMED_STEPS);
      long start = System.nanoTime();
      train(recipe, steps, theta, source, random);
      micros.add((System.nanoTime() - start) / 1e3 / steps);
    }
    return Spread.of(micros).median();
  }

  private static void train(
      Trainer recipe, int steps, Parameters theta, BatchSource source, Xoshiro256 random) {
    recipe
        .withLength(new Length.Steps(steps))
        .train(theta, source, random, TrainingListener.silent());
  }

  /** The median over the timed epochs, shuffling and gathering included. */
  private double rowsPerSecond(Compute compute) {
    int epochs = scaled(WARM_EPOCHS) + scaled(TIMED_EPOCHS);
    Trainer recipe = OurWorkloads.recipe(workload).withLength(new Length.Epochs(epochs));
    Xoshiro256 random = Xoshiro256.seeded(1);
    Parameters theta = recipe.network().initialize(compute, random);
    BatchSource source = BatchSource.shuffled(OurWorkloads.rows(workload, compute));
    List<Long> ends = new ArrayList<>();
    TrainingListener clock =
        event -> {
          if (event instanceof TrainingEvent.EpochEnded) {
            ends.add(System.nanoTime());
          }
        };
    recipe.train(theta, source, random, clock);
    List<Double> rates = new ArrayList<>();
    for (int i = scaled(WARM_EPOCHS); i < ends.size(); i++) {
      rates.add(workload.rows() * 1e9 / (ends.get(i) - ends.get(i - 1)));
    }
    return Spread.of(rates).median();
  }

  private void inference(Compute compute, SequencedMap<String, Double> figures) {
    Network network = OurWorkloads.network(workload);
    Xoshiro256 random = Xoshiro256.seeded(1);
    Parameters theta = network.initialize(compute, random);
    Workspace one = workspace(network, theta, 1, random);
    Workspace many = workspace(network, theta, workload.batch(), random);
    oneRow(one, scaled(ONE_ROW_CALLS));
    long[] nanos = oneRow(one, scaled(ONE_ROW_CALLS));
    figures.put(Metric.W4_MEDIAN.name(), Spread.percentile(nanos, 0.5) / 1e3);
    figures.put(Metric.W4_P99.name(), Spread.percentile(nanos, 0.99) / 1e3);
    batches(many);
    batches(many);
    List<Double> rates = new ArrayList<>();
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      rates.add(batches(many));
    }
    figures.put(Metric.W4_BATCH.name(), Spread.of(rates).median());
  }

  /** The median of checks on one thread: so short a work is not worth sharing. */
  private double checkMillis(int rows) {
    Network network = OurWorkloads.network(workload);
    Xoshiro256 random = Xoshiro256.seeded(1);
    Compute compute = Compute.float64();
    double[] at = network.initialize(compute, random).vector().toArray();
    Objective subject =
        network.objective(
            StandardLoss.MAE,
            OurWorkloads.uniform(compute, rows, 1, random),
            OurWorkloads.uniform(compute, rows, 1, random));
    GradientCheck check = GradientCheck.twoPoint(1e-4);
    List<Double> millis = new ArrayList<>();
    for (int k = 0; k < scaled(WARM_CHECKS) + scaled(TIMED_CHECKS); k++) {
      long start = System.nanoTime();
      check.check(subject, at);
      if (k >= scaled(WARM_CHECKS)) {
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }
    return Spread.of(millis).median();
  }

  private static Workspace workspace(
      Network network, Parameters theta, int rows, Xoshiro256 random) {
    Workspace workspace = network.workspace(theta, rows);
    workspace
        .x()
        .set(OurWorkloads.uniform(theta.vector().compute(), rows, network.inputs(), random));
    return workspace;
  }

  private static long[] oneRow(Workspace workspace, int calls) {
    long[] nanos = new long[calls];
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      workspace.forward();
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }

  private double batches(Workspace workspace) {
    int calls = scaled(BATCH_CALLS);
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      workspace.forward();
    }
    return workspace.x().rows() * calls * 1e9 / (System.nanoTime() - start);
  }
}
