package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictOutputTest {
  private static final String NOTE =
      "gradus: note: p.csv: columns in another order, matched by name\n";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aModel() throws Exception {
    desk = new Desk(folder);
    desk.put("d.csv", Desk.numbers(30));
    assertThat(
            desk.run("train @d.csv --target y --epochs 1 --hidden 3 --quiet --out @m.gradus")
                .status())
        .isZero();
    desk.put("p.csv", "c,b,a,y\nlow,1,2,3.5\nnew,,2,4\nhigh,1,,5\n");
  }

  @Test
  void whatIsPrintedStandsInTheFileAndInJson() throws Exception {
    Spoken printed = desk.run("predict @m.gradus @p.csv");
    Spoken filed = desk.run("predict @m.gradus @p.csv --out @o.csv");
    assertThat(filed.out()).isEmpty();
    assertThat(Files.readString(folder.resolve("o.csv"))).isEqualTo(printed.out());
    List<String> lines = printed.out().lines().toList();
    assertThat(lines).hasSize(4).startsWith("prediction");
    Map<String, Object> json = Desk.json(desk.run("predict @m.gradus @p.csv --json").out());
    assertThat(String.valueOf(json.get("predictions")))
        .isEqualTo(String.join(", ", lines.subList(1, 4)).transform(list -> "[" + list + "]"));
    assertThat(json).containsEntry("imputed", Map.of("a", 1L, "b", 1L));
    assertThat(json).containsEntry("unseen", Map.of("c", 1L));
  }

  @Test
  void predictAndEvaluateNoteTheOrderAndTellOfCells() {
    String cells =
        """
        gradus: note: a: 1 missing cell imputed
        gradus: note: b: 1 missing cell imputed
        gradus: warning: p.csv: c: 1 cell holds a category that training did not see
        """;
    for (String command : List.of("predict", "evaluate")) {
      assertThat(desk.run(command + " @m.gradus @p.csv").err()).isEqualTo(NOTE + cells);
      assertThat(desk.run(command + " @m.gradus @p.csv --quiet").err())
          .doesNotContain("note")
          .contains("warning");
      assertThat(desk.run(command + " @m.gradus @p.csv --json").err()).doesNotContain("note");
    }
  }

  @Test
  void aBadRowLeavesTheOldAnswers() throws Exception {
    desk.put("o.csv", "old");
    desk.put("p.csv", "a,b,c\n" + "1,2,low\n".repeat(5000) + "x,2,low\n");
    Spoken said = desk.run("predict @m.gradus @p.csv --out @o.csv");
    assertThat(said.status()).isEqualTo(65);
    assertThat(folder.resolve("o.csv")).hasContent("old");
    assertThat(desk.names()).containsExactly("d.csv", "m.gradus", "o.csv", "p.csv");
  }
}
