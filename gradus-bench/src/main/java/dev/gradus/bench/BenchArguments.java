package dev.gradus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ./gradus bench} is asked to do.
 *
 * @param workloads in the order of the table
 * @param threads each of these in turn
 * @param runs of everybody, alternating
 * @param json whether a program reads the answer
 * @param peers whether the peers run too
 * @param picture the file for a picture, if one is wanted
 */
record BenchArguments(
    Set<Workload> workloads,
    List<Integer> threads,
    int runs,
    boolean json,
    boolean peers,
    Optional<Path> picture) {

  /** The page of help. */
  static final String USAGE =
      """
      usage: ./gradus bench [W1 W1w W2 W3 W4 W5] [--threads 1,2] [--runs 3] [--json] [--no-peers]
                            [--picture FILE.svg]
             ./gradus bench mnist --data FOLDER [--threads N] [--epochs 10] [--no-peers]
             ./gradus bench variants [--threads N] [--runs 9]
             ./gradus bench widths [--runs 15]
             ./gradus bench products [JMH options]
             ./gradus bench embedding MODEL

        W1   training step 1-16-32-1, relu, mae, sgd, batch 16, float64, fresh rows each step
        W1w  whole process of a compiled examples/Sin, 10,000 steps
        W2   training 784-256-128-10, relu, softmax_ce, adam, batch 128, float32
        W3   training 1024-1024-1024-1, relu, mse, sgd, batch 256, float32
        W4   inference 784-256-128-10: one row, and batches of 256
        W5   gradient check of all 609 parameters of W1's network, two points each, batch 2 and 16

      variants: W2 with other activations, layers and optimizers, as ratios to W2; and what it
      costs that every step looks for numbers that are not finite.
      widths: W1's step where the widths fill no vectors, per counted operation.

      Everybody runs in processes of their own, in turn, after warming up. The peers are those
      that are there: NumPy of the python3 on the PATH, DJL with PyTorch, onnxruntime.
      """;

  private static final int MAX = 1024;

  /**
   * Reads the words after {@code bench}.
   *
   * @throws WrongUse if one is unknown or lacks its value
   */
  static BenchArguments read(List<String> words) {
    Set<Workload> workloads = EnumSet.noneOf(Workload.class);
    List<Integer> threads = List.of(1, 2);
    int runs = 3;
    boolean json = false;
    boolean peers = true;
    Optional<Path> picture = Optional.empty();
    List<String> rest = new ArrayList<>(words);
    while (!rest.isEmpty()) {
      String word = rest.removeFirst();
      switch (word) {
        case "--threads" -> threads = numbers(value(word, rest));
        case "--runs" -> runs = whole(word, value(word, rest));
        case "--json" -> json = true;
        case "--no-peers" -> peers = false;
        case "--picture" -> picture = Optional.of(Path.of(value(word, rest)));
        default -> workloads.add(workload(word));
      }
    }
    if (workloads.isEmpty()) {
      workloads = EnumSet.allOf(Workload.class);
    }
    return new BenchArguments(workloads, threads, runs, json, peers, picture);
  }

  private static Workload workload(String word) {
    if (word.startsWith("-")) {
      throw new WrongUse("unknown flag " + word + "; see ./gradus bench --help");
    }
    return Workload.named(word);
  }

  /** The word after a flag. */
  static String value(String flag, List<String> rest) {
    if (rest.isEmpty()) {
      throw new WrongUse(flag + ": wants a value");
    }
    return rest.removeFirst();
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",", -1)).map(word -> whole("--threads", word)).toList();
  }

  /** A whole number from 1. */
  static int whole(String flag, String word) {
    try {
      int number = Integer.parseInt(word);
      if (number >= 1 && number <= MAX) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new WrongUse(flag + " " + word + ": wants a whole number from 1 to " + MAX);
  }
}
