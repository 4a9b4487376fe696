package dev.gradus.tabular.model;

import dev.gradus.train.StopSignal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a training is given beside its plan. Nothing in it changes what is learned.
 *
 * @param data by what the data can be known again, for the model's record
 * @param files the SHA-256 of others that it reads, by what they are: {@code validation}
 * @param arguments the flags that would repeat the training, for the model's record
 * @param checked whether the gradient is checked first
 * @param stop asks it to stop
 * @param checkpoints where its state is kept
 */
public record TrainingContext(
    Optional<DataFingerprint> data,
    Map<String, String> files,
    List<String> arguments,
    boolean checked,
    StopSignal stop,
    Optional<Checkpoints> checkpoints) {

  /**
   * Where the state of a training is kept.
   *
   * @param file opened
   * @param everyEpochs 1 or more
   * @param from where the training goes on; empty: it begins
   */
  public record Checkpoints(CheckpointFile file, int everyEpochs, Optional<Kept> from) {}

  /** Copies the map and the list. */
  public TrainingContext {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    arguments = List.copyOf(arguments);
  }

  /** Of data that are not known, left alone. */
  public static TrainingContext standard() {
    return new TrainingContext(
        Optional.empty(), Map.of(), List.of(), true, new StopSignal(), Optional.empty());
  }

  /** With data that can be known again, and the flags that would repeat the training. */
  public TrainingContext of(DataFingerprint fingerprint, List<String> flags) {
    return new TrainingContext(Optional.of(fingerprint), files, flags, checked, stop, checkpoints);
  }

  /** With other files that can be known again, in their order. */
  public TrainingContext beside(Map<String, String> others) {
    return new TrainingContext(data, others, arguments, checked, stop, checkpoints);
  }

  /** Without a check of the gradient. */
  public TrainingContext unchecked() {
    return new TrainingContext(data, files, arguments, false, stop, checkpoints);
  }

  /** Stopped by another signal. */
  public TrainingContext stoppedBy(StopSignal signal) {
    return new TrainingContext(data, files, arguments, checked, signal, checkpoints);
  }

  /** With its state kept. */
  public TrainingContext keptIn(Checkpoints where) {
    return new TrainingContext(data, files, arguments, checked, stop, Optional.of(where));
  }
}
