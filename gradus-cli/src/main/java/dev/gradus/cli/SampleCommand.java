package dev.gradus.cli;

import dev.gradus.data.Xoshiro256;
import dev.gradus.tabular.sample.StandardSample;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** {@code gradus sample moons}: a data set made by a formula, as CSV on standard output. */
final class SampleCommand implements Command {
  private final Setting<StandardSample> name;
  private final Setting<Integer> rows;
  private final Setting<Long> seed;

  SampleCommand(Settings settings) {
    name = settings.argument("NAME", CommonForms.SAMPLE, "which: " + names());
    rows = settings.whole("--rows", 1, 1_000_000_000, "how many rows").or(1000);
    seed = settings.seed();
  }

  private static String names() {
    List<String> labels = Stream.of(StandardSample.values()).map(StandardSample::label).toList();
    return String.join(", ", labels);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    RandomGenerator random = Xoshiro256.seeded(seed.value());
    if (terminal.json()) {
      List<Object> drawn = new ArrayList<>();
      for (int row = 0; row < rows.value(); row++) {
        drawn.add(List.copyOf(values(name.value().draw(row, random))));
      }
      Page page = new Page(terminal);
      page.put("names", name.value().names());
      page.put("rows", drawn);
      page.finish();
      return ExitStatus.DONE;
    }
    terminal.out().print(String.join(",", name.value().names()) + "\n");
    for (int row = 0; row < rows.value(); row++) {
      List<String> cells =
          values(name.value().draw(row, random)).stream().map(String::valueOf).toList();
      terminal.out().print(String.join(",", cells) + "\n");
    }
    return ExitStatus.DONE;
  }

  /** Doubles, the class at the end a whole number. */
  private List<Object> values(double[] numbers) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      boolean isClass = name.value().hasClasses() && i == numbers.length - 1;
      values.add(isClass ? (Object) (int) numbers[i] : (Object) numbers[i]);
    }
    return values;
  }
}
