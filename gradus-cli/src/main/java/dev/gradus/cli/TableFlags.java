package dev.gradus.cli;

import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Dialect;
import dev.gradus.tabular.table.TableOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flags that say how a CSV file is to be read; the same for each command that reads one. */
final class TableFlags {
  /** Stands for standard input wherever data are wanted. */
  static final String STANDARD_INPUT = "-";

  private final Setting<Character> delimiter;
  private final Setting<Character> decimal;
  private final Setting<Boolean> header;
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
    header =
        settings
            .flag("--header", CommonForms.HEADER, "whether the first record names the columns")
            .labelled("yes|no")
            .orNothing();
    missingTokens =
        settings
            .flag("--missing-token", CommonForms.NAMES, "more texts that stand for a missing value")
            .labelled("A,B")
            .or(List.of());
  }

  /** Those of the flags that were given. */
  List<Setting<?>> given() {
    return List.<Setting<?>>of(delimiter, decimal, header, missingTokens).stream()
        .filter(Setting::isGiven)
        .toList();
  }

  /** Options with this dialect; kinds of columns are inferred. */
  TableOptions options() {
    return TableOptions.STANDARD.withDialect(dialect());
  }

  /** How cells are told apart and read. */
  Dialect dialect() {
    if (delimiter.value().equals(decimal.value())) {
      throw decimal.refused("is also the delimiter");
    }
    List<String> tokens = new ArrayList<>(Dialect.STANDARD.missingTokens());
    tokens.addAll(missingTokens.value());
    return new Dialect(
        delimiter.value(),
        decimal.value(),
        tokens,
        header.given().orElse(Dialect.STANDARD.header()));
  }

  /** The data that a setting names: a file, or standard input. */
  static CsvSource source(String data) {
    return data.equals(STANDARD_INPUT)
        ? CsvSource.stream("standard input", System.in)
        : CsvSource.file(data);
  }

  /** Kinds that the user stated for some columns. */
  static Map<String, ColumnKind> kinds(List<String> numeric, List<String> categorical) {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    numeric.forEach(name -> kinds.put(name, ColumnKind.NUMBER));
    categorical.forEach(name -> kinds.put(name, ColumnKind.CATEGORY));
    return kinds;
  }
}
