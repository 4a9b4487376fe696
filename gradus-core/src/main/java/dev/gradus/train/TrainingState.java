package dev.gradus.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a run needs to go on later as if it had never stopped, as plain numbers. With the same
 * recipe and the same data it then takes the same steps, bit for bit, and tells the same epochs.
 *
 * <p>The schedule and early stopping are not in here: they follow from the losses of the epochs,
 * which they are told again. The arrays are shared, not copied.
 *
 * @param step how many were taken
 * @param lossSum over the batches of the epoch that had begun, each times its weight
 * @param weightSum of those batches
 * @param clippedSteps in how many the gradient was clipped
 * @param epochs that had ended
 * @param random four words of the generator
 * @param position of the source in its rows
 * @param vectors by their names: {@code theta}, {@code best} (with early stopping, from the first
 *     epoch on), and those that the optimizer remembers, each with the number of its group before
 *     it: {@code 0.m}
 * @param numbers that the optimizer remembers, named likewise
 */
@SuppressWarnings("ArrayRecordComponent") // shared, and made for one reader; equality is not used
public record TrainingState(
    long step,
    double lossSum,
    double weightSum,
    long clippedSteps,
    List<TrainingEvent.EpochEnded> epochs,
    long[] random,
    int[] position,
    Map<String, double[]> vectors,
    Map<String, Double> numbers) {
  static final String THETA = "theta";
  static final String BEST = "best";

  /** Copies the lists, and the maps in their order. */
  public TrainingState {
    epochs = List.copyOf(epochs);
    vectors = Collections.unmodifiableMap(new LinkedHashMap<>(vectors));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }
}
