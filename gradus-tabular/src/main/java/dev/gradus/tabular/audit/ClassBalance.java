package dev.gradus.tabular.audit;

import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.Quotation;
import java.util.List;
import java.util.Locale;

/** Says where one class is so much rarer than another that accuracy tells little. */
final class ClassBalance {
  /** The commonest class has at least so many times the rows of the rarest. */
  static final int MUCH = 10;

  private ClassBalance() {}

  /**
   * At most one warning.
   *
   * @param codes the classes of the rows
   */
  static List<Warning> of(ClassTarget target, int[] codes) {
    int[] counts = new int[target.classes().size()];
    for (int code : codes) {
      counts[code]++;
    }
    int rarest = 0;
    int commonest = 0;
    for (int label = 1; label < counts.length; label++) {
      rarest = counts[label] < counts[rarest] ? label : rarest;
      commonest = counts[label] > counts[commonest] ? label : commonest;
    }
    if (counts[commonest] < (long) MUCH * counts[rarest]) {
      return List.of();
    }
    return List.of(
        new Warning(
            "data.imbalance",
            String.format(
                Locale.ROOT,
                "the classes of column %s are out of balance: %s has %s, %s has %s; look at the balanced accuracy, and see --class-weight balanced",
                Quotation.name(target.name()),
                Quotation.of(target.classes().get(rarest)),
                share(counts[rarest], codes.length),
                Quotation.of(target.classes().get(commonest)),
                share(counts[commonest], codes.length))));
  }

  private static String share(int count, int rows) {
    return String.format(Locale.ROOT, "%d of %d rows (%.1f %%)", count, rows, 100.0 * count / rows);
  }
}
