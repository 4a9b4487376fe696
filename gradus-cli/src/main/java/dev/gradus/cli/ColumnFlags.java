package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flags that say which columns are read, and what they are. */
final class ColumnFlags {
  /** Stands for every column. */
  static final List<String> ALL = List.of("all");

  private final Setting<List<String>> columns;
  private final Setting<List<String>> ignore;
  private final Setting<List<String>> numeric;
  private final Setting<List<String>> categorical;

  ColumnFlags(Settings settings) {
    columns =
        settings
            .flag(
                "--columns",
                CommonForms.NAMES,
                "which columns; a name with a comma in quotes: '\"a,b\",c'")
            .labelled("all|A,B");
    columns.or(ALL);
    ignore = settings.flag("--ignore", CommonForms.NAMES, "columns to leave out").labelled("A,B");
    ignore.or(List.of());
    numeric =
        settings.flag("--numeric", CommonForms.NAMES, "columns of numbers").labelled("all|A,B");
    numeric.or(List.of());
    categorical =
        settings.flag("--categorical", CommonForms.NAMES, "columns of categories").labelled("A,B");
    categorical.or(List.of());
  }

  /** The options with what the user stated. */
  TableOptions apply(TableOptions options, List<String> names) {
    numeric.value().stream()
        .filter(categorical.value()::contains)
        .findFirst()
        .ifPresent(this::refuseTwoKinds);
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    (numeric.value().equals(ALL) ? names : numeric.value())
        .forEach(name -> kinds.put(name, ColumnKind.NUMBER));
    categorical.value().forEach(name -> kinds.put(name, ColumnKind.CATEGORY));
    return options.withKinds(kinds).ignoring(ignore.value()).selecting(selected());
  }

  private List<String> selected() {
    return columns.value().equals(ALL) ? List.of() : columns.value();
  }

  private void refuseTwoKinds(String name) {
    throw new ConfigException(
        "flag.conflict",
        Location.of("--categorical " + Quotation.name(name)),
        "also listed in --numeric");
  }

  /**
   * Makes sure that the file has what the flags name.
   *
   * @throws DataException if a flag names a column that it has not
   */
  void requireIn(String file, List<String> names) {
    for (Setting<List<String>> flag : List.of(columns, ignore, numeric, categorical)) {
      if (!flag.value().equals(ALL)) {
        flag.value().forEach(name -> Table.requireName(name, flag.name(), file, names));
      }
    }
  }
}
