package dev.gradus.tabular.preprocess;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of a table become the inputs of a network, [n rows] → [n × inputs]. Immutable
 * plain data: a list of records, to be kept with the model.
 *
 * @param list in the order of the inputs
 */
public record Features(List<Feature> list) {

  /** Copies the list. */
  public Features {
    list = List.copyOf(list);
  }

  /**
   * What fitting gave.
   *
   * @param features what was learned
   * @param warnings what is odd about the columns
   */
  public record Fitted(Features features, List<Warning> warnings) {
    /** Copies the list. */
    public Fitted {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Learns from the training rows and from no other.
   *
   * @param columns the names of the feature columns
   * @param rows the training rows, counted from 0
   * @throws DataException if there is no column of such a name, or none can be used
   */
  public static Fitted fit(Table table, List<String> columns, int[] rows) {
    return fit(table, columns, WeightedRows.of(rows));
  }

  /**
   * The same of rows that count differently.
   *
   * @throws DataException if there is no column of such a name, or none can be used
   */
  public static Fitted fit(Table table, List<String> columns, WeightedRows rows) {
    FeatureFitting fitting = new FeatureFitting();
    List<Feature> features = new ArrayList<>();
    for (String name : columns) {
      switch (table.require(name, "--columns")) {
        case NumberColumn column -> features.add(fitting.number(column, rows));
        case CategoryColumn column -> fitting.category(column, rows).ifPresent(features::add);
      }
    }
    if (features.isEmpty()) {
      throw new DataException(
          "data.no_features",
          Location.of(table.file()),
          "there is no feature column; at least 1 is wanted");
    }
    return new Fitted(new Features(features), fitting.warnings());
  }

  /**
   * The feature columns of a table: those that are listed, else all but the target.
   *
   * @param listed the names that the user gave, if any
   * @throws ConfigException if the target is among them, or one is listed twice
   * @throws DataException if one of the names is no column
   */
  public static List<String> columns(Table table, String target, Optional<List<String>> listed) {
    table.require(target, "--target");
    if (listed.isEmpty()) {
      return table.names().stream().filter(name -> !name.equals(target)).toList();
    }
    Set<String> seen = new HashSet<>();
    for (String name : listed.get()) {
      if (name.equals(target)) {
        throw new ConfigException(
            "flag.conflict",
            Location.of("--target " + Quotation.name(target)),
            "also listed in --columns");
      }
      table.require(name, "--columns");
      if (!seen.add(name)) {
        throw new ConfigException(
            "flag.conflict", Location.of("--columns"), Quotation.name(name) + " is listed twice");
      }
    }
    return List.copyOf(listed.get());
  }

  /** The names of the columns. */
  public List<String> names() {
    return list.stream().map(Feature::name).toList();
  }

  /** The kinds of the columns, with which a table for {@link #encode} is to be read. */
  public Map<String, ColumnKind> kinds() {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    list.forEach(feature -> kinds.put(feature.name(), feature.kind()));
    return Collections.unmodifiableMap(kinds);
  }

  /** The names of the inputs, in order. */
  public List<String> inputNames() {
    return list.stream().flatMap(feature -> feature.inputNames().stream()).toList();
  }

  /** How many inputs there are. */
  public int inputs() {
    return list.stream().mapToInt(feature -> feature.inputNames().size()).sum();
  }

  /**
   * Makes sure that a table has the columns; their order does not matter, nor do others.
   *
   * @return whether the table has them in another order than the training table had
   * @throws DataException if one is missing
   */
  public boolean match(Table table) {
    Set<String> wanted = new HashSet<>(names());
    List<String> found = table.names().stream().filter(wanted::contains).toList();
    if (found.size() < list.size()) {
      List<String> absent = names().stream().filter(name -> table.column(name).isEmpty()).toList();
      throw new DataException(
          "data.columns",
          Location.of(table.file()),
          found.size()
              + (found.size() == 1 ? " feature column" : " feature columns")
              + ", the model wants "
              + list.size()
              + ": "
              + Quotation.names(names())
              + "; not in the file: "
              + Quotation.names(absent));
    }
    return !found.equals(names());
  }

  /**
   * Writes the inputs of some rows, row after row.
   *
   * @param table read with {@link #kinds}; columns are matched by name
   * @param rows counted from 0
   * @param into [rows × inputs], row-major; filled
   * @return for each column how many of its cells were imputed or held an unseen category
   * @throws DataException if a column is missing
   * @throws IllegalArgumentException if {@code into} has another size, or a column another kind
   */
  public List<CellCounts> encode(Table table, int[] rows, double[] into) {
    match(table);
    int stride = inputs();
    if (into.length != (long) rows.length * stride) {
      throw new IllegalArgumentException(
          "inputs of " + rows.length + " × " + stride + ", got room for " + into.length);
    }
    List<CellCounts> counts = new ArrayList<>();
    int offset = 0;
    for (Feature feature : list) {
      counts.add(
          encode(feature, table.require(feature.name(), "--columns"), rows, into, offset, stride));
      offset += feature.inputNames().size();
    }
    return counts;
  }

  private static CellCounts encode(
      Feature feature, Column column, int[] rows, double[] into, int offset, int stride) {
    if (feature instanceof NumberFeature number && column instanceof NumberColumn numbers) {
      return number.encode(numbers, rows, into, offset, stride);
    }
    if (feature instanceof CategoryFeature category && column instanceof CategoryColumn texts) {
      return category.encode(texts, rows, into, offset, stride);
    }
    throw new IllegalArgumentException(
        "column "
            + column.name()
            + " is of kind "
            + column.kind()
            + ", the model wants "
            + feature.kind());
  }
}
