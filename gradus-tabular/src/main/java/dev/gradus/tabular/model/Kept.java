package dev.gradus.tabular.model;

import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.file.TensorFileReader;
import dev.gradus.train.TrainingState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A training as it was when it was kept.
 *
 * @param file where it stands
 * @param run what has to be the same for it to go on: network, settings, columns, data
 * @param state the numbers
 * @param metrics of the validation rows after each epoch; empty if they were not kept
 */
public record Kept(Path file, Map<String, Object> run, TrainingState state, List<Double> metrics) {

  /** Copies the list. */
  public Kept {
    metrics = List.copyOf(metrics);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws dev.gradus.error.FileException if it cannot be read
   * @throws dev.gradus.error.ModelFormatException if it is damaged, foreign, newer, or a model
   */
  public static Kept read(Path file) {
    return of(file, TensorFileReader.read(file));
  }

  /** The same of a file that was read. */
  static Kept of(Path file, TensorFile content) {
    JsonObject all = JsonObject.of(file.toString(), "gradus", content.gradus());
    if (!all.has("checkpoint")) {
      throw all.refuse("a model, not a checkpoint");
    }
    return new Kept(
        file,
        all.object("run").values(),
        CheckpointForm.read(all, content.tensors()),
        CheckpointHistory.metrics(content.tensors()));
  }

  /** How many epochs had ended. */
  public int epoch() {
    return state.epochs().size();
  }
}
