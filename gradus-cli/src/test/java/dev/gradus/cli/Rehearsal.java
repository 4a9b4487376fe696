package dev.gradus.cli;

import dev.gradus.error.Location;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.setting.RealNumber;
import java.util.List;

/** A command for tests: it trains nothing and says what it was told. */
final class Rehearsal implements Command {
  static final List<String> ACTIVATIONS = List.of("identity", "relu", "leaky_relu", "tanh");

  static final List<Entry> COMMANDS =
      List.of(
          new Entry("train", "trains nothing, for 100 % sure", Rehearsal::new),
          new Entry("evaluate", "evaluates nothing", Rehearsal::new));

  private final Setting<String> data;
  private final Setting<Integer> epochs;
  private final Setting<Double> rate;
  private final Setting<Double> momentum;
  private final Setting<List<Integer>> hidden;
  private final Setting<String> activation;
  private final Setting<Integer> threads;
  private final Setting<Long> seed;
  private final Setting<String> out;
  private final Setting<Boolean> odd;

  Rehearsal(Settings settings) {
    data = settings.argument("DATA.csv", "the table");
    epochs = settings.whole("--epochs", 1, 1_000_000_000, "passes over the data").or(100);
    rate = settings.flag("--learning-rate", RealNumber.above(0).to(1e6), "step size").or(1e-3);
    momentum = settings.flag("--momentum", RealNumber.from(0).below(1), "of sgd").or(0.0);
    hidden = settings.hidden().or(List.of(16, 32));
    activation =
        settings.flag("--activation", Form.oneOf(ACTIVATIONS), "between layers").or("relu");
    threads = settings.threads().or(1);
    seed = settings.seed();
    out = settings.text("--out", "FILE", "where to write").orNothing();
    odd = settings.toggle("--odd", "warns");
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    new FilesApart().reads(data, "the input").writes(out).require();
    if (odd.value()) {
      terminal.warn("column.constant", Location.of(data.value()), "column b is constant");
    }
    terminal
        .out()
        .println(
            List.of(
                data.value(),
                epochs.value(),
                rate.value(),
                momentum.value(),
                hidden.value(),
                activation.value(),
                threads.value(),
                seed.value(),
                out.given().orElse("-")));
    return ExitStatus.DONE;
  }
}
