package dev.gradus.tabular.preprocess;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Regression or classification, and why in one sentence.
 *
 * <p>The rule: texts are classes. Numbers are classes if all are whole and at most {@value
 * #MOST_CLASSES} differ, and each stands twice on average or there are no more than two. All other
 * numbers are values.
 *
 * @param task what was chosen
 * @param reason e.g. {@code column y holds 2 different whole numbers}; {@code --task says so} where
 *     the user chose
 */
public record TaskChoice(Task task, String reason) {
  /** The most different whole numbers that are taken for classes without being asked. */
  public static final int MOST_CLASSES = 10;

  /**
   * Chooses, or holds the target to the user's own choice.
   *
   * @param rows with a target, counted from 0
   * @param stated what the user wants, if anything
   * @throws DataException if numbers that are not whole are to be classes, or texts values
   */
  public static TaskChoice of(Table table, String target, int[] rows, Optional<Task> stated) {
    Column column = table.require(target, "--target");
    String name = "column " + Quotation.name(target);
    TaskChoice choice =
        switch (column) {
          case CategoryColumn texts -> ofTexts(table, texts, rows, stated, name);
          case NumberColumn truths when truths.kind() == ColumnKind.BOOLEAN ->
              ofTruths(table, truths, rows, stated, name);
          case NumberColumn numbers -> ofNumbers(numbers, rows, stated, name);
        };
    return stated.isPresent() ? new TaskChoice(choice.task, "--task says so") : choice;
  }

  private static TaskChoice ofTexts(
      Table table, CategoryColumn texts, int[] rows, Optional<Task> stated, String name) {
    if (stated.equals(Optional.of(Task.REGRESSION))) {
      int row = rows.length == 0 ? 0 : rows[0];
      throw notANumber(table, texts.name(), row, texts.categories().get(texts.code(row)));
    }
    long different = Arrays.stream(rows).map(texts::code).distinct().count();
    String reason = name + " holds " + different + " different text" + (different == 1 ? "" : "s");
    return new TaskChoice(Task.CLASSIFICATION, reason);
  }

  private static TaskChoice ofTruths(
      Table table, NumberColumn truths, int[] rows, Optional<Task> stated, String name) {
    if (stated.equals(Optional.of(Task.REGRESSION))) {
      int row = rows.length == 0 ? 0 : rows[0];
      throw notANumber(table, truths.name(), row, truths.words().get((int) truths.value(row)));
    }
    String reason = name + " holds " + String.join(" and ", truths.words());
    return new TaskChoice(Task.CLASSIFICATION, reason);
  }

  private static DataException notANumber(Table table, String column, int row, String text) {
    return new DataException(
        "data.not_a_number",
        table.cell(row, column),
        Quotation.of(text) + " is not a number; for classes use --task classification");
  }

  private static TaskChoice ofNumbers(
      NumberColumn numbers, int[] rows, Optional<Task> stated, String name) {
    if (numbers.kind() != ColumnKind.NUMBER) {
      throw new DataException(
          "data.calendar_target",
          Location.of(""), // a column is no file
          name
              + " holds dates or times, which cannot be a target; for classes use --categorical "
              + Quotation.name(numbers.name()));
    }
    double[] different =
        IntStream.of(rows).mapToDouble(row -> numbers.value(row) + 0.0).distinct().toArray();
    Optional<Double> broken =
        Arrays.stream(different).filter(value -> value != Math.rint(value)).boxed().findFirst();
    String many = different.length + " different ";
    if (broken.isPresent()) {
      String values = many + "values, " + ClassTarget.label(broken.get()) + " is not whole";
      if (stated.equals(Optional.of(Task.CLASSIFICATION))) {
        throw new DataException(
            "data.not_whole",
            Location.of(""), // a column is no file
            name + ": " + values + "; for regression use --task regression");
      }
      return new TaskChoice(Task.REGRESSION, name + " holds " + values);
    }
    boolean few =
        different.length <= 2
            || (different.length <= MOST_CLASSES && 2 * different.length <= rows.length);
    String reason = name + " holds " + many + "whole number" + (different.length == 1 ? "" : "s");
    return new TaskChoice(stated.orElse(few ? Task.CLASSIFICATION : Task.REGRESSION), reason);
  }
}
