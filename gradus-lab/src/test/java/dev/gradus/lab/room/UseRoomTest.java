package dev.gradus.lab.room;

import static dev.gradus.lab.Visitor.list;
import static dev.gradus.lab.Visitor.number;
import static dev.gradus.lab.Visitor.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.lab.Visitor;
import dev.gradus.lab.http.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model, and what it makes of rows: here one with a number, one that may be missing, a text. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class UseRoomTest {
  private static Visitor visitor;

  @BeforeAll
  static void train() throws IOException {
    visitor = new Visitor();
    StringBuilder text = new StringBuilder("a,b,c,y\n");
    for (int i = 0; i < 80; i++) {
      text.append(i % 9).append(',').append(i % 5 == 0 ? "" : i).append(',');
      text.append(i % 2 == 0 ? "red" : "\"dark, blue\"")
          .append(',')
          .append(i % 9 * 2)
          .append(".5\n");
    }
    visitor.post("/api/data", "text/csv", bytes(text.toString()));
    visitor.post("/api/train/start", "{\"data\":\"table\",\"target\":\"y\",\"steps\":300}");
    visitor.await("finished");
  }

  @AfterAll
  static void close() {
    visitor.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Wire.Reply predict(String rows) throws IOException {
    return visitor.post("/api/predict", "{\"rows\":" + rows + "}");
  }

  @Test
  void withoutAModelThereIsNothingToAsk() throws IOException {
    try (Visitor empty = new Visitor()) {
      assertThat(empty.post("/api/predict", "{\"rows\":[[1]]}").status()).isEqualTo(409);
      assertThat(empty.post("/api/score", "text/csv", bytes("x\n1\n")).status()).isEqualTo(409);
      assertThat(empty.get("/api/model").status()).isEqualTo(409);
      assertThat(empty.get("/api/model/form").status()).isEqualTo(409);
      assertThat(empty.post("/api/model/trained", "").status()).isEqualTo(409);
    }
  }

  @Test
  void rowsAreListsOrObjects() throws IOException {
    Wire.Reply lists = predict("[[1,2,\"red\"],[3,4.5,\"dark, blue\"]]");
    assertThat(lists.status()).isEqualTo(200);
    assertThat(lists.json().keySet()).hasToString("[predictions]");
    assertThat(list(lists.json().get("predictions"))).hasSize(2);
    Wire.Reply objects =
        predict("[{\"c\":\"red\",\"b\":2,\"a\":1},{\"a\":3,\"b\":4.5,\"c\":\"dark, blue\"}]");
    assertThat(objects.text()).isEqualTo(lists.text());
  }

  @Test
  void nullIsImputedOnlyWhereTrainingSawIt() throws IOException {
    assertThat(predict("[[1,null,\"red\"]]").status()).isEqualTo(200);
    assertThat(predict("[[null,2,\"red\"]]").status()).isEqualTo(422);
    assertThat(predict("[[1,2,null]]").status()).isEqualTo(422);
  }

  @Test
  void whatDoesNotFitIsRefused() throws IOException {
    for (String bad :
        List.of(
            "[]",
            "[[]]",
            "[[1,2]]",
            "[[1,2,\"red\",4]]",
            "[[\"1\",2,\"red\"]]",
            "[[true,2,\"red\"]]",
            "[[1,2,3]]",
            "[[[1],2,\"red\"]]",
            "[{\"a\":1,\"b\":2}]",
            "[{\"a\":1,\"b\":2,\"c\":\"red\",\"d\":1}]",
            "[1]",
            "[null]",
            "{}",
            "1")) {
      Wire.Reply reply = predict(bad);
      assertThat(reply.status()).as(bad).isEqualTo(422);
      assertThat(reply.message()).doesNotContain("Exception");
    }
    assertThat(predict("[[1,2]]").message())
        .isEqualTo("rows[0] has 2 values, the model wants 3: a, b, c");
    for (String bad :
        List.of("[[1e999,2,\"red\"]]", "[[NaN,2,\"red\"]]", "[[1,2,\"red\"]],\"rows\":[]")) {
      assertThat(predict(bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(visitor.post("/api/predict", "{\"rows\":[[1,2,\"red\"]]} x").status())
        .isEqualTo(400);
    assertThat(visitor.post("/api/predict", "").status()).isEqualTo(422);
    assertThat(visitor.post("/api/predict", "{\"rows\":[[1,2,\"red\"]],\"x\":1}").status())
        .isEqualTo(422);
  }

  @Test
  void detailsTellIntervalsAndWhatWasDone() throws IOException {
    Map<?, ?> details =
        visitor.post("/api/predict/details", "{\"rows\":[[1,null,\"green\"]]}").json();
    double prediction = number(list(details.get("predictions")).getFirst());
    List<?> interval = list(list(details.get("intervals")).getFirst());
    assertThat(prediction).isBetween(number(interval.get(0)), number(interval.get(1)));
    assertThat(details.get("notes").toString()).contains("b: 1 imputed", "c: 1 not seen");
  }

  @Test
  void theFormKnowsTheColumns() throws IOException {
    Map<?, ?> form = visitor.get("/api/model/form").json();
    assertThat(form.get("task")).isEqualTo("regression");
    assertThat(list(form.get("columns")))
        .extracting(column -> object(column).get("name") + " " + object(column).get("kind"))
        .isEqualTo(List.of("a number", "b number", "c category"));
    Map<?, ?> a = object(list(form.get("columns")).getFirst());
    assertThat(number(a.get("low"))).isEqualTo(0);
    assertThat(number(a.get("high"))).isEqualTo(8);
    assertThat(a.get("missing")).isEqualTo(false);
  }

  @Test
  void aTableIsScoredRowForRow() throws IOException {
    Wire.Reply reply =
        visitor.post("/api/score", "text/csv", bytes("c,a,b\nred,1,2\n\"dark, blue\",3,4.5\n"));
    assertThat(reply.status()).isEqualTo(200);
    List<String> lines = reply.text().lines().toList();
    assertThat(lines).hasSize(3).first().isEqualTo("prediction");
    List<?> same =
        list(predict("[[1,2,\"red\"],[3,4.5,\"dark, blue\"]]").json().get("predictions"));
    assertThat(Double.parseDouble(lines.get(1))).isEqualTo(number(same.get(0)));
    assertThat(Double.parseDouble(lines.get(2))).isEqualTo(number(same.get(1)));
  }

  @Test
  void aTableThatIsWrongFarBelowIsRefusedWhole() throws IOException {
    String rows = "1,2,red\n".repeat(10_000);
    Wire.Reply reply =
        visitor.post("/api/score", "text/csv", bytes("a,b,c\n" + rows + "1,x,red\n"));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(object(reply.json().get("error")).get("line")).isEqualTo(10_002L);
    assertThat(visitor.post("/api/score", "text/csv", bytes("a,b\n1,2\n")).status()).isEqualTo(422);
    assertThat(visitor.post("/api/score", "text/csv", bytes("a,b,c\n")).status()).isEqualTo(422);
  }

  @Test
  void aModelGoesOutAndComesInAgain() throws IOException {
    byte[] file = visitor.get("/api/model").body();
    try (Visitor other = new Visitor()) {
      Wire.Reply form = other.post("/api/model", "application/octet-stream", file);
      assertThat(form.status()).isEqualTo(200);
      assertThat(form.json().get("from")).isEqualTo("upload");
      assertThat(other.post("/api/predict", "{\"rows\":[[1,2,\"red\"]]}").text())
          .isEqualTo(predict("[[1,2,\"red\"]]").text());
      file[file.length / 2] ^= 1;
      Wire.Reply bad = other.post("/api/model", "application/octet-stream", file);
      assertThat(bad.status()).isEqualTo(422);
      assertThat(other.post("/api/model", "application/octet-stream", bytes("a,b\n")).status())
          .isEqualTo(422);
      assertThat(other.get("/api/model/form").status()).isEqualTo(200);
    }
  }

  @Test
  void theOnnxFileIsThere() throws IOException {
    Wire.Reply reply = visitor.get("/api/model/onnx");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().get("content-disposition")).contains("model.onnx");
    assertThat(new String(reply.body(), StandardCharsets.ISO_8859_1)).contains("gradus", "Gemm");
  }

  @Test
  void theNetworkOfARunCanBeTakenBeforeItsEnd() throws IOException {
    try (Visitor other = new Visitor()) {
      other.post("/api/train/step", "{\"count\":10}");
      assertThat(other.get("/api/model").status()).isEqualTo(409);
      assertThat(other.post("/api/model/trained", "").json().get("from")).isEqualTo("trained");
      assertThat(other.post("/api/predict", "{\"rows\":[[1],[2]]}").status()).isEqualTo(200);
    }
  }

  @Test
  void classesComeWithTheirProbabilities() throws IOException {
    try (Visitor other = new Visitor()) {
      other.post("/api/train/start", "{\"data\":\"moons\",\"steps\":100}");
      other.await("finished");
      Map<?, ?> details = other.post("/api/predict/details", "{\"rows\":[[0,1],[1,-0.5]]}").json();
      assertThat(list(details.get("predictions"))).hasToString("[a, b]");
      for (Object row : list(details.get("probabilities"))) {
        assertThat(number(list(row).get(0)) + number(list(row).get(1)))
            .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
      }
    }
  }
}
