package dev.gradus.tabular.model;

import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.file.Tensor;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.train.TrainingEvent.EpochEnded;
import dev.gradus.train.TrainingState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a run in a file: numbers under {@code checkpoint}, what the run is under {@code
 * run}, vectors, losses and the order of the rows as tensors.
 */
final class CheckpointForm {
  /** What stands beside the vectors of the state. */
  static final String POSITION = "position";

  private static final int MAX_COLUMNS = 1 << 24;
  private static final int WORDS = 4;

  private CheckpointForm() {}

  /**
   * For a file.
   *
   * @param run what has to be the same for the run to go on
   * @param metrics of the epochs; empty if they are not known
   */
  static TensorFile write(
      TrainingState state, Precision precision, Map<String, Object> run, List<Double> metrics) {
    Map<String, Object> numbers = new LinkedHashMap<>(state.numbers());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("epoch", state.epochs().size());
    entry.put("step", state.step());
    entry.put("loss_sum", state.lossSum());
    entry.put("weight_sum", state.weightSum());
    entry.put("clipped_steps", state.clippedSteps());
    entry.put("random", words(state.random()));
    entry.put("optimizer", numbers);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("checkpoint", entry);
    content.put("run", run);
    List<Tensor> tensors = new ArrayList<>();
    state.vectors().forEach((name, values) -> add(tensors, name, values, precision));
    add(tensors, POSITION, asDoubles(state.position()), Precision.FLOAT64);
    tensors.addAll(CheckpointHistory.write(state.epochs(), metrics, CheckpointHistory.MOST_ROWS));
    return new TensorFile(content, tensors);
  }

  private static List<Object> words(long[] random) {
    return Arrays.stream(random).<Object>mapToObj(HexFormat.of()::toHexDigits).toList();
  }

  private static double[] asDoubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  /** A vector longer than a row may be is several tensors: {@code theta}, {@code theta/2}, …. */
  private static void add(List<Tensor> to, String name, double[] values, Precision precision) {
    for (int from = 0; from < values.length; from += MAX_COLUMNS) {
      double[] part = Arrays.copyOfRange(values, from, Math.min(values.length, from + MAX_COLUMNS));
      to.add(new Tensor(part(name, from / MAX_COLUMNS), 1, part.length, precision, part));
    }
  }

  static String part(String name, int number) {
    return number == 0 ? name : name + "/" + (number + 1);
  }

  /**
   * From a file.
   *
   * @throws ModelFormatException if something is missing or not what it should be
   */
  static TrainingState read(JsonObject all, List<Tensor> tensors) {
    all.only("checkpoint", "run");
    JsonObject entry = all.object("checkpoint");
    entry.only("epoch", "step", "loss_sum", "weight_sum", "clipped_steps", "random", "optimizer");
    Map<String, double[]> vectors = vectors(entry, tensors);
    List<EpochEnded> epochs = CheckpointHistory.epochs(entry, tensors);
    if (epochs.size() != entry.whole("epoch", 0, Integer.MAX_VALUE)) {
      throw entry.refuse("checkpoint.epoch: the history has " + epochs.size() + " epochs");
    }
    double[] position = vectors.remove(POSITION);
    return new TrainingState(
        count(entry, "step"),
        entry.number("loss_sum"),
        entry.number("weight_sum"),
        count(entry, "clipped_steps"),
        epochs,
        random(entry),
        position == null ? new int[0] : wholes(entry, position),
        vectors,
        numbers(entry.object("optimizer")));
  }

  private static long count(JsonObject entry, String key) {
    long count = entry.whole(key);
    if (count < 0) {
      throw entry.refuse("checkpoint." + key + ": " + count + "; wants 0 or more");
    }
    return count;
  }

  private static Map<String, double[]> vectors(JsonObject entry, List<Tensor> tensors) {
    Map<String, double[]> vectors = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      if (CheckpointHistory.holds(tensor)) {
        continue;
      }
      String name = tensor.name().replaceFirst("/.*", "");
      double[] before = vectors.getOrDefault(name, new double[0]);
      if (!tensor.name().equals(part(name, before.length / MAX_COLUMNS))
          || before.length % MAX_COLUMNS != 0) {
        throw entry.refuse("tensor \"" + name + "\": a part of it is missing");
      }
      vectors.put(name, joined(before, tensor.values()));
    }
    return vectors;
  }

  private static double[] joined(double[] before, double[] more) {
    double[] all = Arrays.copyOf(before, Math.addExact(before.length, more.length));
    System.arraycopy(more, 0, all, before.length, more.length);
    return all;
  }

  private static long[] random(JsonObject entry) {
    List<String> words = entry.texts("random");
    if (words.size() != WORDS || !words.stream().allMatch(word -> word.matches("[0-9a-f]{16}"))) {
      throw entry.refuse("checkpoint.random: wants 4 words of 16 hexadecimal digits");
    }
    long[] random = words.stream().mapToLong(HexFormat::fromHexDigitsToLong).toArray();
    if (Arrays.stream(random).allMatch(word -> word == 0)) {
      throw entry.refuse("checkpoint.random: all words are 0");
    }
    return random;
  }

  private static int[] wholes(JsonObject entry, double[] values) {
    int[] wholes = new int[values.length];
    for (int i = 0; i < wholes.length; i++) {
      wholes[i] = (int) values[i];
      if (wholes[i] != values[i]) {
        throw entry.refuse("tensor \"position\", element " + i + ": wants a whole number");
      }
    }
    return wholes;
  }

  private static Map<String, Double> numbers(JsonObject entry) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    entry.keys().forEach(key -> numbers.put(key, entry.number(key)));
    return numbers;
  }
}
