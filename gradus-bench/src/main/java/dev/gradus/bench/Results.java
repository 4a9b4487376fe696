package dev.gradus.bench;

import dev.gradus.matrix.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that was measured, by figure, number of threads and who. */
final class Results {
  /**
   * One line of the table.
   *
   * @param metric what
   * @param threads with how many threads
   */
  record Key(Metric metric, int threads) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::metric).thenComparingInt(Key::threads).compare(this, other);
    }
  }

  /**
   * What one of them reached.
   *
   * @param name who
   * @param ours whether that is Gradus
   * @param values of each run
   */
  record Entry(String name, boolean ours, List<Double> values) {
    Spread spread() {
      return Spread.of(values);
    }
  }

  private final Map<Key, Map<String, Entry>> entries = new TreeMap<>();
  private final Map<Integer, Map<String, Double>> peaks = new TreeMap<>();

  /** Keeps what one process said; figures of no metric are passed over. */
  void add(boolean ours, int threads, Answer answer) {
    for (Metric metric : Metric.values()) {
      Double value = answer.values().get(metric.name());
      if (value != null) {
        entries
            .computeIfAbsent(new Key(metric, threads), key -> new LinkedHashMap<>())
            .computeIfAbsent(answer.name(), name -> new Entry(name, ours, new ArrayList<>()))
            .values()
            .add(value);
      }
    }
  }

  /** Keeps a measured peak; the best one counts. */
  void addPeak(int threads, Answer answer) {
    Map<String, Double> kept = peaks.computeIfAbsent(threads, key -> new LinkedHashMap<>());
    answer.values().forEach((name, value) -> kept.merge(name, value, Math::max));
  }

  /** The lines, in the order of the table. */
  List<Key> keys() {
    return List.copyOf(entries.keySet());
  }

  /** Everybody in a line. */
  List<Entry> entries(Key key) {
    return List.copyOf(entries.getOrDefault(key, Map.of()).values());
  }

  /** Ours in a line. */
  Optional<Entry> ours(Key key) {
    return entries(key).stream().filter(Entry::ours).findFirst();
  }

  /** The peer with the best median. */
  Optional<Entry> bestPeer(Key key) {
    Comparator<Entry> byMedian = Comparator.comparingDouble(entry -> entry.spread().median());
    return entries(key).stream()
        .filter(entry -> !entry.ours())
        .max(key.metric().moreIsBetter() ? byMedian : byMedian.reversed());
  }

  /** GFLOP/s at best; NaN if it was not measured. */
  double peak(int threads, Precision precision) {
    return peaks.getOrDefault(threads, Map.of()).getOrDefault(Peak.name(precision), Double.NaN);
  }

  /** Numbers of threads whose peak is known. */
  List<Integer> peakThreads() {
    return List.copyOf(peaks.keySet());
  }

  /** The counted operations of a median as a share of the peak with as many threads. */
  double shareOfPeak(Key key, Entry entry) {
    double rate = key.metric().gigaflops(entry.spread().median());
    return rate / peak(key.threads(), key.metric().workload().precision());
  }

  /** How many times better ours is than the best peer's, by medians; NaN without both. */
  double ratio(Key key) {
    Optional<Entry> ours = ours(key);
    Optional<Entry> best = bestPeer(key);
    if (ours.isEmpty() || best.isEmpty()) {
      return Double.NaN;
    }
    return key.metric().ratio(ours.get().spread().median(), best.get().spread().median());
  }
}
