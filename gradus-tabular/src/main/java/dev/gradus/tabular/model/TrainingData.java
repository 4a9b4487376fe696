package dev.gradus.tabular.model;

import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * What a training is given.
 *
 * @param all rows of the training table to use
 * @param targets the columns to predict, at least one
 * @param columns the feature columns, if stated; else all but the targets and those that settings
 *     name for another purpose
 * @param validation rows from elsewhere; else the settings' share of all
 * @param test rows from elsewhere; else the settings' share of all, if they have one
 * @param start to begin from, if any
 */
public record TrainingData(
    Part all,
    List<String> targets,
    Optional<List<String>> columns,
    Optional<Part> validation,
    Optional<Part> test,
    Optional<Model> start) {

  /** Copies the list. */
  public TrainingData {
    targets = List.copyOf(targets);
  }

  /** All rows of a table, each with a target, all other columns as features. */
  public static TrainingData of(Table table, String... targets) {
    return of(new Part(table, Target.rows(table, List.of(targets))), List.of(targets));
  }

  /** Some rows of a table, all other columns as features. */
  public static TrainingData of(Part all, List<String> targets) {
    return new TrainingData(
        all, targets, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** With these features alone. */
  public TrainingData withColumns(Optional<List<String>> other) {
    return new TrainingData(all, targets, other, validation, test, start);
  }

  /** With other rows to learn and hold out from. */
  public TrainingData withRows(int[] rows) {
    return new TrainingData(new Part(all.table(), rows), targets, columns, validation, test, start);
  }

  /** Without the rows, here and elsewhere, that do not count. */
  TrainingData counting(WeightColumn weights) {
    return withRows(weights.counting(all.table(), all.rows()))
        .withValidation(validation.map(part -> part.counting(weights)))
        .withTest(test.map(part -> part.counting(weights)));
  }

  /** With validation rows from elsewhere. */
  public TrainingData withValidation(Optional<Part> other) {
    return new TrainingData(all, targets, columns, other, test, start);
  }

  /** With test rows from elsewhere. */
  public TrainingData withTest(Optional<Part> other) {
    return new TrainingData(all, targets, columns, validation, other, start);
  }

  /** With a model to begin from. */
  public TrainingData withStart(Optional<Model> other) {
    return new TrainingData(all, targets, columns, validation, test, other);
  }

  Table table() {
    return all.table();
  }

  String file() {
    return all.table().file();
  }
}
