package dev.gradus.cli;

import dev.gradus.clinic.Mistake;
import dev.gradus.clinic.Outcome;
import dev.gradus.clinic.Trial;
import dev.gradus.network.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which of the classic mistakes a check would have caught, and from which batch on. */
final class MutationPage {
  private final Page page;
  private final Network network;
  private final List<Outcome.Caught> caught = new ArrayList<>();
  private final List<Outcome.Missed> missed = new ArrayList<>();
  private final List<Outcome.Inapplicable> inapplicable = new ArrayList<>();

  private MutationPage(Page page, Network network) {
    this.page = page;
    this.network = network;
  }

  /**
   * Plants them all.
   *
   * @return whether the check catches every one that can be made in this network
   */
  static boolean show(Trial trial, Network network, Page page, Terminal terminal) {
    MutationPage shown = new MutationPage(page, network);
    List<Outcome> outcomes;
    try (Progress progress = terminal.progress(Mistake.all().size(), "planting mistakes")) {
      outcomes = trial.run(outcome -> progress.step(1, () -> outcome.mistake().title()));
    }
    outcomes.forEach(shown::sort);
    shown.tell();
    page.put("mutations", outcomes.stream().map(shown::value).toList());
    return shown.missed.isEmpty();
  }

  private void sort(Outcome outcome) {
    switch (outcome) {
      case Outcome.Caught it -> caught.add(it);
      case Outcome.Missed it -> missed.add(it);
      case Outcome.Inapplicable it -> inapplicable.add(it);
    }
  }

  private void tell() {
    page.heading("Would this very check have caught the classic mistakes?");
    if (!caught.isEmpty()) {
      page.say("caught wherever it is made, from a batch of");
      caught.forEach(it -> page.say("  %5d  %s", it.fromBatch(), it.mistake().title()));
    }
    if (!missed.isEmpty()) {
      page.say("not caught");
      missed.forEach(
          it -> page.say("         %s: %s", it.where().describe(network), it.reason().words()));
    }
    if (!inapplicable.isEmpty()) {
      page.say("no mistake in this network");
      inapplicable.forEach(
          it -> page.say("         %s: wants %s", it.mistake().title(), it.mistake().wants()));
    }
    page.say("%d of %d caught", caught.size(), caught.size() + missed.size());
  }

  private Map<String, Object> value(Outcome outcome) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("mistake", outcome.mistake().name().toLowerCase(java.util.Locale.ROOT));
    value.put("sentence", outcome.mistake().sentence());
    switch (outcome) {
      case Outcome.Caught it -> {
        value.put("outcome", "caught");
        value.put("from_batch", it.fromBatch());
      }
      case Outcome.Missed it -> {
        value.put("outcome", "missed");
        value.put("where", it.where().describe(network));
        value.put("reason", it.reason().name().toLowerCase(java.util.Locale.ROOT));
      }
      case Outcome.Inapplicable it -> {
        value.put("outcome", "inapplicable");
        value.put("wants", it.mistake().wants());
      }
    }
    return value;
  }
}
