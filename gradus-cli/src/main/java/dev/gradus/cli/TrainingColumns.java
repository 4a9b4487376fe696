package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The flags that say which columns and rows of a table a training uses. */
final class TrainingColumns {
  private final Setting<String> data;
  private final Setting<String> target;
  private final Setting<List<String>> columns;
  private final Setting<List<String>> ignore;
  private final Setting<List<String>> numeric;
  private final Setting<List<String>> categorical;
  private final Setting<String> missing;
  private final Setting<String> missingTarget;
  private final TableFlags reading;

  TrainingColumns(Settings settings, Setting<String> data, Setting<String> target) {
    this.data = data;
    this.target = target;
    columns = names(settings, "--columns", "the features").orNothing();
    ignore = names(settings, "--ignore", "columns to leave out").or(List.of());
    numeric = names(settings, "--numeric", "columns of numbers").or(List.of());
    categorical = names(settings, "--categorical", "columns of categories").or(List.of());
    missing =
        settings
            .flag("--missing", Form.oneOf(List.of("impute", "drop", "error")), "missing cells")
            .labelled("HOW")
            .or("impute");
    missingTarget =
        settings
            .flag("--missing-target", CommonForms.MISSING_TARGET, "rows without target")
            .labelled("HOW")
            .or("error");
    reading = new TableFlags(settings);
  }

  private static Setting<List<String>> names(Settings settings, String name, String description) {
    return settings.flag(name, CommonForms.NAMES, description).labelled("A,B");
  }

  /** The features, if they were listed. */
  Optional<List<String>> features() {
    return columns.given().filter(names -> !names.equals(ColumnFlags.ALL));
  }

  /** Whether missing cells are filled. */
  boolean imputes() {
    return missing.value().equals("impute");
  }

  /** The data, to be read as often as wanted. */
  CsvSource source() {
    return TableFlags.source(data.value()).repeatable();
  }

  /** Reads the table. */
  Table read(CsvSource source) {
    List<String> twice = numeric.value().stream().filter(categorical.value()::contains).toList();
    if (!twice.isEmpty()) {
      throw new ConfigException(
          "flag.conflict",
          Location.of("--categorical " + Shown.value(twice.getFirst())),
          "also listed in --numeric");
    }
    TableOptions options =
        reading.options().withKinds(TableFlags.kinds(numeric.value(), categorical.value()));
    options = options.ignoring(ignore.value()).selecting(selected());
    Table table =
        Table.read(source, missing.value().equals("error") ? options.refusingMissing() : options);
    table.requireInFile(target.value(), target.name());
    features().ifPresent(names -> names.forEach(name -> table.requireInFile(name, columns.name())));
    for (Setting<List<String>> names : List.of(ignore, numeric, categorical)) {
      names.value().forEach(name -> table.requireInFile(name, names.name())); // else: no effect
    }
    return table;
  }

  /** With --columns those and the target: no cell of another matters. */
  private List<String> selected() {
    List<String> read = new ArrayList<>(features().orElse(List.of()));
    if (!read.isEmpty()) {
      read.add(target.value());
    }
    return read;
  }

  /** The rows with a target. */
  int[] present(Table table) {
    return missingTarget.value().equals("drop")
        ? Target.presentRows(table, target.value())
        : Target.rows(table, target.value());
  }

  /** Of those the rows to use, by the policy for missing cells. */
  int[] rows(Table table, int[] present) {
    if (!missing.value().equals("drop")) {
      return present;
    }
    List<String> features = Features.columns(table, target.value(), features());
    return IntStream.of(present)
        .filter(
            row ->
                features.stream()
                    .noneMatch(name -> table.require(name, "--columns").isMissing(row)))
        .toArray();
  }
}
