package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.model.Part;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The flags that say which columns and rows of a table a training uses. */
final class TrainingColumns {
  private final Setting<String> data;
  private final Setting<List<String>> targets;
  private final Setting<List<String>> columns;
  private final Setting<List<String>> ignore;
  private final Setting<List<String>> numeric;
  private final Setting<List<String>> categorical;
  private final Setting<String> missing;
  private final Setting<String> missingTarget;
  private final TableFlags reading;

  TrainingColumns(Settings settings, Setting<String> data, Setting<List<String>> targets) {
    this.data = data;
    this.targets = targets;
    columns =
        names(settings, "--columns", "the features; a name with a comma in quotes: '\"a,b\",c'")
            .orNothing();
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

  /**
   * Reads the table.
   *
   * @param others columns that settings name, by the settings' flags
   */
  Table read(CsvSource source, Map<String, String> others) {
    List<String> twice = numeric.value().stream().filter(categorical.value()::contains).toList();
    if (!twice.isEmpty()) {
      throw new ConfigException(
          "flag.conflict",
          Location.of("--categorical " + Shown.value(twice.getFirst())),
          "also listed in --numeric");
    }
    Table table = Table.read(source, options(others));
    targets.value().forEach(name -> table.requireInFile(name, targets.name()));
    others.forEach((flag, name) -> table.requireInFile(name, flag));
    features().ifPresent(names -> names.forEach(name -> table.requireInFile(name, columns.name())));
    for (Setting<List<String>> names : List.of(ignore, numeric, categorical)) {
      names.value().forEach(name -> table.requireInFile(name, names.name())); // else: no effect
    }
    return table;
  }

  private TableOptions options(Map<String, String> others) {
    TableOptions options =
        reading
            .options()
            .withKinds(TableFlags.kinds(numeric.value(), categorical.value()))
            .ignoring(ignore.value())
            .selecting(selected(others));
    return refuses() ? options.refusingMissing() : options;
  }

  /** With --columns those, the targets and the others: no cell of another column matters. */
  private List<String> selected(Map<String, String> others) {
    List<String> read = new ArrayList<>(features().orElse(List.of()));
    if (!read.isEmpty()) {
      read.addAll(targets.value());
      read.addAll(others.values());
    }
    return read.stream().distinct().toList();
  }

  /**
   * Another file with the same columns, read by the same rules.
   *
   * @param training whose columns are to be found there, of the same kinds
   */
  UsableRows read(String file, Table training) {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    training.columns().forEach(column -> kinds.put(column.name(), column.kind()));
    TableOptions options = reading.options().onlyKinds(kinds);
    CsvSource source = TableFlags.source(file).repeatable();
    Table table = Table.read(source, refuses() ? options.refusingMissing() : options);
    targets.value().forEach(name -> table.requireInFile(name, targets.name()));
    return usable(source, table);
  }

  /** The rows that both policies leave. */
  UsableRows usable(CsvSource source, Table table) {
    int[] present =
        missingTarget.value().equals("drop")
            ? Target.presentRows(table, targets.value())
            : Target.rows(table, targets.value());
    return new UsableRows(source, new Part(table, whole(table, present)), present.length);
  }

  private boolean refuses() {
    return missing.value().equals("error");
  }

  /** Of those the rows to use, by the policy for missing cells. */
  private int[] whole(Table table, int[] present) {
    if (!missing.value().equals("drop")) {
      return present;
    }
    List<String> features =
        features()
            .orElseGet(
                () ->
                    table.names().stream()
                        .filter(name -> !targets.value().contains(name))
                        .toList());
    List<Column> read = features.stream().flatMap(name -> table.column(name).stream()).toList();
    return IntStream.of(present)
        .filter(row -> read.stream().noneMatch(column -> column.isMissing(row)))
        .toArray();
  }
}
