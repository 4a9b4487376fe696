package dev.gradus.tabular.model;

import dev.gradus.train.StopSignal;
import java.util.List;
import java.util.Optional;

/**
 * What a training is given beside its plan. Nothing in it changes what is learned.
 *
 * @param data by what the data can be known again, for the model's record
 * @param arguments the flags that would repeat the training, for the model's record
 * @param checked whether the gradient is checked first
 * @param stop asks it to stop
 * @param checkpoints where its state is kept
 */
public record TrainingContext(
    Optional<DataFingerprint> data,
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

  /** Copies the list. */
  public TrainingContext {
    arguments = List.copyOf(arguments);
  }

  /** Of data that are not known, left alone. */
  public static TrainingContext standard() {
    return new TrainingContext(
        Optional.empty(), List.of(), true, new StopSignal(), Optional.empty());
  }

  /** With data that can be known again, and the flags that would repeat the training. */
  public TrainingContext of(DataFingerprint fingerprint, List<String> flags) {
    return new TrainingContext(Optional.of(fingerprint), flags, checked, stop, checkpoints);
  }

  /** Without a check of the gradient. */
  public TrainingContext unchecked() {
    return new TrainingContext(data, arguments, false, stop, checkpoints);
  }

  /** Stopped by another signal. */
  public TrainingContext stoppedBy(StopSignal signal) {
    return new TrainingContext(data, arguments, checked, signal, checkpoints);
  }

  /** With its state kept. */
  public TrainingContext keptIn(Checkpoints where) {
    return new TrainingContext(data, arguments, checked, stop, Optional.of(where));
  }
}
