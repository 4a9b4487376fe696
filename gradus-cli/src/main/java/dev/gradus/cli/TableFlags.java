package dev.gradus.cli;

import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.Dialect;
import dev.gradus.tabular.table.TableOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flags that say how a CSV file is to be read; the same for each command that reads one. */
final class TableFlags {
  private final Setting<Character> delimiter;
  private final Setting<Character> decimal;
  private final Setting<List<String>> missingTokens;

  TableFlags(Settings settings) {
    delimiter =
        settings
            .flag("--delimiter", CommonForms.DELIMITER, "between the cells")
            .labelled("C")
            .or(Dialect.STANDARD.delimiter());
    decimal =
        settings
            .flag("--decimal", CommonForms.DECIMAL, "the decimal mark")
            .labelled("C")
            .or(Dialect.STANDARD.decimal());
    missingTokens =
        settings
            .flag("--missing-token", CommonForms.NAMES, "more texts that stand for a missing value")
            .labelled("A,B")
            .or(List.of());
  }

  /** Options with this dialect; kinds of columns are inferred. */
  TableOptions options() {
    if (delimiter.value().equals(decimal.value())) {
      throw decimal.refused("is also the delimiter");
    }
    List<String> tokens = new ArrayList<>(Dialect.STANDARD.missingTokens());
    tokens.addAll(missingTokens.value());
    return TableOptions.STANDARD.withDialect(
        new Dialect(delimiter.value(), decimal.value(), tokens));
  }

  /** Kinds that the user stated for some columns. */
  static Map<String, ColumnKind> kinds(List<String> numeric, List<String> categorical) {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    numeric.forEach(name -> kinds.put(name, ColumnKind.NUMBER));
    categorical.forEach(name -> kinds.put(name, ColumnKind.CATEGORY));
    return kinds;
  }
}
