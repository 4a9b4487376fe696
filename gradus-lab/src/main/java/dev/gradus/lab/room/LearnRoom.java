package dev.gradus.lab.room;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.lab.http.Answer;
import dev.gradus.lab.http.Body;
import dev.gradus.lab.http.Refusal;
import dev.gradus.lab.http.Request;
import dev.gradus.lab.http.Route;
import dev.gradus.lab.plan.Task;
import dev.gradus.lab.run.Course;
import dev.gradus.lab.run.Run;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableChunks;
import dev.gradus.tabular.table.TableOptions;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The first room: choose, start, watch, stop. */
final class LearnRoom {
  /** A table of more cells would not fit beside everything else. */
  private static final long MOST_CELLS = 4_000_000;

  /** Steps that are waited for take at most so long; then the run goes on without the request. */
  private static final long STEP_MILLIS = 5_000;

  private final Workbench bench;

  LearnRoom(Workbench bench) {
    this.bench = bench;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/state", request -> state()),
        Route.listen("/api/events", request -> events()),
        Route.get("/api/tables", request -> tables()),
        Route.get(
            "/api/points",
            request -> Answer.json(PointsForm.write(bench.run().experiment().task()))),
        Route.get("/api/history", request -> history()),
        Route.post("/api/train/start", Route.Wants.JSON, request -> waiting(() -> start(request))),
        Route.post("/api/train/pause", Route.Wants.JSON, request -> waiting(() -> pause(request))),
        Route.post("/api/train/step", Route.Wants.JSON, request -> waiting(() -> step(request))),
        Route.post("/api/train/stop", Route.Wants.JSON, request -> waiting(() -> stop(request))),
        Route.post("/api/train/reset", Route.Wants.JSON, request -> waiting(() -> reset(request))),
        Route.post("/api/train/speed", Route.Wants.JSON, this::speed),
        Route.post("/api/data", Route.Wants.TABLE, this::data));
  }

  private Answer state() {
    return Answer.json(bench.state(bench.run()).map());
  }

  private Answer events() {
    return new Answer.Streamed(
        "text/event-stream", "", to -> bench.listeners().serve(to, bench::first));
  }

  private Answer tables() {
    Map<String, Object> tables = TablesForm.write();
    if (bench.table().isPresent()) {
      @SuppressWarnings("unchecked") // TablesForm has just made it
      List<Object> data = (List<Object>) Objects.requireNonNull(tables.get("data"));
      Task task = bench.task(Task.TABLE, Optional.empty(), Optional.empty());
      data.add(TablesForm.data(task));
    }
    return Answer.json(tables);
  }

  private Answer history() {
    StringBuilder text = new StringBuilder("step,loss,validation_loss\n");
    for (Course.Point point : bench.run().course().soFar()) {
      text.append(point.step()).append(',').append(point.loss()).append(',');
      text.append(Double.isNaN(point.validation()) ? "" : point.validation()).append('\n');
    }
    return Answer.file("history.csv", "text/csv", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Something that waits for a run's thread. */
  private interface Waiting {
    void run() throws InterruptedException;
  }

  private Answer waiting(Waiting work) {
    try {
      work.run();
      return state();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "http.busy", "the lab is closing");
    }
  }

  private void start(Request request) throws InterruptedException {
    JsonObject body = request.object();
    Run run = bench.run();
    if (!body.keys().isEmpty()) {
      run = renewed(body);
    } else if (run.status().isOver()) {
      run = bench.replace(run.experiment().task(), run.experiment().settings());
    }
    run.go();
  }

  private Run renewed(JsonObject body) throws InterruptedException {
    Task before = bench.run().experiment().task();
    String name = body.has("data") ? body.text("data") : before.name();
    boolean stated = body.has("target") || body.has("columns");
    if (stated && !name.equals(Task.TABLE)) {
      throw Refusal.unfit("settings.data", "target and columns belong to the data \"table\"");
    }
    Optional<String> target =
        body.has("target") ? Optional.of(body.text("target")) : Optional.empty();
    Optional<List<String>> columns =
        body.has("columns") ? Optional.of(body.texts("columns")) : Optional.empty();
    Task task = bench.desk().compute(() -> bench.task(name, target, columns));
    return bench.replace(task, SettingsForm.read(body, task.standard()));
  }

  private void pause(Request request) throws InterruptedException {
    request.object().only();
    bench.run().pause();
  }

  private void step(Request request) throws InterruptedException {
    JsonObject body = request.object().only("count");
    long count = Interval.COUNT.whole(body, 1);
    if (bench.run().status().isOver()) {
      throw Refusal.conflict("train.over", "the run is over; start or reset it");
    }
    bench.run().step(count, STEP_MILLIS);
  }

  private void stop(Request request) throws InterruptedException {
    request.object().only();
    bench.run().stop();
  }

  private void reset(Request request) throws InterruptedException {
    JsonObject body = request.object();
    if (body.keys().isEmpty()) {
      bench.replace(bench.run().experiment().task(), bench.run().experiment().settings());
    } else {
      renewed(body);
    }
  }

  private Answer speed(Request request) {
    JsonObject body = request.object().only("stepsPerSecond");
    bench.speed(Interval.STEPS_PER_SECOND.of(body, 0));
    return state();
  }

  private Answer data(Request request) {
    String name = request.name().orElse("the table");
    return bench
        .desk()
        .compute(
            () -> {
              CsvSource source = source(name, request.body());
              requireRoom(source);
              Table table = Table.read(source, TableOptions.STANDARD);
              bring(bench, name, table, table.names().getLast());
              return Answer.json(ColumnsForm.write(bench.table().orElseThrow()));
            });
  }

  /** A table and what of it is to be predicted. */
  static void bring(Workbench bench, String name, Table table, String target) {
    table.requireInFile(target, "--target");
    bench.bring(new Workbench.Brought(name, table, target));
  }

  /** Bytes that came. */
  static CsvSource source(String name, Body body) {
    return new CsvSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return body.open();
      }
    };
  }

  /** Counts before anything is kept. */
  private static void requireRoom(CsvSource source) {
    try (TableChunks chunks = TableChunks.open(source, TableOptions.STANDARD)) {
      int columns = chunks.names().size();
      long rows = 0;
      for (Table some = chunks.next(4096); some != null; some = chunks.next(4096)) {
        rows += some.rows();
        if (rows * columns > MOST_CELLS) {
          throw new DataException(
              "data.too_large",
              Location.of(source.name()),
              "more than " + MOST_CELLS + " cells; the lab takes no larger table");
        }
      }
    }
  }
}
