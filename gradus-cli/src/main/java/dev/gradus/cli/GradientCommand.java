package dev.gradus.cli;

import dev.gradus.tabular.file.Json;

/**
 * {@code gradus gradient CASE.json}: loss, output and gradients of a stated network, weights and
 * batch, as JSON: to hold Gradus against any other program.
 */
final class GradientCommand implements Command {
  /** So many steps of descent may take long enough to be watched. */
  private static final int WAIT = 10_000;

  private final Setting<String> file;

  GradientCommand(Settings settings) {
    file = settings.argument("CASE.json", "a network, its weights and one batch (gradus-case-1)");
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    GradientCase stated = CaseReader.read(file.value());
    int steps = stated.descent().map(GradientCase.Descent::steps).orElse(0);
    try (Progress progress = terminal.progress(steps < WAIT ? 0 : steps, "descending")) {
      terminal.out().println(Json.write(GradientAnswer.of(stated, progress)));
    }
    return ExitStatus.DONE;
  }
}
