package dev.gradus.cli;

import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.setting.RealNumber;
import java.util.Map;
import java.util.Optional;

/**
 * {@code gradus gradient CASE.json}: loss, output and gradients of a stated network, weights and
 * batch, as JSON: to hold Gradus against any other program, and with {@code --against} any other
 * program against Gradus.
 */
final class GradientCommand implements Command {
  /** So many steps of descent may take long enough to be watched. */
  private static final int WAIT = 10_000;

  private final Setting<String> file;
  private final Setting<String> against;
  private final Setting<Double> tolerance;

  GradientCommand(Settings settings) {
    file = settings.argument("CASE.json", "a network, its weights and one batch (gradus-case-1)");
    against =
        settings
            .file("--against", "ANSWER.json", "another program's answer: compared, not printed")
            .orNothing();
    tolerance =
        settings
            .flag("--tolerance", RealNumber.above(0).to(1), "of --against, relative")
            .labelled("X")
            .or(1e-9);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    Optional<String> other = against.given();
    if (tolerance.isGiven() && other.isEmpty()) {
      throw tolerance.refused("goes with --against");
    }
    GradientCase stated = CaseReader.read(file.value());
    Map<String, Object> answer = answer(stated, terminal);
    if (other.isEmpty()) {
      terminal.out().println(Json.write(answer));
      return ExitStatus.DONE;
    }
    Page page = new Page(terminal);
    boolean agrees =
        new AnswerComparison(stated, answer, tolerance.value(), other.get()).show(page);
    page.finish();
    return agrees ? ExitStatus.DONE : ExitStatus.NO;
  }

  private static Map<String, Object> answer(GradientCase stated, Terminal terminal) {
    int steps = stated.descent().map(GradientCase.Descent::steps).orElse(0);
    try (Progress progress = terminal.progress(steps < WAIT ? 0 : steps, "descending")) {
      return GradientAnswer.of(stated, progress);
    }
  }
}
