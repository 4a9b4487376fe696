package dev.gradus.bench;

import dev.gradus.matrix.Precision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

/** {@code ./gradus bench products}: the JMH benchmark of the products, as shares of the peak. */
final class Products {
  /** The counter that {@code ProductBenchmark} keeps: floating-point operations. */
  static final String COUNTER = "flop";

  private static final String BENCHMARK = "ProductBenchmark";

  /** Those of the benchmark, unless the words say otherwise. */
  private static final List<String> THREADS = List.of("1", "2");

  private Products() {}

  /**
   * Measures the peak, then the products.
   *
   * @param words options of JMH, e.g. {@code -p size=128x256x784 -p threads=1}
   */
  static String measure(List<String> words) throws IOException {
    List<String> all = new ArrayList<>(words);
    if (all.stream().allMatch(word -> word.startsWith("-"))) {
      all.add(BENCHMARK);
    }
    try {
      Options options = new CommandLineOptions(all.toArray(String[]::new));
      Map<String, Double> peaks = new HashMap<>();
      for (String threads : options.getParameter("threads").orElse(THREADS)) {
        Peak.MEASURED
            .measure(Integer.parseInt(threads))
            .forEach((name, peak) -> peaks.put(name + threads, peak));
      }
      return table(new Runner(options).run(), peaks);
    } catch (CommandLineOptionException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    } catch (RunnerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String table(Collection<RunResult> results, Map<String, Double> peaks) {
    TextTable table =
        new TextTable("product", "precision", "threads", "rows x in x out", "GFLOP/s", "of peak");
    for (RunResult result : results) {
      var parameters = result.getParams();
      Precision precision = Precision.valueOf(parameters.getParam("precision"));
      String threads = parameters.getParam("threads");
      double rate = rate(result);
      double peak = peaks.getOrDefault(Peak.name(precision) + threads, Double.NaN);
      String name = parameters.getBenchmark();
      table.add(
          name.substring(name.lastIndexOf('.') + 1),
          precision.toString().toLowerCase(Locale.ROOT),
          threads,
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
