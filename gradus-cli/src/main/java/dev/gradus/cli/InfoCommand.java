package dev.gradus.cli;

import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.CheckpointStore;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.file.TensorFileReader;
import dev.gradus.tabular.model.Kept;
import dev.gradus.tabular.model.Model;
import java.nio.file.Path;
import java.util.Optional;

/** {@code gradus info MODEL}: what is in a model file or a checkpoint. */
final class InfoCommand implements Command {
  private final Setting<String> model;
  private final Setting<Boolean> allowNan;

  InfoCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file, or a checkpoint");
    allowNan = settings.toggle("--allow-nan", "also of a model whose weights are not all finite");
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    Page page = new Page(terminal);
    Path file = Path.of(model.value());
    if (allowNan.value()) {
      InfoPage.show(file, Model.loadToLookAt(file), page);
    } else {
      show(file, page);
    }
    page.finish();
    return ExitStatus.DONE;
  }

  private static void show(Path file, Page page) {
    TensorFile content = read(file);
    if (content.gradus().containsKey("checkpoint")) {
      InfoPage.show(Kept.read(file), page);
    } else {
      InfoPage.show(file, Model.load(file), page);
    }
  }

  /** Of a damaged one the user learns whether the one before is whole. */
  private static TensorFile read(Path file) {
    try {
      return TensorFileReader.read(file);
    } catch (ModelFormatException e) {
      Optional<Path> before = CheckpointStore.before(file).filter(InfoCommand::isWhole);
      throw before
          .map(
              older ->
                  e.withHint("older checkpoint " + Shown.escaped(older.toString()) + " is intact"))
          .orElse(e);
    }
  }

  private static boolean isWhole(Path file) {
    try {
      TensorFileReader.read(file);
      return true;
    } catch (ModelFormatException e) {
      return false;
    }
  }
}
