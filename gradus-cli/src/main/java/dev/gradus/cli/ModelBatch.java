package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Penalty;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.Table;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows on which the gradient of a model is checked: those of a table, or else the test vectors
 * that the model's file brings along.
 *
 * @param model the name of its file
 * @param data the name of the table's file, if there is one
 * @param batchSize how many rows at most
 * @param reading how the table is read
 */
record ModelBatch(String model, Optional<String> data, int batchSize, TableFlags reading) {

  /** The model on the rows. */
  CheckSubject subject(Penalty penalty, long seed) {
    Model loaded = Model.load(Path.of(model));
    return data.map(file -> ofTable(loaded, file, penalty))
        .orElseGet(() -> ofVectors(loaded, penalty, seed));
  }

  private CheckSubject ofTable(Model loaded, String file, Penalty penalty) {
    Table table =
        Table.read(TableFlags.source(file), reading.options().onlyKinds(loaded.kindsWithTarget()));
    loaded.features().match(table);
    loaded.target().names().forEach(name -> table.requireInFile(name, "--data"));
    int[] present = Target.presentRows(table, loaded.target().names());
    if (present.length == 0) {
      throw new DataException("data.target_missing", Location.of(file), "no row has a target");
    }
    return CheckSubject.of(
        loaded, penalty, loaded.dataset(table, some(present), Compute.float64()));
  }

  private CheckSubject ofVectors(Model loaded, Penalty penalty, long seed) {
    int rows = loaded.vectors().rows().size();
    if (rows == 0) { // a file of format 1, or of a network that was trained elsewhere
      throw new ConfigException(
          "flag.missing",
          Location.of(Shown.escaped(model)),
          "holds no test vectors to check it on; wants --data FILE",
          "gradus check " + Shown.escaped(model) + " --data DATA.csv");
    }
    return CheckSubject.ofVectors(loaded, penalty, some(IntStream.range(0, rows).toArray()), seed);
  }

  /** As many rows as the batch has, evenly spread. */
  private int[] some(int[] rows) {
    int n = Math.min(batchSize, rows.length);
    return IntStream.range(0, n).map(k -> rows[(int) ((long) k * rows.length / n)]).toArray();
  }
}
