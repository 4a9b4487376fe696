package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.StopSignal;
import dev.gradus.train.TrainingEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of tables that are stopped, kept in a file, and go on. */
class CheckpointedTrainingTest {
  @TempDir Path folder;

  private final Table table = Tables.blobs(60);
  private final TrainingSettings settings =
      Tables.settings(20, 1, 1)
          .with(Hyperparameters.NORMALIZATION, Normalization.BATCH)
          .with(Hyperparameters.DROPOUT, 0.2);

  private Path file() {
    return folder.resolve("c.gradus");
  }

  private TrainingContext context() {
    DataFingerprint data = new DataFingerprint("ab".repeat(32), 60, 3);
    return TrainingContext.standard().of(data, List.of("--target", "y"));
  }

  /** Trains; stops after that epoch, if it is above 0. */
  private Optional<Trained> train(
      TrainingSettings with, TrainingContext context, boolean resume, int stopAfter) {
    StopSignal stop = new StopSignal();
    try (CheckpointFile file = CheckpointFile.open(file(), "--checkpoint c.gradus")) {
      Optional<Kept> from = resume ? file.newest(note -> {}) : Optional.empty();
      return Tables.plan(table, with)
          .train(
              event -> {
                if (event instanceof TrainingEvent.EpochEnded ended && ended.epoch() == stopAfter) {
                  stop.ask();
                }
              },
              epoch -> {},
              context.stoppedBy(stop).keptIn(new TrainingContext.Checkpoints(file, 3, from)));
    }
  }

  @Test
  void tenTimesStoppedIsTheSameFile() {
    byte[] whole =
        Tables.plan(table, settings)
            .train(event -> {}, epoch -> {}, context())
            .orElseThrow()
            .model()
            .bytes();
    boolean resume = false;
    for (int stop : new int[] {1, 2, 4, 7, 8, 9, 11, 14, 17, 19}) {
      assertThat(train(settings, context(), resume, stop)).isEmpty();
      assertThat(Kept.read(file()).epoch()).isEqualTo(stop);
      resume = true;
    }
    assertThat(train(settings, context(), true, 0).orElseThrow().model().bytes()).isEqualTo(whole);
  }

  @Test
  void anotherTrainingIsRefused() {
    train(settings, context(), false, 5);
    assertThatThrownBy(
            () -> train(settings.with(Hyperparameters.HIDDEN, List.of(16, 7)), context(), true, 0))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("c.gradus holds 2-16-8-3 ")
        .hasMessageContaining(", the flags say 2-16-7-3 ");
    assertThatThrownBy(() -> train(settings.with(Hyperparameters.EPOCHS, 30), context(), true, 0))
        .hasMessageEndingWith("c.gradus holds epochs 20, the flags say epochs 30");
    DataFingerprint other = new DataFingerprint("cd".repeat(32), 60, 3);
    assertThatThrownBy(
            () -> train(settings, TrainingContext.standard().of(other, List.of()), true, 0))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is not what ");
  }

  @Test
  void aModelIsNoCheckpointAndACheckpointNoModel() {
    train(settings, context(), false, 5);
    assertThatThrownBy(() -> Model.load(file()))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("a checkpoint of a training, not a model");
    Path model = folder.resolve("m.gradus");
    Tables.trained(table, settings).model().save(model);
    assertThatThrownBy(() -> Kept.read(model)).hasMessageContaining("a model, not a checkpoint");
  }
}
