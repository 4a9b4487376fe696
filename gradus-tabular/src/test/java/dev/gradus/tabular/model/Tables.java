package dev.gradus.tabular.model;

import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import dev.gradus.train.TrainingListener;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small made tables, and models of them. */
final class Tables {
  private Tables() {}

  /** y = 3a − 2b + 1 with a little noise; c says which half a is in. */
  static Table linear(int rows) {
    SplittableRandom random = new SplittableRandom(7);
    double[] a = new double[rows];
    double[] b = new double[rows];
    double[] y = new double[rows];
    String[] c = new String[rows];
    for (int i = 0; i < rows; i++) {
      a[i] = random.nextDouble(-2, 2);
      b[i] = random.nextDouble(0, 10);
      c[i] = a[i] < 0 ? "low" : "high";
      y[i] = 3 * a[i] - 2 * b[i] + 1 + random.nextDouble(-0.1, 0.1);
    }
    return Table.of(
        "linear.csv",
        NumberColumn.of("a", a),
        NumberColumn.of("b", b),
        CategoryColumn.of("c", c),
        NumberColumn.of("y", y));
  }

  /** Three clouds of points, far from each other. */
  static Table blobs(int rows) {
    SplittableRandom random = new SplittableRandom(3);
    double[] a = new double[rows];
    double[] b = new double[rows];
    String[] y = new String[rows];
    for (int i = 0; i < rows; i++) {
      int blob = i % 3;
      a[i] = 4 * blob + random.nextDouble(-1, 1);
      b[i] = (blob == 1 ? 5 : 0) + random.nextDouble(-1, 1);
      y[i] = List.of("one", "two", "three").get(blob);
    }
    return Table.of(
        "blobs.csv", NumberColumn.of("a", a), NumberColumn.of("b", b), CategoryColumn.of("y", y));
  }

  /** The same table with the number of one cell changed. */
  static Table changed(Table table, String name, int row, double value) {
    return Table.of(
        table.file(),
        table.columns().stream()
            .map(
                column ->
                    column instanceof NumberColumn numbers && column.name().equals(name)
                        ? NumberColumn.of(
                            name,
                            IntStream.range(0, table.rows())
                                .mapToDouble(i -> i == row ? value : numbers.value(i))
                                .toArray())
                        : column)
            .toArray(dev.gradus.tabular.table.Column[]::new));
  }

  /** The rows of a table in another order. */
  static Table ordered(Table table, int... order) {
    return Table.of(
        table.file(),
        table.columns().stream()
            .map(
                column ->
                    switch (column) {
                      case NumberColumn numbers ->
                          NumberColumn.of(
                              column.name(),
                              IntStream.of(order).mapToDouble(numbers::value).toArray());
                      case CategoryColumn texts ->
                          CategoryColumn.of(
                              column.name(),
                              IntStream.of(order)
                                  .mapToObj(
                                      row ->
                                          texts.isMissing(row)
                                              ? null
                                              : texts.categories().get(texts.code(row)))
                                  .toArray(String[]::new));
                    })
            .toArray(dev.gradus.tabular.table.Column[]::new));
  }

  static TrainingSettings settings(int epochs, long seed, int threads) {
    return TrainingSettings.standard()
        .with(Hyperparameters.HIDDEN, List.of(16, 8))
        .with(Hyperparameters.EPOCHS, epochs)
        .with(Hyperparameters.OPTIMIZER, StandardOptimizer.ADAM)
        .with(Hyperparameters.REFIT, Refit.NONE)
        .with(Hyperparameters.BATCH_SIZE, 16)
        .with(Hyperparameters.LEARNING_RATE, 1e-2)
        .with(Hyperparameters.SEED, seed)
        .with(Hyperparameters.THREADS, threads);
  }

  static TrainingPlan plan(Table table, TrainingSettings settings) {
    return TrainingPlan.of(
        table, "y", IntStream.range(0, table.rows()).toArray(), Optional.empty(), settings);
  }

  static Trained trained(Table table, TrainingSettings settings) {
    return plan(table, settings).train(TrainingListener.silent());
  }

  /** The file of a model, in memory. */
  static TensorFile file(Model model) {
    return ModelFile.write(model);
  }
}
