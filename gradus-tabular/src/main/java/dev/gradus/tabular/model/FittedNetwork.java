package dev.gradus.tabular.model;

import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.preprocess.CellCounts;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network and its parameters, over the rows of a table. A row's outputs do not depend on the
 * other rows, so that the chunks in which rows pass change no bit, and bound the memory.
 *
 * @param parameters shared; not to be changed
 */
record FittedNetwork(Network network, Parameters parameters) {
  private static final int CHUNK_ROWS = 4096;

  /** Of a chunk's widest layer. */
  private static final int CHUNK_NUMBERS = 1 << 22;

  /** What the network gives for some rows, the first of them at {@code from} of all. */
  interface Outputs {
    /** Takes [rows of the chunk × outputs]. */
    void take(int from, double[] outputs);
  }

  /**
   * What the network makes of some rows.
   *
   * @return for each column how many cells were imputed or unseen
   */
  List<CellCounts> run(Features features, Table table, int[] rows, Outputs to) {
    int widest = network.widths().stream().mapToInt(Integer::intValue).max().orElse(1);
    int most = Math.clamp(CHUNK_NUMBERS / widest, 1, CHUNK_ROWS);
    List<CellCounts> cells = features.encode(table, new int[0], new double[0]);
    try (Compute compute = Compute.of(parameters.vector().compute().precision(), 1)) {
      Parameters theta = parameters.sharedWith(compute);
      for (int from = 0; from < rows.length; from += most) {
        int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + most));
        double[] inputs = new double[Math.multiplyExact(some.length, features.inputs())];
        cells = sum(cells, features.encode(table, some, inputs));
        to.take(from, outputs(inputs, theta));
      }
    }
    return cells;
  }

  private static List<CellCounts> sum(List<CellCounts> a, List<CellCounts> b) {
    return IntStream.range(0, a.size()).mapToObj(i -> a.get(i).plus(b.get(i))).toList();
  }

  /**
   * What the network makes of inputs.
   *
   * @param inputs [rows × inputs]
   * @param theta the parameters, in the precision to compute in
   * @return [rows × outputs]
   */
  double[] outputs(double[] inputs, Parameters theta) {
    Matrix x = theta.vector().compute().matrix(inputs.length / network.inputs(), network.inputs());
    x.setAll(inputs);
    return network.predict(theta, x).toArray();
  }

  /** The same, computed in this precision; float32 rounds the parameters. */
  FittedNetwork in(Precision precision) {
    try (Compute compute = Compute.of(precision, 1)) {
      return new FittedNetwork(network, parameters.copy(compute));
    }
  }
}
