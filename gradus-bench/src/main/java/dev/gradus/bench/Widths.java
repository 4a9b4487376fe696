package dev.gradus.bench;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Parameters;
import dev.gradus.optimize.Sgd;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./gradus bench widths}: W1's step with widths that do and that do not fill vectors, per
 * counted operation. All in one process, in turn, round after round; a ratio is the median of the
 * ratios within a round.
 *
 * @param rounds that count, after two that do not
 * @param steps of each in a round
 */
record Widths(int rounds, int steps) {
  private static final int WARM_ROUNDS = 2;

  /** The greatest ratio that is wanted. */
  private static final double MOST = 1.3;

  private static final List<Shape> SHAPES =
      List.of(Workload.W1.shape(), Shape.of(1, 17, 33, 1), Shape.of(2, 15, 31, 2));

  /** Reads {@code [--runs N]}, measures, and tells. */
  static String command(List<String> words) {
    Locale.setDefault(Locale.ROOT);
    int rounds = 15;
    List<String> rest = new ArrayList<>(words);
    while (!rest.isEmpty()) {
      String word = rest.removeFirst();
      if (!word.equals("--runs")) {
        throw new WrongUse("unknown flag " + word + "; see ./gradus bench --help");
      }
      rounds = BenchArguments.whole(word, BenchArguments.value(word, rest));
    }
    Pollution.spread(1, 20);
    return new Widths(rounds, 50_000).measured();
  }

  /** The table. */
  String measured() {
    try (Compute compute = Compute.of(Workload.W1.precision(), 1)) {
      List<Training> trainings =
          SHAPES.stream().map(shape -> new Training(shape, compute)).toList();
      List<List<Double>> times = new ArrayList<>();
      for (int round = 0; round < WARM_ROUNDS + rounds; round++) {
        List<Double> inRound = trainings.stream().map(training -> training.micros(steps)).toList();
        if (round >= WARM_ROUNDS) {
          times.add(inRound);
        }
      }
      return table(times);
    }
  }

  private static String table(List<List<Double>> times) {
    TextTable table =
        new TextTable("network", "µs per step", "ns per counted multiply-add", "ratio", "wanted");
    double first = multiplyAdds(SHAPES.getFirst());
    for (int i = 0; i < SHAPES.size(); i++) {
      int at = i;
      double counted = multiplyAdds(SHAPES.get(i));
      Spread spread = Spread.of(times.stream().map(t -> t.get(at)).toList());
      double ratio =
          Spread.of(times.stream().map(t -> t.get(at) / counted / (t.getFirst() / first)).toList())
              .median();
      table.add(
          SHAPES.get(i).toString(),
          Figures.spread(spread),
          Figures.plain(1e3 * spread.median() / counted),
          Figures.ratio(ratio),
          i == 0 ? "" : "≤ " + MOST);
    }
    return table.toString();
  }

  /** Of a step. */
  private static double multiplyAdds(Shape shape) {
    return Workload.W1.batch() * shape.trainingFlop() / 2;
  }

  /** One network's training, which goes on from round to round. */
  private static final class Training {
    private final Trainer recipe;
    private final BatchSource source;
    private final Xoshiro256 random = Xoshiro256.seeded(1);
    private final Parameters theta;

    Training(Shape shape, Compute compute) {
      recipe =
          Trainer.of(
                  OurWorkloads.network(shape, StandardInitializer.STANDARD_NORMAL),
                  StandardLoss.MAE)
              .withOptimizer(Sgd.sgd())
              .withBatchSize(Workload.W1.batch())
              .withReportEvery(0);
      source =
          BatchSource.drawn(
              shape.inputs(),
              shape.outputs(),
              (drawn, x, y) -> {
                Arrays.setAll(x, i -> 10 * drawn.nextDouble() - 5);
                Arrays.fill(y, Math.sin(x[0]));
              });
      theta = recipe.network().initialize(compute, random);
    }

    double micros(int steps) {
      long start = System.nanoTime();
      recipe
          .withLength(new Length.Steps(steps))
          .train(theta, source, random, TrainingListener.silent());
      return (System.nanoTime() - start) / 1e3 / steps;
    }
  }
}
