package dev.gradus.tabular.model;

import dev.gradus.error.FileException;
import dev.gradus.error.GradusException;
import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.file.CheckpointStore;
import dev.gradus.tabular.file.CheckpointWriter;
import dev.gradus.tabular.file.TensorFileReader;
import dev.gradus.train.TrainingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The checkpoint of one training: nobody else can open it until it is closed. */
public final class CheckpointFile implements AutoCloseable {
  private final Path file;
  private final CheckpointStore store;
  private final CheckpointWriter writer;

  private CheckpointFile(Path file, CheckpointStore store) {
    this.file = file;
    this.store = store;
    this.writer = new CheckpointWriter(store);
  }

  /**
   * Locks it.
   *
   * @param place for messages: {@code --checkpoint c.gradus}
   * @throws FileException if it cannot be written there, or another process is at work with it
   */
  public static CheckpointFile open(Path file, String place) {
    return new CheckpointFile(file, CheckpointStore.open(file, place));
  }

  /**
   * Whether there is a file that is something else: to keep a training there would destroy it. What
   * is empty, or may once have been a checkpoint, is not.
   */
  public static boolean isOther(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      return !TensorFileReader.read(file).gradus().containsKey("checkpoint");
    } catch (ModelFormatException e) {
      return e.code().equals("model.foreign");
    }
  }

  /** Where it is, as the user gave it. */
  public Path file() {
    return file;
  }

  /** Whether there is one already. */
  public boolean exists() {
    return !store.present().isEmpty();
  }

  /**
   * The newest that is whole; nothing if there is none at all.
   *
   * @param note hears which was damaged, and which is taken
   * @throws ModelFormatException if there are some, and all are damaged
   */
  public Optional<Kept> newest(Consumer<String> note) {
    List<Path> present = store.present();
    Optional<ModelFormatException> first = Optional.empty();
    for (Path path : present) {
      try {
        Kept kept = Kept.read(path);
        if (first.isPresent()) {
          store.newestIsDamaged();
          note.accept(first.get().getMessage() + "; going on from " + path);
        }
        return Optional.of(kept);
      } catch (ModelFormatException e) {
        first = first.or(() -> Optional.of(e));
      }
    }
    if (first.isPresent()) {
      throw first.get();
    }
    return Optional.empty();
  }

  /**
   * Has a state written soon.
   *
   * @param metrics of the epochs; empty if they are not known
   */
  void keep(
      TrainingState state, Precision precision, Map<String, Object> run, List<Double> metrics) {
    writer.write(() -> CheckpointForm.write(state, precision, run, metrics).bytes());
  }

  /**
   * The last that was kept in a training that failed; nothing if there was none, or if it cannot be
   * written or read.
   */
  public Optional<Kept> last() {
    try {
      finish();
      return newest(note -> {});
    } catch (GradusException e) {
      return Optional.empty(); // why the training failed is what is told
    }
  }

  /**
   * Waits until all that was kept is on the device.
   *
   * @throws FileException if it could not be written
   */
  void finish() {
    writer.finish();
  }

  @Override
  public void close() {
    writer.close();
    store.close();
  }
}
