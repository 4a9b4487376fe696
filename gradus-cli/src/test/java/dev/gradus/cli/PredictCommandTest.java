package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  private static final String FEW = " --epochs 3 --hidden 4 --quiet --out ";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void models() throws Exception {
    desk = new Desk(folder);
    desk.put("n.csv", Desk.numbers(40));
    desk.put("c.csv", Desk.classes(40));
    desk.run("train @n.csv --target y" + FEW + "@n.gradus");
    desk.run("train @c.csv --target kind" + FEW + "@c.gradus");
  }

  @Test
  void aPredictionForEachRow() throws Exception {
    Spoken said = desk.run("predict @n.gradus @n.csv");
    assertThat(said.err()).isEmpty();
    List<String> lines = said.out().lines().toList();
    assertThat(lines).hasSize(41).first().isEqualTo("prediction");
    assertThat(lines.subList(1, 41)).allSatisfy(line -> assertThat(line).matches("-?[0-9.E-]+"));
    Spoken toFile = desk.run("predict @n.gradus @n.csv --out @p.csv");
    assertThat(toFile.out()).isEmpty();
    assertThat(folder.resolve("p.csv")).hasContent(said.out());
    Map<String, Object> json = Desk.json(desk.run("predict @n.gradus @n.csv --json").out());
    assertThat(json).containsEntry("rows", 40L).containsKeys("imputed", "unseen");
    List<?> predictions = (List<?>) json.getOrDefault("predictions", List.of());
    assertThat(predictions).hasSize(40);
    assertThat(String.valueOf(predictions.get(0))).isEqualTo(lines.get(1));
    json = Desk.json(desk.run("predict @n.gradus @n.csv --json --out @q.csv").out());
    assertThat(json).doesNotContainKey("predictions").containsKey("out");
  }

  @Test
  void probabilitiesOfEachClassAddUpToOne() throws Exception {
    List<String> lines = desk.run("predict @c.gradus @c.csv --proba").out().lines().toList();
    assertThat(lines).hasSize(41).first().isEqualTo("prediction,probability:in,probability:out");
    for (String line : lines.subList(1, 41)) {
      String[] cells = line.split(",", -1);
      double in = Double.parseDouble(cells[1]);
      double out = Double.parseDouble(cells[2]);
      assertThat(in + out).isCloseTo(1, within(1e-12));
      assertThat(cells[0]).isEqualTo(in >= out ? "in" : "out");
    }
    Map<String, Object> json = Desk.json(desk.run("predict @c.gradus @c.csv --proba --json").out());
    assertThat(json).containsEntry("classes", List.of("in", "out"));
    List<?> rows = (List<?>) json.getOrDefault("probabilities", List.of());
    assertThat(rows).hasSize(40);
    String[] first = lines.get(1).split(",", -1);
    assertThat(rows.get(0))
        .isEqualTo(List.of(Double.parseDouble(first[1]), Double.parseDouble(first[2])));
  }

  @Test
  void valuesHaveNoProbabilities() {
    Spoken said = desk.run("predict @n.gradus @n.csv --proba");
    assertThat(said.err())
        .isEqualTo("gradus: error: --proba: the model predicts values, not classes\n");
    assertThat(said.status()).isEqualTo(64);
  }

  @Test
  void columnsAreMatchedByNameAndANoteSaysSo() throws Exception {
    String answer = desk.run("predict @n.gradus @n.csv").out();
    StringBuilder csv = new StringBuilder();
    Desk.numbers(40)
        .lines()
        .map(line -> line.split(",", -1))
        .forEach(c -> csv.append(String.join(",", c[2], "zzz" + c[0], c[1], c[0])).append('\n'));
    desk.put("o.csv", csv.toString());
    Spoken said = desk.run("predict @n.gradus @o.csv");
    assertThat(said.out()).isEqualTo(answer);
    assertThat(said.err())
        .isEqualTo("gradus: note: o.csv: columns in another order, matched by name\n");
    assertThat(desk.run("predict @n.gradus @o.csv --json").err()).isEmpty();
  }

  @Test
  void missingAndUnseenCellsAreCounted() throws Exception {
    desk.put("x.csv", "a,b,c\n,1,low\n1,NA,high\n1,?,middle\n");
    Spoken said = desk.run("predict @n.gradus @x.csv");
    assertThat(said.out().lines()).hasSize(4);
    assertThat(said.err())
        .isEqualTo(
            """
            gradus: note: a: 1 missing cell imputed
            gradus: note: b: 2 missing cells imputed
            gradus: warning: x.csv: c: 1 cell holds a category that training did not see
            """);
    Map<String, Object> json = Desk.json(desk.run("predict @n.gradus @x.csv --json").out());
    assertThat(Desk.object(json, "imputed")).containsEntry("a", 1L).containsEntry("b", 2L);
    assertThat(Desk.object(json, "unseen")).containsEntry("c", 1L);
  }

  @Test
  void manyRowsAreAnsweredInPieces() throws Exception {
    desk.put("many.csv", Desk.numbers(9000));
    List<String> lines = desk.run("predict @n.gradus @many.csv").out().lines().toList();
    assertThat(lines).hasSize(9001);
    assertThat(lines.subList(1, 41))
        .isEqualTo(desk.run("predict @n.gradus @n.csv").out().lines().skip(1).toList());
  }

  @Test
  void anErrorFarDownLeavesNoFile() throws Exception {
    desk.put("bad.csv", Desk.numbers(5000) + "1,2\n");
    Spoken said = desk.run("predict @n.gradus @bad.csv --out @p.csv");
    assertThat(said.err())
        .isEqualTo("gradus: error: bad.csv: line 5002: 2 fields, the first record has 4\n");
    assertThat(Files.exists(folder.resolve("p.csv"))).isFalse();
  }

  @Test
  void underStrictAWarningLeavesNoFile() throws Exception {
    desk.put("u.csv", "a,b,c\n1,1,never\n");
    String words = "predict @n.gradus @u.csv --out @p.csv --quiet";
    assertThat(desk.run(words + " --strict").status()).isEqualTo(65);
    assertThat(desk.names()).doesNotContain("p.csv");
    assertThat(desk.run(words).status()).isZero();
    assertThat(desk.names()).contains("p.csv");
  }

  /** Two columns of one name would be no table that Gradus itself reads. */
  @Test
  void noColumnOfTheAnswerComesTwice() throws Exception {
    desk.put("k.csv", Desk.numbers(4).replace("a,b,c,y", "a,b,c,prediction"));
    String message =
        "gradus: error: --keep prediction: the answer has a column of that name already\n";
    Spoken said = desk.run("predict @n.gradus @k.csv --keep prediction");
    assertThat(said.err()).isEqualTo(message);
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.out()).isEmpty();
    assertThat(desk.run("predict @n.gradus @k.csv --keep prediction --out @p.csv").err())
        .isEqualTo(message);
    assertThat(desk.names()).doesNotContain("p.csv");
  }

  @Test
  void neitherInputIsOverwritten() {
    assertThat(desk.run("predict @n.gradus @n.csv --out @n.gradus").err())
        .isEqualTo("gradus: error: --out n.gradus: is also the input\n");
    assertThat(desk.run("predict @n.gradus @n.csv --out @n.csv").status()).isEqualTo(64);
  }

  @Test
  void columnsAreRepeatedAndFormulasAreMadeHarmless() throws Exception {
    desk.put(
        "k.csv",
        "a,b,c,=note\n-1.50,2,low,=cmd|' /C calc'!A0\n1,2,high,@x\n1,2,high,-7e3\n1,2,low,\"+a,\"\"b\"\n");
    String words = "predict @n.gradus @k.csv --keep a,=note";
    List<String> lines = desk.run(words).out().lines().toList();
    assertThat(lines).hasSize(5).first().isEqualTo("a,'=note,prediction");
    assertThat(lines.get(1)).startsWith("-1.50,'=cmd|' /C calc'!A0,");
    assertThat(lines.get(2)).startsWith("1,'@x,");
    assertThat(lines.get(3)).startsWith("1,-7e3,");
    assertThat(lines.get(4)).startsWith("1,\"'+a,\"\"b\",");
    List<String> raw = desk.run(words + " --raw").out().lines().toList();
    assertThat(raw).first().isEqualTo("a,=note,prediction");
    assertThat(raw.get(2)).startsWith("1,@x,");
    Map<String, Object> json = Desk.json(desk.run(words + " --json").out());
    assertThat(String.valueOf(json.get("kept"))).startsWith("{a=[-1.50, 1, 1, 1], =note=[=cmd");
    assertThat(desk.run("predict @n.gradus @k.csv --keep z").err())
        .isEqualTo("gradus: error: --keep z: no such column in k.csv; there are: a, b, c, =note\n");
  }

  @Test
  void whatLiesOutsideIsCounted() throws Exception {
    desk.put("f.csv", "a,b,c\n1e6,2,low\n-1e6,2,low\n1,2,low\n");
    assertThat(desk.run("predict @n.gradus @f.csv").err())
        .isEqualTo("gradus: note: a: 2 cells outside the range seen in training\n");
    assertThat(Desk.json(desk.run("predict @n.gradus @f.csv --json").out()))
        .containsEntry("outside", Map.of("a", 2L));
  }

  @Test
  void withoutHeaderColumnsAreTakenByPlace() throws Exception {
    String answer = desk.run("predict @n.gradus @n.csv").out();
    StringBuilder csv = new StringBuilder();
    Desk.numbers(40)
        .lines()
        .skip(1)
        .forEach(line -> csv.append(line, 0, line.lastIndexOf(',')).append('\n'));
    desk.put("h.csv", csv.toString());
    assertThat(desk.run("predict @n.gradus @h.csv --header no").out()).isEqualTo(answer);
    Spoken strict = desk.run("predict @n.gradus @h.csv --header no --strict-names");
    assertThat(strict.status()).isEqualTo(65);
    assertThat(strict.err())
        .isEqualTo(
            "gradus: error: h.csv: has no header, so that its columns have no names;"
                + " --strict-names wants them\n");
  }

  @Test
  void standardInputIsReadOnce() throws Exception {
    String answer = desk.run("predict @n.gradus @n.csv").out();
    InputStream before = System.in;
    try {
      System.setIn(Files.newInputStream(folder.resolve("n.csv")));
      assertThat(desk.run("predict @n.gradus -").out()).isEqualTo(answer);
      System.setIn(new ByteArrayInputStream(new byte[0]));
      assertThat(desk.run("predict @n.gradus -").err())
          .isEqualTo("gradus: error: standard input: the file is empty\n");
    } finally {
      System.setIn(before);
    }
  }
}
