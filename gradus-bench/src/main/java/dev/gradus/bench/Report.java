package dev.gradus.bench;

import dev.gradus.matrix.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results as a page, and as JSON.
 *
 * @param results what was measured
 * @param machine on what
 * @param missing sentences about who did not come
 */
record Report(Results results, Machine machine, List<String> missing) {

  /** The page: ours beside the best peer, then everybody. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(machine.describe()).append("\n").append(peaks()).append("\n");
    text.append(summary()).append("\n").append(everybody());
    if (!missing.isEmpty()) {
      text.append("\n");
      missing.forEach(line -> text.append(line).append("\n"));
    }
    return text.toString();
  }

  private String peaks() {
    StringBuilder text = new StringBuilder();
    for (int threads : results.peakThreads()) {
      text.append("peak of fused multiply-adds, threads ").append(threads).append(": float32 ");
      text.append(Figures.plain(results.peak(threads, Precision.FLOAT32)));
      text.append(" GFLOP/s, float64 ");
      text.append(Figures.plain(results.peak(threads, Precision.FLOAT64))).append("\n");
    }
    return text.toString();
  }

  /** Ratio above 1: ours is better; share of peak: by the flop of the products alone. */
  private String summary() {
    TextTable table =
        new TextTable(
            "workload", "unit", "threads", "Gradus", "best peer", "", "ratio", "of peak", "target");
    for (Results.Key key : results.keys()) {
      var ours = results.ours(key);
      var best = results.bestPeer(key);
      table.add(
          key.metric().title(),
          key.metric().unit(),
          Integer.toString(key.threads()),
          ours.map(entry -> Figures.spread(entry.spread())).orElse("–"),
          best.map(entry -> Figures.spread(entry.spread())).orElse("–"),
          best.map(Results.Entry::name).orElse("no peer"),
          Figures.ratio(results.ratio(key)),
          Figures.percent(ours.map(o -> results.shareOfPeak(key, o)).orElse(Double.NaN)),
          key.metric().target(key.threads()));
    }
    return table.toString();
  }

  private String everybody() {
    TextTable table = new TextTable("who", "workload", "unit", "threads", "median", "of peak");
    for (Results.Key key : results.keys()) {
      for (Results.Entry entry : results.entries(key)) {
        table.add(
            entry.name(),
            key.metric().title(),
            key.metric().unit(),
            Integer.toString(key.threads()),
            Figures.spread(entry.spread()),
            Figures.percent(results.shareOfPeak(key, entry)));
      }
    }
    return table.toString();
  }

  /** For a program: the same, with all runs. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("machine", machine.processor());
    json.put("processors", machine.processors());
    json.put("jdk", machine.jdk());
    json.put("peak_gflops", peaksJson());
    json.put("results", results.keys().stream().map(this::json).toList());
    json.put("missing", missing);
    return json;
  }

  private List<Object> peaksJson() {
    List<Object> peaks = new ArrayList<>();
    for (int threads : results.peakThreads()) {
      Map<String, Object> peak = new LinkedHashMap<>();
      peak.put("threads", threads);
      put(peak, "float32", results.peak(threads, Precision.FLOAT32));
      put(peak, "float64", results.peak(threads, Precision.FLOAT64));
      peaks.add(peak);
    }
    return peaks;
  }

  private Map<String, Object> json(Results.Key key) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("workload", key.metric().workload().label());
    line.put("what", key.metric().title());
    line.put("unit", key.metric().unit());
    line.put("threads", key.threads());
    line.put("target", key.metric().target(key.threads()));
    put(line, "ratio_to_best_peer", results.ratio(key));
    line.put("entries", results.entries(key).stream().map(entry -> json(key, entry)).toList());
    return line;
  }

  private Map<String, Object> json(Results.Key key, Results.Entry entry) {
    Spread spread = entry.spread();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", entry.name());
    json.put("ours", entry.ours());
    json.put("median", spread.median());
    json.put("min", spread.min());
    json.put("max", spread.max());
    json.put("runs", entry.values());
    put(json, "share_of_peak", results.shareOfPeak(key, entry));
    return json;
  }

  /** A number that is not known is left out: JSON has no NaN. */
  private static void put(Map<String, Object> json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    }
  }
}
