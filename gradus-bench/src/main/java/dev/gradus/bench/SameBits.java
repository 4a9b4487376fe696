package dev.gradus.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ./gradus same-bits}: trains the same networks in JVMs that imitate other machines, and
 * counts the different results.
 */
final class SameBits {
  /** The word for a part of the work, in a process of its own. */
  static final String PART = "same-bits-part";

  /** Hash by what was trained, then the settings that gave it. */
  private final Map<String, Map<String, List<String>>> seen = new TreeMap<>();

  private boolean failed;

  SameBits() {}

  /**
   * Runs the whole matrix and prints the counts.
   *
   * @return whether each network came out the same everywhere
   */
  static boolean compare(List<String> words, PrintStream out)
      throws IOException, InterruptedException {
    if (!words.isEmpty()) {
      throw new WrongUse("same-bits: takes no arguments");
    }
    SameBits comparison = new SameBits();
    List<SameBitsSetting> settings = SameBitsSetting.all();
    for (int i = 0; i < settings.size(); i++) {
      SameBitsSetting setting = settings.get(i);
      System.err.println("gradus: " + (i + 1) + " of " + settings.size() + ": " + setting.mode());
      Child child = Child.run(setting.command(), Map.of());
      comparison.add(setting.mode(), child);
    }
    out.print(comparison.report());
    return comparison.isOne();
  }

  /** Counts what one process said. */
  void add(String mode, Child child) {
    if (child.status() != 0) {
      failed = true;
      System.err.println("gradus: " + mode + ": ended with status " + child.status());
      System.err.println(child.output().strip());
      return;
    }
    for (String line : child.output().lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals(SameBitsTraining.HASH) && fields.length == 3) {
        seen.computeIfAbsent(fields[1], what -> new TreeMap<>())
            .computeIfAbsent(fields[2], hash -> new ArrayList<>())
            .add(mode);
      }
    }
  }

  /** Whether there are results, all runs ended well, and each network has one hash. */
  boolean isOne() {
    return !failed && !seen.isEmpty() && seen.values().stream().allMatch(m -> m.size() == 1);
  }

  /** The counts; where there are several hashes, the settings of all but the most frequent. */
  String report() {
    TextTable table = new TextTable("network, precision, size", "runs", "different hashes");
    StringBuilder odd = new StringBuilder();
    seen.forEach(
        (what, hashes) -> {
          int runs = hashes.values().stream().mapToInt(List::size).sum();
          table.add(what, Integer.toString(runs), Integer.toString(hashes.size()));
          int most = hashes.values().stream().mapToInt(List::size).max().orElse(0);
          hashes.forEach(
              (hash, modes) -> {
                if (hashes.size() > 1 && modes.size() < most) {
                  odd.append(what + ": " + hash + ": " + String.join("; ", modes) + "\n");
                }
              });
        });
    return table + odd.toString();
  }
}
