package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.lab.http.Refusal;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.lab.plan.PlayData;
import dev.gradus.lab.plan.Settings;
import dev.gradus.lab.plan.Task;
import dev.gradus.lab.run.Listeners;
import dev.gradus.lab.run.Publisher;
import dev.gradus.lab.run.Run;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Parameters;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all rooms share: the present run, the table that was brought, the model that is used. */
final class Workbench implements AutoCloseable {
  private final Listeners listeners = new Listeners();
  private final Publisher publisher =
      new Publisher(listeners, run -> state(run).map(), StateForm::history);
  private final Desk desk = new Desk();
  private final Object replacing = new Object(); // one run after another
  private final Object concluding = new Object(); // what has become of a run is computed once

  // Guarded by this.
  private Run run;
  private Optional<Brought> table = Optional.empty();
  private Optional<Used> used = Optional.empty();
  private Optional<Used> trained = Optional.empty(); // what has become of the present run
  private double stepsPerSecond;

  /**
   * A table that was brought.
   *
   * @param name for people
   * @param target its column that is to be predicted, unless a run states another
   */
  record Brought(String name, Table table, String target) {}

  /**
   * A model and where it is from: {@code file}, {@code upload} or {@code trained}.
   *
   * @param name for people
   */
  record Used(Model model, String from, String name) {}

  /** With the article's network at its first parameters. */
  @SuppressWarnings("ThisEscapedInObjectConstruction") // called back only after publisher.start()
  Workbench() {
    Task article = Task.of(PlayData.SIN);
    run = new Run(1, Experiment.of(article, article.standard()), 0, publisher::changed);
    publisher.watch(run, false);
  }

  void start() {
    publisher.start();
  }

  Listeners listeners() {
    return listeners;
  }

  Desk desk() {
    return desk;
  }

  synchronized Run run() {
    return run;
  }

  synchronized Optional<Brought> table() {
    return table;
  }

  /** The data of that name. */
  Task task(String name, Optional<String> target, Optional<List<String>> columns) {
    if (!name.equals(Task.TABLE)) {
      for (PlayData data : PlayData.values()) {
        if (data.toString().equals(name)) {
          return Task.of(data);
        }
      }
      throw Refusal.unfit(
          "settings.data", "data: wants one of " + List.of(PlayData.values()) + ", or table");
    }
    Brought brought =
        table()
            .orElseThrow(
                () ->
                    Refusal.conflict("data.none", "there is no table; wants POST /api/data first"));
    return Task.of(brought.table(), target.orElse(brought.target()), columns);
  }

  /** A new run, before its first step; the one before ends. */
  Run replace(Task task, Settings settings) throws InterruptedException {
    Experiment experiment = Experiment.of(task, settings);
    synchronized (replacing) {
      Run old = run();
      old.stop();
      synchronized (this) {
        Run made = new Run(old.number() + 1, experiment, stepsPerSecond, publisher::changed);
        run = made;
        trained = Optional.empty();
        publisher.watch(made, true);
        return made;
      }
    }
  }

  /** How fast runs may go. */
  synchronized void speed(double limit) {
    stepsPerSecond = limit;
    run.speed(limit);
    publisher.changed();
  }

  synchronized void bring(Brought other) {
    table = Optional.of(other);
    publisher.changed();
  }

  synchronized void use(Used other) {
    used = Optional.of(other);
    publisher.changed();
  }

  /** The model: the one that was loaded or chosen, else what has become of a run that is over. */
  Optional<Used> used() {
    synchronized (concluding) {
      Run over;
      synchronized (this) {
        if (used.isPresent() || trained.isPresent()) {
          return used.or(() -> trained);
        }
        over = run;
      }
      return over.status().isOver() && over.done() > 0 ? concluded(over) : Optional.empty();
    }
  }

  /** Computed while others go on. */
  @SuppressWarnings("ReferenceEquality") // the same run
  private Optional<Used> concluded(Run over) {
    Optional<Used> model = Optional.of(trained(over));
    synchronized (this) {
      if (run == over) {
        trained = model;
      }
      return used.or(() -> trained);
    }
  }

  /** The model, or 409. */
  Used requireModel() {
    return used()
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "model.none",
                    "there is no model; train one, or load one with POST /api/model"));
  }

  /** The network of a run as a model, as it is now. */
  static Used trained(Run run) {
    try {
      Parameters theta = run.experiment().network().zeros(Compute.float64());
      theta.vector().setAll(run.parameters());
      Model model = run.experiment().finished(theta, run.done());
      return new Used(model, "trained", run.experiment().task().name());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "http.busy", "the lab is closing");
    }
  }

  /** What is told of a run and of all else. */
  Fields state(Run of) {
    double speed;
    Optional<Brought> brought;
    synchronized (this) {
      speed = stepsPerSecond;
      brought = table;
    }
    Fields fields = StateForm.of(of, speed);
    brought.ifPresentOrElse(
        there -> fields.put("table", ColumnsForm.write(there)), () -> fields.nothing("table"));
    used()
        .ifPresentOrElse(there -> fields.put("model", model(there)), () -> fields.nothing("model"));
    return fields;
  }

  private static Map<String, Object> model(Used used) {
    Target target = used.model().target();
    return new Fields()
        .put("from", used.from())
        .put("name", used.name())
        .put("target", target.name())
        .put("task", ModelForm.task(target))
        .map();
  }

  /** What one who comes to watch is told at once. */
  Map<String, Map<String, Object>> first() {
    Run present = run();
    Map<String, Map<String, Object>> first = new LinkedHashMap<>();
    first.put("state", state(present).map());
    first.put("history", StateForm.history(present));
    if (publisher.newest().isEmpty()) {
      publisher.changed(); // the first to come
    } else {
      first.put("snapshot", publisher.newest());
    }
    return first;
  }

  @Override
  public void close() {
    listeners.close();
    publisher.close();
    desk.close();
  }
}
