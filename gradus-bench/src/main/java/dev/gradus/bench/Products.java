package dev.gradus.bench;

import dev.gradus.matrix.Precision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** {@code ./gradus bench products}: the JMH benchmark of the products, as shares of the peak. */
final class Products {
  /** The counter that {@code ProductBenchmark} keeps: floating-point operations. */
  static final String COUNTER = "flop";

  private static final String BENCHMARK = "ProductBenchmark";

  private Products() {}

  /**
   * Measures the peak, then the products.
   *
   * @param words options of JMH, e.g. {@code -p size=128x256x784 -p threads=1}
   */
  static String measure(List<String> words) throws java.io.IOException {
    List<String> all = new ArrayList<>(words);
    if (all.stream().allMatch(word -> word.startsWith("-"))) {
      all.add(BENCHMARK);
    }
    try {
      Runner runner = new Runner(new CommandLineOptions(all.toArray(String[]::new)));
      return table(runner.run());
    } catch (CommandLineOptionException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    } catch (RunnerException e) {
      throw new java.io.IOException(e.getMessage(), e);
    }
  }

  private static String table(Collection<RunResult> results) {
    TextTable table =
        new TextTable("product", "precision", "threads", "rows x in x out", "GFLOP/s", "of peak");
    for (RunResult result : results) {
      var parameters = result.getParams();
      Precision precision = Precision.valueOf(parameters.getParam("precision"));
      int threads = Integer.parseInt(parameters.getParam("threads"));
      double rate = rate(result);
      double peak = Peak.MEASURED.measure(threads).getOrDefault(Peak.name(precision), Double.NaN);
      String name = parameters.getBenchmark();
      table.add(
          name.substring(name.lastIndexOf('.') + 1),
          precision.toString().toLowerCase(java.util.Locale.ROOT),
          Integer.toString(threads),
          parameters.getParam("size"),
          Figures.plain(rate),
          Figures.percent(rate / peak));
    }
    return table.toString();
  }

  private static double rate(RunResult result) {
    var counter = result.getSecondaryResults().get(COUNTER);
    return counter == null ? Double.NaN : counter.getScore();
  }
}
