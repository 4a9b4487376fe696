package dev.gradus.lab.room;

import static dev.gradus.lab.Visitor.list;
import static dev.gradus.lab.Visitor.number;
import static dev.gradus.lab.Visitor.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.clinic.Mistake;
import dev.gradus.lab.Visitor;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Is the gradient right, and would we know? */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class CheckRoomTest {

  @Test
  void theArticlesNetworkPassesAndEveryParameterHasItsVerdict() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Map<?, ?> check = visitor.post("/api/check", "").json();
      assertThat(check.get("passed")).isEqualTo(true);
      int letters = 0;
      for (Object block : list(check.get("blocks"))) {
        String verdicts = object(block).get("verdicts").toString();
        assertThat(verdicts).matches("[pkvu]+");
        assertThat(list(object(block).get("errors"))).hasSize(verdicts.length());
        letters += verdicts.length();
      }
      assertThat(letters).isEqualTo(609);
      double counted = 0;
      for (Object count : object(check.get("counts")).values()) {
        counted += number(count);
      }
      assertThat(counted).isEqualTo(609);
      assertThat(list(object(check.get("coverage")).get("layers"))).hasSize(2);
      assertThat(check.get("clinic").toString()).isEqualTo("NULL");
    }
  }

  @Test
  void moreIsTestedWhereInputsAreLookedFor() throws IOException {
    try (Visitor visitor = new Visitor()) {
      Map<?, ?> first = visitor.post("/api/check", "{\"rows\":2}").json();
      Map<?, ?> covered = visitor.post("/api/check", "{\"rows\":2,\"cover\":true}").json();
      assertThat(number(object(covered.get("coverage")).get("tested")))
          .isGreaterThan(number(object(first.get("coverage")).get("tested")));
    }
  }

  @Test
  void eachMistakeThatCanBePlantedTurnsRedAndTheClinicKnowsIt() throws IOException {
    try (Visitor visitor = new Visitor()) {
      visitor.post("/api/train/reset", "{\"data\":\"moons\",\"l2\":0.01}");
      visitor.post("/api/train/step", "{\"count\":20}"); // no bias is 0 any more
      for (Object name : list(visitor.post("/api/check", "").json().get("plantable"))) {
        Map<?, ?> check = visitor.post("/api/check", "{\"plant\":\"" + name + "\"}").json();
        assertThat(check.get("passed")).as("%s", name).isEqualTo(false);
        assertThat(object(check.get("planted")).get("name")).isEqualTo(name);
        assertThat(object(check.get("clinic")).get("known")).as("%s", name).isEqualTo(true);
        assertThat(check.get("blocks").toString()).contains("f");
      }
    }
  }

  @Test
  void whatIsNoMistakeHereIsRefused() throws IOException {
    try (Visitor visitor = new Visitor()) {
      assertThat(visitor.post("/api/check", "{\"plant\":\"NONE\"}").status()).isEqualTo(422);
      assertThat(visitor.post("/api/check", "{\"rows\":65}").status()).isEqualTo(422);
      assertThat(visitor.post("/api/check", "{\"rows\":0}").status()).isEqualTo(422);
      String plantable = visitor.post("/api/check", "").json().get("plantable").toString();
      for (Mistake mistake : Mistake.all()) {
        int wanted = plantable.contains(mistake.name()) ? 200 : 422;
        assertThat(visitor.post("/api/check", "{\"plant\":\"" + mistake.name() + "\"}").status())
            .as(mistake.name())
            .isEqualTo(wanted);
      }
    }
  }

  @Test
  void dropoutIsCheckedWithItsMasks() throws IOException {
    try (Visitor visitor = new Visitor()) {
      visitor.post("/api/train/reset", "{\"data\":\"circles\",\"dropout\":0.3}");
      assertThat(visitor.post("/api/check", "").json().get("passed")).isEqualTo(true);
      Map<?, ?> planted = visitor.post("/api/check", "{\"plant\":\"SIGN\"}").json();
      assertThat(planted.get("passed")).isEqualTo(false);
      assertThat(object(planted.get("clinic")).get("known")).isEqualTo(true);
    }
  }
}
