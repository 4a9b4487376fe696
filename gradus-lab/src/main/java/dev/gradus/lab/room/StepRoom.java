package dev.gradus.lab.room;

import dev.gradus.lab.http.Answer;
import dev.gradus.lab.http.Refusal;
import dev.gradus.lab.http.Request;
import dev.gradus.lab.http.Route;
import dev.gradus.lab.run.Run;
import dev.gradus.network.ParameterBlock;
import dev.gradus.tabular.file.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second room: one minibatch, forward and backward, number by number. */
final class StepRoom {
  /** A larger network has more numbers than can be looked at. */
  private static final int MOST_PARAMETERS = 4096;

  private static final int ROWS = 2;

  private final Workbench bench;
  private @Nullable Frozen frozen; // guarded by this

  StepRoom(Workbench bench) {
    this.bench = bench;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/step", request -> answer(present())),
        Route.post("/api/step/freeze", Route.Wants.JSON, this::freeze),
        Route.post("/api/step/set", Route.Wants.JSON, this::set),
        Route.post("/api/step/weight", Route.Wants.JSON, this::weight));
  }

  private synchronized Answer answer(Frozen some) {
    return Answer.json(PassForm.write(some));
  }

  private synchronized Frozen present() {
    Frozen there = frozen;
    if (there == null) {
      there = frozen(ROWS);
      frozen = there;
    }
    return there;
  }

  private Frozen frozen(int rows) {
    Run run = bench.run();
    int parameters = run.experiment().network().vectorLength();
    if (parameters > MOST_PARAMETERS) {
      throw Refusal.conflict(
          "step.size",
          parameters + " parameters are too many to look at; wants at most " + MOST_PARAMETERS);
    }
    try {
      return new Frozen(run.experiment(), run.parameters(), run.done(), rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "http.busy", "the lab is closing");
    }
  }

  private synchronized Answer freeze(Request request) {
    JsonObject body = request.object().only("rows");
    Frozen made = frozen((int) Interval.FROZEN_ROWS.whole(body, ROWS));
    frozen = made;
    return answer(made);
  }

  private synchronized Answer set(Request request) {
    JsonObject body = request.object().only("name", "row", "column", "value");
    Frozen there = present();
    there.set(body.text("name"), place(body, "row"), place(body, "column"), body.number("value"));
    return answer(there);
  }

  private static int place(JsonObject body, String key) {
    return body.whole(key, 0, Integer.MAX_VALUE);
  }

  private synchronized Answer weight(Request request) {
    JsonObject body = request.object().only("name", "row", "column");
    Frozen there = present();
    ParameterBlock block = there.block(body.text("name"));
    int row = place(body, "row");
    int column = place(body, "column");
    Frozen.requireInside(there.workspace().parameters().get(block.name()), row, column);
    return bench
        .desk()
        .compute(() -> Answer.json(new WeightForm(there, block, row, column).write()));
  }
}
