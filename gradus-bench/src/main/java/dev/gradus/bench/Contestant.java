package dev.gradus.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who can do some of the workloads, in a process that answers as {@link Answer} reads.
 *
 * @param name how it is called until it says better
 * @param workloads that it can do
 * @param command that measures one of them
 */
record Contestant(String name, Set<Workload> workloads, CommandLine command) {

  /** How to start the process that measures. */
  @FunctionalInterface
  interface CommandLine {
    /** The words of the command. */
    List<String> words(Workload workload, int threads) throws IOException;
  }

  /** The libraries below the peers read the number of threads here. */
  private static Map<String, String> environment(int threads) {
    String number = Integer.toString(threads);
    return Map.of(
        "OPENBLAS_NUM_THREADS", number, "OMP_NUM_THREADS", number, "MKL_NUM_THREADS", number);
  }

  /**
   * Measures once.
   *
   * @throws IOException if it ends badly or does not answer
   */
  Answer measure(Workload workload, int threads) throws IOException, InterruptedException {
    String what = name + " on " + workload.label();
    Child child = Child.run(command.words(workload, threads), environment(threads)).orFail(what);
    Answer answer = Answer.read(child.output());
    String called = answer.name().isEmpty() ? name : answer.name();
    if (workload == Workload.W1W) {
      Map<String, Double> seconds = Map.of(Metric.W1W_PROCESS.name(), child.seconds());
      return new Answer(called, new LinkedHashMap<>(seconds));
    }
    for (Metric metric : workload.metrics()) {
      if (!answer.values().containsKey(metric.name())) {
        throw new IOException(what + " did not say " + metric.name());
      }
    }
    return new Answer(called, answer.values());
  }
}
