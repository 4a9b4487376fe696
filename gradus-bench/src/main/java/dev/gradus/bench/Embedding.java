package dev.gradus.bench;

import dev.gradus.matrix.Compute;
import dev.gradus.network.Workspace;
import dev.gradus.tabular.model.Answer;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Row;
import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.NumberFeature;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./gradus bench embedding MODEL}: how long the prediction of one row takes, from cells to
 * answer, beside the pass of the bare network, in turn in one process.
 */
final class Embedding {
  private static final int ROUNDS = 9;
  private static final int CALLS = 40_000;
  private static final int WARM_UP = 3;

  private final Model model;
  private final Row row;
  private final Workspace bare;
  private double kept; // so that no pass is left out

  private Embedding(Model model) {
    this.model = model;
    this.row = typical(model);
    Compute compute = Compute.of(model.parameters().vector().compute().precision(), 1);
    this.bare = model.network().workspace(model.parameters().sharedWith(compute), 1);
  }

  /** Means, and the first category. */
  private static Row typical(Model model) {
    Row row = model.row();
    for (Feature feature : model.features().list()) {
      switch (feature) {
        case NumberFeature number -> row.set(number.name(), number.mean());
        case CategoryFeature category -> row.set(category.name(), category.commonest());
      }
    }
    return row;
  }

  static String measure(List<String> words) {
    if (words.size() != 1) {
      throw new WrongUse("bench embedding: wants a MODEL");
    }
    return new Embedding(Model.load(Path.of(words.getFirst()))).report();
  }

  private String report() {
    double[] whole = new double[ROUNDS];
    double[] network = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double a = nanos(this::predict);
      double b = nanos(this::pass);
      if (round >= 0) {
        whole[round] = a;
        network[round] = b;
      }
    }
    double ratio = median(whole) / median(network);
    return String.format(
        Locale.ROOT,
        "one row, from cells to answer  %8.0f ns%nthe bare network               %8.0f ns%n"
            + "ratio                          %8.2f%s%n",
        median(whole),
        median(network),
        ratio,
        Double.isNaN(kept) ? " (not a number)" : "");
  }

  private void predict() {
    Answer answer = model.predict(row);
    kept += answer.classes().isEmpty() ? answer.value() : answer.probability(0);
  }

  private void pass() {
    bare.forward();
    kept += bare.prediction().get(0, 0);
  }

  private static double nanos(Runnable call) {
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    return (System.nanoTime() - start) / (double) CALLS;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
