package dev.gradus.network;

import dev.gradus.calculus.Kink;
import java.util.ArrayList;
import java.util.List;

/** What has left its piece at the point last evaluated. */
final class Crossings {
  private List<Kink> kinks = List.of();
  private boolean holding;
  private boolean holdable = true;

  /**
   * Forgets them.
   *
   * @param hold whether what leaves its piece shall be held on it
   */
  void begin(boolean hold) {
    kinks = List.of();
    holding = hold;
    holdable = true;
  }

  void add(Kink kink) {
    if (kinks.isEmpty()) {
      kinks = new ArrayList<>();
    }
    kinks.add(kink);
  }

  void cannotHold() {
    holdable = false;
  }

  boolean holding() {
    return holding;
  }

  boolean holdable() {
    return holdable;
  }

  List<Kink> kinks() {
    return kinks;
  }
}
