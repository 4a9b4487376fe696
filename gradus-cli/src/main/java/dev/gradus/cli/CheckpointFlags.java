package dev.gradus.cli;

import dev.gradus.tabular.file.CheckpointStore;
import dev.gradus.tabular.model.CheckpointFile;
import dev.gradus.tabular.model.Kept;
import dev.gradus.tabular.model.TrainingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The flags that say where the state of a training is kept, and whether it goes on from there. */
final class CheckpointFlags {
  private final Setting<String> checkpoint;
  private final Setting<Integer> every;
  private final Setting<Boolean> resume;

  CheckpointFlags(Settings settings) {
    checkpoint =
        settings
            .file("--checkpoint", "FILE", "keeps the training there, to go on after any end")
            .orNothing();
    every = settings.whole("--checkpoint-every", 1, 1_000_000_000, "epochs between two").or(1);
    resume = settings.toggle("--resume", "goes on from the checkpoint, if there is one");
  }

  /** Those of the flags that were given. */
  List<Setting<?>> given() {
    return List.<Setting<?>>of(checkpoint, every, resume).stream()
        .filter(Setting::isGiven)
        .toList();
  }

  /** What it will write: the newest, and under its second name the one before it. */
  void announce(FilesApart files) {
    files.writes(checkpoint);
    checkpoint
        .given()
        .map(file -> CheckpointStore.older(Path.of(file)))
        .ifPresent(
            older ->
                files.writes(
                    checkpoint.name() + " " + checkpoint.value(),
                    "the one before it, " + Shown.escaped(older.toString()) + ", ",
                    "the older checkpoint",
                    older));
  }

  /** Says before anything is read what cannot be kept. */
  void refuseIdleFlags() {
    if (checkpoint.isGiven()) {
      return;
    }
    if (every.isGiven()) {
      throw every.refused("wants --checkpoint FILE");
    }
    if (resume.value()) {
      throw resume.refused("wants --checkpoint FILE");
    }
  }

  /**
   * Locks the file, if one was given.
   *
   * @throws dev.gradus.error.ConfigException if another file has that name, and would be lost
   */
  Optional<CheckpointFile> open() {
    if (!resume.value()
        && checkpoint.given().map(Path::of).filter(CheckpointFile::isOther).isPresent()) {
      throw checkpoint.refused("is there and is no checkpoint; wants one, or a new name");
    }
    return checkpoint
        .given()
        .map(file -> CheckpointFile.open(Path.of(file), "--checkpoint " + Shown.escaped(file)));
  }

  /** Where the training is kept, and where it goes on. */
  TrainingContext.Checkpoints use(CheckpointFile file, Terminal terminal) {
    return new TrainingContext.Checkpoints(file, every.value(), from(file, terminal));
  }

  /** After a divergence: from where a training at another rate could go on. */
  static void tellKept(CheckpointFile file, Terminal terminal) {
    file.last()
        .ifPresent(
            kept -> terminal.note(kept.file() + ": kept as it was after epoch " + kept.epoch()));
  }

  private Optional<Kept> from(CheckpointFile file, Terminal terminal) {
    if (!resume.value()) {
      if (file.exists()) {
        terminal.warn(
            "checkpoint.replaced",
            checkpoint.location(),
            "the checkpoint that is there will be replaced; --resume would go on from it");
      }
      return Optional.empty();
    }
    Optional<Kept> kept = file.newest(terminal::note);
    terminal.note(
        kept.map(from -> from.file() + ": going on after epoch " + from.epoch())
            .orElse(file.file() + ": no checkpoint yet; the training begins"));
    return kept;
  }
}
