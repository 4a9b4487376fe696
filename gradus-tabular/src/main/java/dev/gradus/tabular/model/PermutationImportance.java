package dev.gradus.tabular.model;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a model relies on each column: by how much its score falls when the cells of that column
 * are dealt out anew among the rows, so that they say nothing any more while their values stay what
 * they were. The score is R², or minus the log loss.
 *
 * <p>A column that says the same as another one looks unimportant: the other stands in for it.
 *
 * <p>Source: Breiman (2001), Random Forests, section 10; for any model Fisher, Rudin, Dominici
 * (2019), All Models are Wrong, but Many are Useful.
 *
 * @param column its name
 * @param mean how far the score falls, on average over {@value #REPEATS} deals; about 0 for a
 *     column that is not used
 * @param deviation of that over the deals, √(Σ (x − mean)² / (deals − 1))
 */
public record PermutationImportance(String column, double mean, double deviation) {
  /** Deals for each column; scikit-learn's default too. */
  public static final int REPEATS = 5;

  /** More rows than this would tell no more than the deals differ. */
  private static final int MOST_ROWS = 5000;

  /** Of a very wide or large model; rows are taken fewer, but never fewer than {@link #LEAST}. */
  private static final double MOST_FLOP = 2e10;

  private static final int LEAST = 50;

  /**
   * Of all columns, the most important one first; of equal ones in the model's order.
   *
   * @param table read with {@link Model#kindsWithTarget}
   * @param rows which have a target each and were not learned from; of many an even choice is taken
   * @param seed of the deals
   */
  public static List<PermutationImportance> of(Model model, Table table, int[] rows, long seed) {
    int[] some = some(model, rows);
    double[] inputs = new double[Math.multiplyExact(some.length, model.features().inputs())];
    model.features().encode(table, some, inputs);
    double flop = flopOfRow(model) * some.length;
    try (Compute compute = Compute.of(model.precision(), 1, flop)) {
      Deals deals = new Deals(model, model.scoring(table, some), inputs, compute, seed);
      List<PermutationImportance> found = new ArrayList<>();
      int offset = 0;
      for (Feature feature : model.features().list()) {
        int width = feature.inputNames().size();
        found.add(deals.of(feature.name(), offset, width));
        offset += width;
      }
      found.sort(Comparator.comparingDouble(one -> -one.mean));
      return List.copyOf(found);
    }
  }

  /** How many of so many rows are looked at. */
  public static int rowsUsed(Model model, int rows) {
    int most = (int) Math.clamp(MOST_FLOP / flopOfRow(model), LEAST, MOST_ROWS);
    return Math.min(rows, most);
  }

  private static double flopOfRow(Model model) {
    return 2.0 * model.network().parameterCount() * model.features().list().size() * REPEATS;
  }

  private static int[] some(Model model, int[] rows) {
    int n = rowsUsed(model, rows.length);
    return IntStream.range(0, n).map(i -> rows[(int) ((long) i * rows.length / n)]).toArray();
  }

  /** The rows, of which one column at a time is dealt out. */
  private static final class Deals {
    private final Model model;
    private final Scoring scoring;
    private final double[] inputs;
    private final int stride;
    private final Parameters theta;
    private final Xoshiro256 random;
    private final double whole;

    Deals(Model model, Scoring scoring, double[] inputs, Compute compute, long seed) {
      this.model = model;
      this.scoring = scoring;
      this.inputs = inputs;
      this.stride = model.features().inputs();
      this.theta = model.parameters().copy(compute);
      this.random = Xoshiro256.seeded(seed);
      this.whole = score(inputs);
    }

    private double score(double[] of) {
      return scoring.score(model.predictions(model.fitted().outputs(of, theta), List.of()));
    }

    PermutationImportance of(String column, int offset, int width) {
      double[] falls = new double[REPEATS];
      double mean = 0;
      for (int deal = 0; deal < REPEATS; deal++) {
        falls[deal] = whole - score(dealt(offset, width));
        mean += falls[deal] / REPEATS;
      }
      double squares = 0;
      for (double fall : falls) {
        squares += (fall - mean) * (fall - mean);
      }
      return new PermutationImportance(column, mean, Math.sqrt(squares / (REPEATS - 1)));
    }

    /** The inputs with those of one column in another order of the rows. */
    private double[] dealt(int offset, int width) {
      int[] order = IntStream.range(0, inputs.length / stride).toArray();
      for (int i = order.length - 1; i > 0; i--) { // Fisher and Yates
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      double[] dealt = inputs.clone();
      for (int i = 0; i < order.length; i++) {
        System.arraycopy(inputs, order[i] * stride + offset, dealt, i * stride + offset, width);
      }
      return dealt;
    }
  }
}
