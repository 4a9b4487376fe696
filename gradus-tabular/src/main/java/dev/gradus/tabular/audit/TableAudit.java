package dev.gradus.tabular.audit;

import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All that is suspicious about a table before a model is trained on it. */
public final class TableAudit {
  private TableAudit() {}

  /**
   * Columns that repeat others, columns that alone predict the target, classes out of balance, in
   * this order; the columns in theirs.
   *
   * @param names of the feature columns
   * @param training rows, which have a target each
   * @param held other rows, held out, which have a target each; if there are none, nothing is said
   *     of columns that alone predict the target
   */
  public static List<Warning> of(
      Table table, Target target, List<String> names, int[] training, int[] held) {
    int[] all = IntStream.concat(IntStream.of(training), IntStream.of(held)).sorted().toArray();
    List<Warning> warnings = new ArrayList<>(RepeatSearch.of(table, names, all));
    if (target instanceof SeveralTargets several) {
      several
          .list()
          .forEach(one -> warnings.addAll(LeakSearch.of(table, one, names, training, held)));
    } else {
      warnings.addAll(LeakSearch.of(table, target, names, training, held));
    }
    if (target instanceof ClassTarget classes) {
      warnings.addAll(ClassBalance.of(classes, classes.codes(table, all)));
    }
    return List.copyOf(warnings);
  }
}
