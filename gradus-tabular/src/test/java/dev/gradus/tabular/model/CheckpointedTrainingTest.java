package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.StopSignal;
import dev.gradus.train.TrainingEvent;
import dev.gradus.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
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
    return keptTraining(
        with,
        context.stoppedBy(stop),
        resume,
        event -> {
          if (event instanceof TrainingEvent.EpochEnded ended && ended.epoch() == stopAfter) {
            stop.ask();
          }
        });
  }

  private Optional<Trained> keptTraining(
      TrainingSettings with, TrainingContext context, boolean resume, TrainingListener listener) {
    try (CheckpointFile file = CheckpointFile.open(file(), "--checkpoint c.gradus")) {
      Optional<Kept> from = resume ? file.newest(note -> {}) : Optional.empty();
      return Tables.plan(table, with)
          .train(
              listener,
              epoch -> {},
              context.keptIn(new TrainingContext.Checkpoints(file, 3, from)));
    }
  }

  @Test
  void tenTimesStoppedIsTheSameFile() {
    byte[] whole = whole(settings).model().bytes();
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

  /** The second run, on all rows, is made again from the end of the first. */
  @Test
  void stoppedWhileItTrainsAgainOnAllRows() {
    TrainingSettings twice = settings.with(Hyperparameters.REFIT, Refit.ALL);
    byte[] whole = whole(twice).model().bytes();
    StopSignal stop = new StopSignal();
    assertThat(keptTraining(twice, context().stoppedBy(stop), false, afterTheFirstRun(stop)))
        .isEmpty();
    assertThat(Kept.read(file()).epoch()).as("every 3 of 20 epochs, and the end").isEqualTo(20);
    assertThat(train(twice, context(), true, 0).orElseThrow().model().bytes()).isEqualTo(whole);
  }

  @Test
  void withoutACheckpointTheFirstRunsModelIsKept() {
    StopSignal stop = new StopSignal();
    Trained cut =
        Tables.plan(table, settings.with(Hyperparameters.REFIT, Refit.ALL))
            .train(afterTheFirstRun(stop), epoch -> {}, context().stoppedBy(stop))
            .orElseThrow();
    assertThat(cut.wasAsked()).isTrue();
    assertThat(cut.model().record()).containsEntry("refit", "none");
    assertThat(cut.model().parameters().vector().toArray())
        .isEqualTo(whole(settings).model().parameters().vector().toArray());
  }

  /** Also where a run that nobody stops ends with its last parameters. */
  @Test
  void whatIsStoppedWithoutACheckpointKeepsTheBest() {
    TrainingSettings rough =
        settings
            .with(Hyperparameters.DROPOUT, 0.0)
            .with(Hyperparameters.NORMALIZATION, Normalization.NONE)
            .with(Hyperparameters.LEARNING_RATE, 2.0);
    assertThat(rough.get(Hyperparameters.PATIENCE)).isZero();
    List<Double> losses = new ArrayList<>();
    StopSignal stop = new StopSignal();
    Trained cut =
        Tables.plan(table, rough)
            .train(
                event -> {
                  if (event instanceof TrainingEvent.EpochEnded ended) {
                    double loss = ended.validationLoss().orElseThrow();
                    if (losses.stream().anyMatch(before -> before < loss)) {
                      stop.ask();
                    }
                    losses.add(loss);
                  }
                },
                epoch -> {},
                context().stoppedBy(stop))
            .orElseThrow();
    int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow()) + 1;
    assertThat(best).isLessThan(losses.size());
    assertThat(cut.bestEpoch()).isEqualTo(best);
    assertThat(cut.model().parameters().vector().toArray())
        .isEqualTo(stoppedAfter(rough, best).model().parameters().vector().toArray());
  }

  private Trained stoppedAfter(TrainingSettings with, int epoch) {
    StopSignal stop = new StopSignal();
    return Tables.plan(table, with)
        .train(
            event -> {
              if (event instanceof TrainingEvent.EpochEnded ended && ended.epoch() == epoch) {
                stop.ask();
              }
            },
            ended -> {},
            context().stoppedBy(stop))
        .orElseThrow();
  }

  /** Of a resumed training all epochs are told, each with what it had then. */
  @Test
  void theEpochsBeforeAreToldAgain() {
    List<String> whole = new ArrayList<>();
    Tables.plan(table, settings).train(event -> {}, epoch -> whole.add(line(epoch)), context());
    assertThat(train(settings, context(), false, 7)).isEmpty();
    assertThat(Kept.read(file()).metrics()).hasSize(7);
    List<String> resumed = new ArrayList<>();
    try (CheckpointFile file = CheckpointFile.open(file(), "--checkpoint c.gradus")) {
      Tables.plan(table, settings)
          .train(
              event -> {},
              epoch -> resumed.add(line(epoch)),
              context().keptIn(new TrainingContext.Checkpoints(file, 3, file.newest(note -> {}))));
    }
    assertThat(resumed).hasSize(20).isEqualTo(whole);
  }

  private static String line(Epoch epoch) {
    return "%d %s %s %s %s"
        .formatted(
            epoch.number(),
            epoch.trainingLoss(),
            epoch.validationLoss(),
            epoch.learningRate(),
            epoch.metric().getAsDouble());
  }

  private Trained whole(TrainingSettings with) {
    return Tables.plan(table, with).train(event -> {}, epoch -> {}, context()).orElseThrow();
  }

  private static TrainingListener afterTheFirstRun(StopSignal stop) {
    return event -> {
      if (event instanceof TrainingEvent.Finished) {
        stop.ask();
      }
    };
  }
}
