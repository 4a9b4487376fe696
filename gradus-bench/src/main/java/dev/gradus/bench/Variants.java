package dev.gradus.bench;

import dev.gradus.data.BatchSource;
import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Parameters;
import dev.gradus.train.Length;
import dev.gradus.train.Trainer;
import dev.gradus.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./gradus bench variants}: what other activations, layers and optimizers cost beside W2's
 * own, and what the look for numbers that are not finite costs. All in one process, in turn, round
 * after round; a ratio is the median of the ratios within a round.
 *
 * @param threads of each
 * @param rounds that count, after two that do not
 * @param steps of each in a round
 */
record Variants(int threads, int rounds, int steps) {
  private static final int WARM_ROUNDS = 2;

  /** Reads {@code [--threads N] [--runs N]}, measures, and tells. */
  static String command(List<String> words) {
    Locale.setDefault(Locale.ROOT);
    int threads = 1;
    int rounds = 9;
    List<String> rest = new ArrayList<>(words);
    while (!rest.isEmpty()) {
      String word = rest.removeFirst();
      switch (word) {
        case "--threads" -> threads = BenchArguments.whole(word, BenchArguments.value(word, rest));
        case "--runs" -> rounds = BenchArguments.whole(word, BenchArguments.value(word, rest));
        default -> throw new WrongUse("unknown flag " + word + "; see ./gradus bench --help");
      }
    }
    Pollution.spread(threads, 20);
    Variants variants = new Variants(threads, rounds, 100);
    return variants.measured(Variant.all()) + "\n" + new LookCost(threads, rounds, 2e8).measured();
  }

  /** The table. */
  String measured(List<Variant> variants) {
    try (Compute compute = Compute.of(Workload.W2.precision(), threads)) {
      List<Training> trainings = new ArrayList<>();
      BatchSource source = BatchSource.shuffled(OurWorkloads.rows(Workload.W2, compute));
      variants.forEach(variant -> trainings.add(new Training(variant, source, compute)));
      List<List<Double>> times = new ArrayList<>();
      for (int round = 0; round < WARM_ROUNDS + rounds; round++) {
        List<Double> inRound = trainings.stream().map(training -> training.micros(steps)).toList();
        if (round >= WARM_ROUNDS) {
          times.add(inRound);
        }
      }
      return table(variants, times);
    }
  }

  private String table(List<Variant> variants, List<List<Double>> times) {
    TextTable table =
        new TextTable(
            "W2 with",
            "threads",
            threads == 1 ? "CPU µs per step" : "µs per step",
            "ratio",
            "wanted",
            "");
    for (int i = 0; i < variants.size(); i++) {
      int at = i;
      double ratio = Spread.of(times.stream().map(t -> t.get(at) / t.getFirst()).toList()).median();
      double most = variants.get(i).most().orElse(Double.NaN);
      table.add(
          variants.get(i).name(),
          "" + threads,
          Figures.spread(Spread.of(times.stream().map(t -> t.get(at)).toList())),
          Figures.ratio(ratio),
          Double.isNaN(most) ? "" : "≤ " + most,
          Double.isNaN(most) ? "" : ratio <= most ? "kept" : "missed");
    }
    return table.toString();
  }

  /** One variant's training, which goes on from round to round. */
  private static final class Training {
    private final Variant variant;
    private final BatchSource source;
    private final Xoshiro256 random = Xoshiro256.seeded(1);
    private final Parameters theta;

    Training(Variant variant, BatchSource source, Compute compute) {
      this.variant = variant;
      this.source = source;
      this.theta = variant.recipe().network().initialize(compute, random);
    }

    double micros(int steps) {
      Trainer recipe = variant.recipe().withLength(new Length.Steps(steps));
      int threads = theta.vector().compute().threads();
      return Watch.micros(
              threads, 1, () -> recipe.train(theta, source, random, TrainingListener.silent()))
          / steps;
    }
  }
}
