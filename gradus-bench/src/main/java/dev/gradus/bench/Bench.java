package dev.gradus.bench;

import dev.gradus.tabular.file.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** {@code ./gradus bench}: everybody in turn, in fresh processes, several times over. */
final class Bench {
  private final BenchArguments wanted;
  private final Contestants contestants;
  private final Results results = new Results();
  private final Set<String> missing = new LinkedHashSet<>();

  private Bench(BenchArguments wanted, Contestants contestants) {
    this.wanted = wanted;
    this.contestants = contestants;
    this.missing.addAll(contestants.missing());
  }

  /** The comparison as it is printed. */
  static String compare(BenchArguments wanted, Path root) throws IOException, InterruptedException {
    Contestants who = wanted.peers() ? Contestants.all(root) : Contestants.ours(root);
    who.missing().forEach(Bench::tell);
    Bench bench = new Bench(wanted, who);
    bench.measureAll();
    if (wanted.picture().isPresent()) {
      Files.writeString(wanted.picture().get(), new RatioPicture(bench.results).svg());
    }
    Report report = new Report(bench.results, Machine.here(), List.copyOf(bench.missing));
    return wanted.json() ? Json.write(report.json()) + "\n" : report.text();
  }

  private void measureAll() throws IOException, InterruptedException {
    for (int run = 0; run < wanted.runs(); run++) {
      for (int threads : wanted.threads()) {
        tell("run " + (run + 1) + " of " + wanted.runs() + ", threads " + threads + ": peak");
        Child peak = Child.run(Child.again(List.of(), "peak", "" + threads), java.util.Map.of());
        results.addPeak(threads, Answer.read(peak.orFail("peak").output()));
        for (Workload workload : wanted.workloads()) {
          if (workload != Workload.W1W || threads == wanted.threads().getFirst()) {
            measure(workload, threads, turned(contestants.present(), run));
          }
        }
      }
    }
  }

  /** Another one begins in each run, so that nobody always comes after the same. */
  static <T> List<T> turned(List<T> list, int by) {
    List<T> turned = new ArrayList<>(list);
    java.util.Collections.rotate(turned, -by);
    return turned;
  }

  private void measure(Workload workload, int threads, List<Contestant> order)
      throws IOException, InterruptedException {
    int counted = workload == Workload.W1W ? 1 : threads;
    for (Contestant contestant : order) {
      if (!contestant.workloads().contains(workload)) {
        continue;
      }
      boolean ours = contestant.equals(contestants.present().getFirst());
      try {
        Answer answer = contestant.measure(workload, counted);
        results.add(ours, counted, answer);
        tell("  " + line(workload, answer));
      } catch (IOException e) {
        if (ours) {
          throw e;
        }
        missing.add(e.getMessage());
        tell("  " + e.getMessage());
      }
    }
  }

  private static String line(Workload workload, Answer answer) {
    SequencedMap<String, String> shown = new LinkedHashMap<>();
    for (Metric metric : workload.metrics()) {
      Double value = answer.values().get(metric.name());
      shown.put(metric.unit(), Figures.plain(value == null ? Double.NaN : value));
    }
    StringBuilder text = new StringBuilder(workload.label() + " " + answer.name() + ":");
    shown.forEach((unit, value) -> text.append(" ").append(value).append(" ").append(unit));
    return text.toString();
  }

  private static void tell(String line) {
    System.err.println("gradus: " + line);
  }
}
