package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Folds;
import dev.gradus.tabular.preprocess.HoldOut;
import dev.gradus.tabular.preprocess.Share;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** By which rule rows are held out: by time, by group, by class, or drawn. */
final class RowDrawing {
  private final Table table;
  private final TrainingSettings settings;
  private final Optional<ClassTarget> classes;
  private final RandomGenerator random;

  /** Shares its arguments. */
  RowDrawing(
      Table table,
      TrainingSettings settings,
      Optional<ClassTarget> classes,
      RandomGenerator random) {
    this.table = table;
    this.settings = settings;
    this.classes = classes;
    this.random = random;
  }

  private Optional<String> time() {
    return settings.get(Hyperparameters.SPLIT).timeColumn();
  }

  private Optional<String> group() {
    return settings.find(Hyperparameters.GROUP);
  }

  /**
   * @param flag which asks for it
   */
  HoldOut holdOut(int[] rows, String flag, double fraction) {
    Share share = new Share(table.file(), flag, fraction);
    if (time().isPresent()) {
      return HoldOut.last(share, rows, times(rows));
    }
    return group().isPresent()
        ? HoldOut.groups(share, rows, groups(rows), random)
        : HoldOut.stratified(share, rows, codes(rows), random);
  }

  List<Folds.Fold> folds(int[] rows, int k) {
    if (time().isPresent()) {
      return Folds.time(table.file(), rows, times(rows), k);
    }
    return group().isPresent()
        ? Folds.groups(table.file(), rows, groups(rows), k)
        : Folds.stratified(table.file(), rows, codes(rows), k, random);
  }

  private int[] codes(int[] rows) {
    return classes.map(known -> known.codes(table, rows)).orElseGet(() -> new int[rows.length]);
  }

  private double[] times(int[] rows) {
    String name = time().orElseThrow();
    if (!(table.require(name, "--split") instanceof NumberColumn column)) {
      throw new ConfigException(
          "flag.conflict",
          Location.of("--split time:" + Quotation.name(name)),
          "the column holds texts; wants numbers, dates or times");
    }
    double[] times = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      requirePresent(column, rows[i], "the time is missing");
      times[i] = column.value(rows[i]);
    }
    return times;
  }

  private int[] groups(int[] rows) {
    Column column = table.require(group().orElseThrow(), "--group");
    Map<Object, Integer> numbers = new HashMap<>();
    int[] groups = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      requirePresent(column, rows[i], "the group is missing");
      Object cell =
          switch (column) {
            case NumberColumn values -> values.value(rows[i]);
            case CategoryColumn texts -> texts.code(rows[i]);
          };
      groups[i] = numbers.computeIfAbsent(cell, absent -> numbers.size());
    }
    return groups;
  }

  private void requirePresent(Column column, int row, String what) {
    if (column.isMissing(row)) {
      throw new DataException("data.missing", table.cell(row, column.name()), what);
    }
  }
}
