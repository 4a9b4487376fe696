package dev.gradus.lab.room;

import dev.gradus.lab.http.Answer;
import dev.gradus.lab.http.Refusal;
import dev.gradus.lab.http.Request;
import dev.gradus.lab.http.Route;
import dev.gradus.lab.run.Run;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.onnx.OnnxFile;
import dev.gradus.tabular.table.Table;
import java.util.List;

/** The fourth room: a model, and what it makes of new rows. */
final class UseRoom {
  private static final String BYTES = "application/octet-stream";

  private final Workbench bench;

  UseRoom(Workbench bench) {
    this.bench = bench;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/predict", Route.Wants.JSON, this::predict),
        Route.post("/api/predict/details", Route.Wants.JSON, this::details),
        Route.post("/api/score", Route.Wants.TABLE, this::score),
        Route.get("/api/model", request -> model()),
        Route.get("/api/model/onnx", request -> onnx()),
        Route.get("/api/model/form", request -> form()),
        Route.post("/api/model", Route.Wants.MODEL, this::load),
        Route.post("/api/model/trained", Route.Wants.JSON, this::take));
  }

  private Answer form() {
    return Answer.json(ModelForm.write(bench.requireModel()));
  }

  private Answer predict(Request request) {
    return Answer.json(PredictionForm.write(predictions(request, bench.requireModel().model())));
  }

  private Answer details(Request request) {
    Model model = bench.requireModel().model();
    return Answer.json(PredictionForm.details(predictions(request, model), model));
  }

  private Predictions predictions(Request request, Model model) {
    Object body = request.jsonWithNulls();
    return bench
        .desk()
        .compute(
            () -> {
              Table table = RowsForm.read(body, model);
              return model.predict(table);
            });
  }

  private Answer score(Request request) {
    Model model = bench.requireModel().model();
    String name = request.name().orElse("the table");
    Score score = new Score(model, LearnRoom.source(name, request.body()), bench.desk());
    bench
        .desk()
        .compute(
            () -> {
              score.look();
              return true;
            });
    return new Answer.Streamed("text/csv", "predictions.csv", score::write);
  }

  private Answer model() {
    return Answer.file("model.gradus", BYTES, bench.requireModel().model().bytes());
  }

  /** In float32, which every runtime knows all operators of. */
  private Answer onnx() {
    Model model = bench.requireModel().model();
    byte[] file = bench.desk().compute(() -> OnnxFile.of(model, Precision.FLOAT32));
    return Answer.file("model.onnx", BYTES, file);
  }

  private Answer load(Request request) {
    String name = request.name().orElse("the model");
    Model model = bench.desk().compute(() -> Model.read(name, request.body().bytes()));
    bench.use(new Workbench.Used(model, "upload", name));
    return form();
  }

  private Answer take(Request request) {
    request.object().only();
    Run run = bench.run();
    if (run.done() == 0) {
      throw Refusal.conflict("model.untrained", "the network has not taken a step yet");
    }
    bench.use(bench.desk().compute(() -> Workbench.trained(run)));
    return form();
  }
}
