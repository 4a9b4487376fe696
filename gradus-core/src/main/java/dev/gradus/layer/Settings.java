package dev.gradus.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What a layer is made with, by name, in a fixed order. */
final class Settings {
  private Settings() {}

  static SequencedMap<String, Double> of(String name, double value) {
    SequencedMap<String, Double> settings = new LinkedHashMap<>();
    settings.put(name, value);
    return Collections.unmodifiableSequencedMap(settings);
  }

  static SequencedMap<String, Double> of(String a, double valueA, String b, double valueB) {
    SequencedMap<String, Double> settings = new LinkedHashMap<>();
    settings.put(a, valueA);
    settings.put(b, valueB);
    return Collections.unmodifiableSequencedMap(settings);
  }
}
