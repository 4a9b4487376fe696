package dev.gradus.tabular.preprocess;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The parts of a cross-validation: each holds some rows out and trains on others. Each row is held
 * out once, but for parts by time, where the earliest rows never are.
 */
public final class Folds {

  /**
   * One part; rows ascend.
   *
   * @param training to train on
   * @param held to judge by
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once
  public record Fold(int[] training, int[] held) {}

  private Folds() {}

  /**
   * Parts of the same size, and of each class the same share.
   *
   * @param file named in messages
   * @param rows [n]
   * @param classes [n], the class of each, from 0; all 0 for values
   * @param k 2 or more
   */
  public static List<Fold> stratified(
      String file, int[] rows, int[] classes, int k, RandomGenerator random) {
    requireAtLeast(file, rows.length, "row", k);
    int[] order = HoldOut.shuffled(rows.length, random);
    int[] part = new int[rows.length];
    int dealt = 0;
    for (int code = 0; code <= Arrays.stream(classes).max().orElse(0); code++) {
      for (int i : order) {
        if (classes[i] == code) {
          part[i] = dealt++ % k; // one class after another, as cards are dealt
        }
      }
    }
    return of(rows, part, k);
  }

  /** Whole groups, the largest first, each to the part that has the fewest rows by then. */
  public static List<Fold> groups(String file, int[] rows, int[] groups, int k) {
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    requireAtLeast(file, count, "group", k);
    int[] sizes = new int[count];
    for (int group : groups) {
      sizes[group]++;
    }
    int[] partOf = new int[count];
    int[] filled = new int[k];
    IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparingInt(group -> -sizes[group]))
        .forEach(
            group -> {
              int least = 0;
              for (int j = 1; j < k; j++) {
                least = filled[j] < filled[least] ? j : least;
              }
              partOf[group] = least;
              filled[least] += sizes[group];
            });
    return of(rows, Arrays.stream(groups).map(group -> partOf[group]).toArray(), k);
  }

  /**
   * Rows in the order of a column, in k + 1 blocks: part j trains on the first j and is judged by
   * the next, so that nothing is learned from what comes later.
   */
  public static List<Fold> time(String file, int[] rows, double[] times, int k) {
    requireAtLeast(file, rows.length, "row", k + 1);
    int[] ordered = HoldOut.ascending(rows, times);
    List<Fold> folds = new ArrayList<>();
    for (int j = 1; j <= k; j++) {
      int from = (int) ((long) rows.length * j / (k + 1));
      int to = (int) ((long) rows.length * (j + 1) / (k + 1));
      folds.add(
          new Fold(
              Arrays.stream(ordered, 0, from).sorted().toArray(),
              Arrays.stream(ordered, from, to).sorted().toArray()));
    }
    return List.copyOf(folds);
  }

  private static void requireAtLeast(String file, int n, String what, int k) {
    if (n < k) {
      throw new DataException(
          "data.too_few_rows",
          Location.of(file),
          n + " " + what + (n == 1 ? "" : "s") + "; at least " + k + " are needed for the folds");
    }
  }

  private static List<Fold> of(int[] rows, int[] part, int k) {
    List<Fold> folds = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      int fold = j;
      folds.add(
          new Fold(
              IntStream.range(0, rows.length)
                  .filter(i -> part[i] != fold)
                  .map(i -> rows[i])
                  .sorted()
                  .toArray(),
              IntStream.range(0, rows.length)
                  .filter(i -> part[i] == fold)
                  .map(i -> rows[i])
                  .sorted()
                  .toArray()));
    }
    return List.copyOf(folds);
  }
}
