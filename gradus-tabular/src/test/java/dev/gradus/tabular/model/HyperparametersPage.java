package dev.gradus.tabular.model;

import java.util.Arrays;
import java.util.Locale;

/**
 * The page of all hyperparameters: what the table says of each. A new one is on it by being in the
 * table.
 */
final class HyperparametersPage {
  private HyperparametersPage() {}

  /** {@code docs/hyperparameters.md}. */
  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            # Hyperparameters

            Made from the table `Hyperparameters` by `HyperparametersPageTest`; change it there. The same
            table makes the flags of `gradus train`, their help, the keys of a configuration file
            (`--config FILE`: lines `key = value`, the key without dashes) and the refusals.
            What is chosen by the number of rows: [defaults.md](defaults.md).
            """);
    for (Hyperparameter.Group group : Hyperparameter.Group.values()) {
      String name = group.name();
      page.append("\n## ").append(name.charAt(0));
      page.append(name.substring(1).toLowerCase(Locale.ROOT));
      page.append("\n\n| | takes | unless set | what it is | why |\n|---|---|---|---|---|\n");
      Hyperparameters.all().stream()
          .filter(parameter -> parameter.group() == group)
          .forEach(parameter -> page.append(line(parameter)).append('\n'));
    }
    return page.toString();
  }

  private static <T> String line(Hyperparameter<T> parameter) {
    String standard =
        parameter
            .standard()
            .map(value -> '`' + parameter.form().written(value) + '`')
            .orElse(parameter.otherwise());
    return row(
        "`" + parameter.name() + "`",
        parameter.form().wanted(),
        standard,
        parameter.description(),
        parameter.source());
  }

  private static String row(String... cells) {
    return "| "
        + String.join(" | ", Arrays.stream(cells).map(cell -> cell.replace("|", "\\|")).toList())
        + " |";
  }
}
