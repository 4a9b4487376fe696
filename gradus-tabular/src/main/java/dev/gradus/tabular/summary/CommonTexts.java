package dev.gradus.tabular.summary;

import dev.gradus.tabular.table.CodePointOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commonest texts, in bounded memory: exact while all different texts fit, then no count is too
 * high, and none too low by more than {@link #uncertain}.
 *
 * <p>Where the texts become too many, the median of the counts is taken from each, and those with
 * nothing left go. Source: Misra, Gries, Finding repeated elements (1982), in batches.
 */
final class CommonTexts {
  private final int capacity;
  private final long room;
  private final Map<String, Count> counts = new HashMap<>();
  private long characters;
  private long uncertain;

  private static final class Count {
    private long value;
  }

  /**
   * A text and how often it came.
   *
   * @param text as it came
   * @param count how often, at least
   */
  record Common(String text, long count) {}

  /**
   * @param capacity the most different texts
   * @param room for the most characters of all of them together
   */
  CommonTexts(int capacity, long room) {
    this.capacity = capacity;
    this.room = room;
  }

  void add(String text) {
    Count count = counts.get(text);
    if (count == null) {
      count = new Count();
      counts.put(text, count);
      characters += text.length();
    }
    count.value++;
    while (counts.size() > capacity || (characters > room && !counts.isEmpty())) {
      thin();
    }
  }

  private void thin() {
    long[] sorted = counts.values().stream().mapToLong(count -> count.value).sorted().toArray();
    long median = sorted[sorted.length / 2];
    uncertain += median;
    characters = 0;
    counts.values().removeIf(count -> count.value <= median);
    counts.forEach(
        (text, count) -> {
          count.value -= median;
          characters += text.length();
        });
  }

  /** Forgets all of them. */
  void clear() {
    counts.clear();
    characters = 0;
  }

  /** By how much a count may be too low; 0 where all are exact. */
  long uncertain() {
    return uncertain;
  }

  /** How many different texts are held: all there were, where nothing is uncertain. */
  int size() {
    return counts.size();
  }

  /** The commonest, of equally common ones the first by code point. */
  List<Common> first(int most) {
    List<Common> all = new ArrayList<>();
    counts.forEach((text, count) -> all.add(new Common(text, count.value)));
    all.sort(
        Comparator.comparingLong(Common::count)
            .reversed()
            .thenComparing(Common::text, CodePointOrder.INSTANCE));
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
