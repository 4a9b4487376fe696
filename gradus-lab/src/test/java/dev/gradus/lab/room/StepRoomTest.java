package dev.gradus.lab.room;

import static dev.gradus.lab.Visitor.list;
import static dev.gradus.lab.Visitor.number;
import static dev.gradus.lab.Visitor.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.lab.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One minibatch, number by number. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class StepRoomTest {

  private static Map<?, ?> matrix(Map<?, ?> pass, String name) {
    return list(pass.get("matrices")).stream()
        .map(Visitor::object)
        .filter(matrix -> matrix.get("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no matrix " + name));
  }

  private static double at(Map<?, ?> pass, String name, int row, int column) {
    return number(list(list(matrix(pass, name).get("values")).get(row)).get(column));
  }

  private static List<String> formulas(Map<?, ?> pass, String direction) {
    return list(pass.get(direction)).stream()
        .map(step -> String.valueOf(object(step).get("formula")))
        .toList();
  }

  private static Map<?, ?> weight(Visitor visitor, String name, int row, int column)
      throws IOException {
    return visitor
        .post(
            "/api/step/weight",
            "{\"name\":\"%s\",\"row\":%d,\"column\":%d}".formatted(name, row, column))
        .json();
  }

  @Test
  void itHasTheNamesOfTheArticle() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Map<?, ?> pass = visitor.get("/api/step").json();
      assertThat(list(pass.get("matrices")))
          .extracting(matrix -> object(matrix).get("name"))
          .isEqualTo(
              List.of(
                  "x", "w1", "b1", "h1", "a1", "w2", "b2", "h2", "a2", "w3", "b3", "h3", "y", "dh3",
                  "dw3", "db3", "da2", "dh2", "dw2", "db2", "da1", "dh1", "dw1", "db1"));
      assertThat(formulas(pass, "forward")).startsWith("h1 = x w1 + b1", "a1 = max(0, h1)");
      assertThat(formulas(pass, "backward"))
          .startsWith(
              "dh3 = sign(h3 − y) / (n m)", "dw3 = a2ᵀ dh3", "db3 = Σₙ dh3", "da2 = dh3 w3ᵀ");
    }
  }

  @Test
  void aGradientIsTheSumOverSamplesAndOverPaths() throws IOException {
    try (Visitor visitor = new Visitor()) {
      visitor.post("/api/train/reset", "{\"data\":\"moons\",\"l2\":0.01}");
      visitor.post("/api/step/freeze", "{\"rows\":3}");
      Map<?, ?> pass = visitor.get("/api/step").json();
      for (String name : List.of("w1", "b1", "w2", "b2", "w3", "b3")) {
        Map<?, ?> weight = weight(visitor, name, 0, 1);
        double gradient = number(weight.get("gradient"));
        assertThat(gradient).isEqualTo(at(pass, "d" + name, 0, 1));
        assertThat(number(weight.get("numeric"))).isCloseTo(gradient, within(1e-8));
        assertThat(weight.get("verdict")).isEqualTo("pass");
        double samples = number(weight.get("penalty"));
        for (Object sample : list(weight.get("samples"))) {
          samples += number(object(sample).get("term"));
        }
        assertThat(samples).isCloseTo(gradient, within(1e-12));
        double paths = number(weight.get("penalty")) + number(weight.get("restOfPaths"));
        for (Object path : list(weight.get("paths"))) {
          double term = number(object(path).get("input"));
          for (Object factor : list(object(path).get("factors"))) {
            term *= number(factor);
          }
          assertThat(term).isCloseTo(number(object(path).get("term")), within(1e-12));
          assertThat(list(object(path).get("factors")))
              .hasSameSizeAs(list(object(path).get("through")));
          paths += number(object(path).get("term"));
        }
        assertThat(paths).as(name).isCloseTo(gradient, within(1e-12));
      }
    }
  }

  @Test
  void dropoutShowsTheMasksThatAreChecked() throws IOException {
    try (Visitor visitor = new Visitor()) {
      visitor.post("/api/train/reset", "{\"data\":\"moons\",\"dropout\":0.5}");
      Map<?, ?> pass = visitor.post("/api/step/freeze", "{\"rows\":4}").json();
      for (int i = 0; i < 8; i++) {
        Map<?, ?> weight = weight(visitor, "w1", 1, i);
        assertThat(number(weight.get("gradient"))).isEqualTo(at(pass, "dw1", 1, i));
        assertThat(weight.get("verdict")).isIn("pass", "vacuous");
        assertThat(weight.get("paths").toString()).isEqualTo("NULL");
      }
    }
  }

  @Test
  void aNumberCanBeChanged() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Map<?, ?> before = visitor.get("/api/step").json();
      String set = "{\"name\":\"%s\",\"row\":0,\"column\":0,\"value\":%s}";
      Map<?, ?> pass = visitor.post("/api/step/set", set.formatted("x", "2.5")).json();
      assertThat(at(pass, "x", 0, 0)).isEqualTo(2.5);
      assertThat(at(pass, "h1", 0, 0)).isNotEqualTo(at(before, "h1", 0, 0));
      pass = visitor.post("/api/step/set", set.formatted("b3", "100")).json();
      assertThat(number(pass.get("loss"))).isGreaterThan(50);
      pass = visitor.post("/api/step/set", set.formatted("y", "-3")).json();
      assertThat(at(pass, "y", 0, 0)).isEqualTo(-3);
      assertThat(object(visitor.get("/api/state").json()).get("step")).isEqualTo(0L);
      assertThat(at(visitor.post("/api/step/freeze", "").json(), "b3", 0, 0))
          .isEqualTo(at(before, "b3", 0, 0));
    }
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    try (Visitor visitor = new Visitor()) {
      for (String bad :
          List.of(
              "{\"name\":\"h1\",\"row\":0,\"column\":0,\"value\":1}",
              "{\"name\":\"w9\",\"row\":0,\"column\":0,\"value\":1}",
              "{\"name\":\"w1\",\"row\":1,\"column\":0,\"value\":1}",
              "{\"name\":\"w1\",\"row\":0,\"column\":16,\"value\":1}",
              "{\"name\":\"w1\",\"row\":-1,\"column\":0,\"value\":1}",
              "{\"name\":\"w1\",\"row\":0,\"column\":0}",
              "{\"name\":\"w1\",\"row\":0,\"column\":0,\"value\":\"1\"}")) {
        assertThat(visitor.post("/api/step/set", bad).status()).as(bad).isEqualTo(422);
      }
      assertThat(visitor.post("/api/step/freeze", "{\"rows\":17}").status()).isEqualTo(422);
      visitor.post(
          "/api/train/reset",
          "{\"layers\":[{\"units\":128,\"activation\":\"relu\"},{\"units\":128,\"activation\":\"relu\"}]}");
      assertThat(visitor.post("/api/step/freeze", "").status()).isEqualTo(409);
    }
  }

  @Test
  void everyActivationAndEveryLossHasItsFormulas() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Map<?, ?> tables = visitor.get("/api/tables").json();
      for (Object activation : list(tables.get("activations"))) {
        visitor.post(
            "/api/train/reset",
            "{\"data\":\"moons\",\"loss\":\"bce\",\"layers\":[{\"units\":3,\"activation\":\""
                + activation
                + "\"}]}");
        Map<?, ?> pass = visitor.post("/api/step/freeze", "").json();
        for (Object step : list(pass.get("backward"))) {
          for (Object name : list(object(step).get("writes"))) {
            matrix(pass, String.valueOf(name));
          }
        }
      }
      for (String loss : List.of("mae", "mse", "huber", "log_cosh", "quantile")) {
        visitor.post("/api/train/reset", "{\"data\":\"sin\",\"loss\":\"" + loss + "\"}");
        Map<?, ?> pass = visitor.post("/api/step/freeze", "").json();
        assertThat(object(pass.get("lossStep")).get("formula").toString()).startsWith("L = mean");
      }
    }
  }
}
