package dev.gradus.lab.room;

import static dev.gradus.lab.Visitor.list;
import static dev.gradus.lab.Visitor.number;
import static dev.gradus.lab.Visitor.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.lab.Visitor;
import dev.gradus.lab.http.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Choose, start, watch, stop. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class LearnRoomTest {
  private static final String QUICK = "{\"data\":\"sin\",\"steps\":2000}";

  private static byte[] csv(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String table() {
    StringBuilder text = new StringBuilder("a,b,c,y\n");
    for (int i = 0; i < 60; i++) {
      text.append(i % 7).append(',').append(i % 5 == 0 ? "" : i).append(',');
      text.append(i % 2 == 0 ? "<b>" : "数").append(',').append(3 * (i % 7) + i).append('\n');
    }
    return text.toString();
  }

  @Test
  void itBeginsWithTheArticlesNetwork() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Map<?, ?> state = visitor.get("/api/state").json();
      assertThat(state.get("status")).isEqualTo("ready");
      assertThat(object(state.get("network")).get("parameters")).isEqualTo(609L);
      assertThat(object(state.get("settings")).get("data")).isEqualTo("sin");
      assertThat(object(state.get("settings")).get("loss")).isEqualTo("mae");
      assertThat(state.get("model").toString()).isEqualTo("NULL");
    }
  }

  @Test
  void theSameModelWhetherThreeListenOrNone() throws IOException {
    byte[] alone;
    try (Visitor visitor = new Visitor()) {
      visitor.post("/api/train/start", QUICK);
      visitor.await("finished");
      alone = visitor.get("/api/model").body();
    }
    try (Visitor visitor = new Visitor()) {
      List<Wire> listeners = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        listeners.add(visitor.listen());
      }
      visitor.post("/api/train/start", QUICK);
      visitor.await("finished");
      assertThat(visitor.get("/api/model").body()).isEqualTo(alone);
      for (Wire listener : listeners) {
        listener.close();
      }
    }
  }

  @Test
  void oneWhoComesIsToldEverythingAtOnce() throws IOException {
    try (Visitor visitor = new Visitor()) {
      visitor.post("/api/train/start", QUICK);
      visitor.await("finished");
      try (Wire wire = visitor.listen()) {
        assertThat(Visitor.event(wire, "state").get("status")).isEqualTo("finished");
      }
      try (Wire wire = visitor.listen()) {
        assertThat(list(Visitor.event(wire, "history").get("losses"))).hasSize(400);
      }
      try (Wire wire = visitor.listen()) {
        Map<?, ?> snapshot = Visitor.event(wire, "snapshot");
        while (!Long.valueOf(2000).equals(snapshot.get("step"))) {
          snapshot = Visitor.event(wire, "snapshot"); // the last one may be in the making
        }
        assertThat(list(snapshot.get("layers"))).hasSize(5);
        assertThat(list(snapshot.get("weights"))).hasSize(6);
        assertThat(list(object(snapshot.get("fit")).get("y"))).hasSize(201);
      }
    }
  }

  @Test
  void pauseStepGoOnStopReset() throws IOException {
    try (Visitor visitor = new Visitor()) {
      assertThat(visitor.post("/api/train/pause", "").json().get("status")).isEqualTo("ready");
      assertThat(visitor.post("/api/train/step", "").json().get("step")).isEqualTo(1L);
      assertThat(visitor.post("/api/train/step", "{\"count\":9}").json().get("step"))
          .isEqualTo(10L);
      visitor.post("/api/train/speed", "{\"stepsPerSecond\":1000}");
      assertThat(visitor.post("/api/train/start", "{}").json().get("status")).isEqualTo("running");
      assertThat(visitor.post("/api/train/start", "{}").json().get("run")).isEqualTo(1L);
      assertThat(visitor.post("/api/train/pause", "").json().get("status")).isEqualTo("paused");
      assertThat(visitor.post("/api/train/stop", "").json().get("status")).isEqualTo("stopped");
      assertThat(visitor.post("/api/train/step", "").status()).isEqualTo(409);
      Map<?, ?> reset = visitor.post("/api/train/reset", "").json();
      assertThat(reset.get("status")).isEqualTo("ready");
      assertThat(reset.get("step")).isEqualTo(0L);
      assertThat(reset.get("run")).isEqualTo(2L);
    }
  }

  @Test
  void everyDataSetIsLearned() throws IOException {
    try (Visitor visitor = new Visitor()) {
      for (String data : List.of("step", "noise", "moons", "circles", "spirals")) {
        visitor.post("/api/train/start", "{\"data\":\"" + data + "\",\"steps\":200}");
        Map<?, ?> state = visitor.await("finished");
        assertThat(number(state.get("loss"))).as(data).isPositive();
        Map<?, ?> points = visitor.get("/api/points").json();
        assertThat(points.get("name")).isEqualTo(data);
        assertThat(list(points.get("x"))).hasSameSizeAs(list(points.get("y"))).isNotEmpty();
        try (Wire wire = visitor.listen()) {
          Map<?, ?> fit = object(Visitor.event(wire, "snapshot").get("fit"));
          assertThat(fit.get("kind")).isEqualTo(object(state.get("data")).get("drawn"));
        }
      }
    }
  }

  @Test
  void everyChoiceOfTheTablesCanBeTrained() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Map<?, ?> tables = visitor.get("/api/tables").json();
      for (Object activation : list(tables.get("activations"))) {
        train(visitor, "\"layers\":[{\"units\":4,\"activation\":\"" + activation + "\"}]");
      }
      for (Object optimizer : list(tables.get("optimizers"))) {
        train(visitor, "\"optimizer\":\"" + optimizer + "\"");
      }
      for (Object schedule : list(tables.get("schedules"))) {
        train(visitor, "\"schedule\":\"" + schedule + "\"");
      }
      for (Object initializer : list(tables.get("initializers"))) {
        train(visitor, "\"learningRate\":0.0001,\"initializer\":\"" + initializer + "\"");
      }
      train(visitor, "\"l2\":0.01,\"dropout\":0.2,\"batchSize\":7,\"seed\":9007199254740991");
      train(visitor, "\"layers\":[]");
    }
  }

  private static void train(Visitor visitor, String settings) throws IOException {
    String body = "{\"data\":\"moons\",\"steps\":20," + settings + "}";
    assertThat(visitor.post("/api/train/start", body).status()).as(body).isEqualTo(200);
    Map<?, ?> state = visitor.await("finished");
    assertThat(state.get("step")).isEqualTo(20L);
  }

  @Test
  void settingsOutsideOfTheirRangesAreRefusedAndTheRunStays() throws IOException {
    try (Visitor visitor = new Visitor()) {
      for (String bad :
          List.of(
              "{\"steps\":0}",
              "{\"steps\":1.5}",
              "{\"steps\":1000000001}",
              "{\"learningRate\":0}",
              "{\"learningRate\":-1}",
              "{\"learningRate\":\"fast\"}",
              "{\"learningRate\":1e7}",
              "{\"batchSize\":0}",
              "{\"batchSize\":99999999999}",
              "{\"dropout\":1}",
              "{\"l2\":-1}",
              "{\"seed\":-1}",
              "{\"seed\":9007199254740992}",
              "{\"layers\":[{\"units\":0,\"activation\":\"relu\"}]}",
              "{\"layers\":[{\"units\":257,\"activation\":\"relu\"}]}",
              "{\"layers\":[{\"units\":4,\"activation\":\"java.lang.Runtime\"}]}",
              "{\"layers\":[{\"units\":4}]}",
              "{\"layers\":[1]}",
              "{\"layers\":{}}",
              "{\"loss\":\"softmax_ce\"}",
              "{\"loss\":\"nothing\"}",
              "{\"optimizer\":\"\"}",
              "{\"schedule\":\"plateau\"}",
              "{\"optimizer\":\"lbfgs\"}",
              "{\"optimizer\":\"lbfgs\",\"dropout\":0.1}",
              "{\"data\":\"mnist\"}",
              "{\"data\":\"sin\",\"target\":\"y\"}",
              "{\"unknown\":1}")) {
        Wire.Reply reply = visitor.post("/api/train/start", bad);
        assertThat(reply.status()).as(bad).isEqualTo(422);
        assertThat(reply.message()).doesNotContain("Exception").doesNotContain("java.lang.Num");
      }
      assertThat(visitor.post("/api/train/start", "{\"data\":\"table\"}").status()).isEqualTo(409);
      assertThat(visitor.get("/api/state").json().get("run")).isEqualTo(1L);
    }
  }

  @Test
  void aTableOfOnesOwnIsLearned() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Map<?, ?> columns = visitor.post("/api/data", "text/csv", csv(table())).json();
      assertThat(columns.get("rows")).isEqualTo(60L);
      assertThat(columns.get("target")).isEqualTo("y");
      assertThat(columns.toString()).contains("<b>", "数");
      String start =
          "{\"data\":\"table\",\"target\":\"y\",\"columns\":[\"a\",\"b\",\"c\"],\"steps\":50}";
      assertThat(visitor.post("/api/train/start", start).status()).isEqualTo(200);
      Map<?, ?> state = visitor.await("finished");
      assertThat(object(state.get("data")).get("drawn")).isEqualTo("scatter");
      assertThat(list(visitor.get("/api/points").json().get("x"))).hasSize(60);
      visitor.post("/api/train/start", "{\"target\":\"c\",\"steps\":50}");
      state = visitor.await("finished");
      assertThat(object(state.get("data")).get("task")).isEqualTo("classification");
      visitor.post("/api/train/start", "{\"target\":\"y\",\"columns\":[\"a\",\"b\"],\"steps\":50}");
      assertThat(object(visitor.await("finished").get("data")).get("drawn")).isEqualTo("regions");
    }
  }

  @Test
  void aBadTableIsRefusedWithItsLine() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Wire.Reply reply = visitor.post("/api/data", "text/csv", csv("a,b\n1,2\n3\n"));
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("csv.ragged");
      assertThat(object(reply.json().get("error")).get("line")).isEqualTo(3L);
      assertThat(visitor.post("/api/data", "text/csv", new byte[0]).status()).isEqualTo(422);
      assertThat(visitor.post("/api/data", "text/csv", csv("\u001f\u008b")).status())
          .isEqualTo(422);
      visitor.post("/api/data", "text/csv", csv("a,y\n1,2\n"));
      assertThat(visitor.post("/api/train/start", "{\"data\":\"table\"}").status()).isEqualTo(422);
    }
  }

  @Test
  void theHistoryIsATable() throws IOException {
    try (Visitor visitor = new Visitor()) {
      visitor.post("/api/train/start", QUICK);
      visitor.await("finished");
      Wire.Reply reply = visitor.get("/api/history");
      assertThat(reply.headers().get("content-type")).startsWith("text/csv");
      assertThat(reply.text().lines()).hasSize(401).first().isEqualTo("step,loss,validation_loss");
    }
  }
}
