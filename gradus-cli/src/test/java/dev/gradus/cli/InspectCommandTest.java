package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aTable() throws Exception {
    desk = new Desk(folder);
    desk.put("d.csv", "n,t,when\n1.5,red,2026-01-01\n,blue,2026-01-03\n123456.789,red,\n");
  }

  @Test
  void theJsonBeginsWithWhatIsPromised() throws Exception {
    Spoken said = desk.run("inspect @d.csv --json");
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .startsWith(
            "{\"rows\":3,\"columns\":3,\"names\":[\"n\",\"t\",\"when\"],"
                + "\"first\":[1.5,\"red\",\"2026-01-01\"],"
                + "\"last\":[123456.789,\"red\",\"2026-01-02\"],");
    List<?> columns = (List<?>) Desk.json(said.out()).getOrDefault("summary", List.of());
    assertThat(String.valueOf(columns.get(0)))
        .contains("name=n", "type=number", "missing=1", "distinct=2", "min=1.5", "max=123456.789");
    assertThat(String.valueOf(columns.get(1))).contains("type=category", "{value=red, count=2}");
    assertThat(String.valueOf(columns.get(2))).contains("type=date");
  }

  @Test
  void theTextHasALineForEachColumn() throws Exception {
    List<String> lines = desk.run("inspect @d.csv").out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("d.csv: 3 rows, 3 columns, 2 cells missing");
    assertThat(words(lines.get(2)))
        .containsExactly(
            "column", "type", "missing", "distinct", "min", "25", "%", "median", "75", "%", "max");
    assertThat(words(lines.get(3)))
        .startsWith("n", "number", "1", "2", "1.5")
        .contains("123460")
        .last()
        .isEqualTo("█");
    assertThat(lines.get(4)).endsWith("red 2, blue 1");
    assertThat(words(lines.get(5))).startsWith("when", "date", "1", "2", "2026-01-01");
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split("\\s+"));
  }

  @Test
  void flagsSayWhatIsReadAndHow() throws Exception {
    Map<String, Object> json =
        Desk.json(desk.run("inspect @d.csv --json --columns t,n --missing drop").out());
    assertThat(json)
        .containsEntry("rows", 2L)
        .containsEntry("names", List.of("t", "n"))
        .containsEntry("last", List.of("red", 123456.789));
    desk.put("e.csv", "1;2,5\n3;?\n");
    json =
        Desk.json(
            desk.run("inspect @e.csv --header no --delimiter ; --decimal , --json --numeric all")
                .out());
    assertThat(json)
        .containsEntry("rows", 2L)
        .containsEntry("names", List.of("c1", "c2"))
        .containsEntry("first", List.of(1.0, 2.5))
        .containsEntry("last", List.of(3.0, 2.5));
    assertThat(desk.run("inspect @d.csv --columns t --json --numeric n").out())
        .contains("\"names\":[\"t\"]");
  }

  @Test
  void errorsAreListedAndForAProgramTheFirst() throws Exception {
    Spoken said = desk.run("inspect @d.csv --numeric all");
    assertThat(said.out()).isEmpty();
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err())
        .startsWith("gradus: error: d.csv: line 2, column 2 (t): \"red\" is not a number\nhint: ")
        .contains(
            "gradus: error: d.csv: line 3, column 2 (t): \"blue\" is not a number\n",
            "gradus: error: d.csv: line 4, column 2 (t): \"red\" is not a number\n");
    assertThat(said.err().lines().filter(line -> line.startsWith("gradus: error: "))).hasSize(5);
    Spoken json = desk.run("inspect @d.csv --numeric all --json");
    assertThat(json.err().lines()).hasSize(1);
    assertThat(Desk.object(Desk.json(json.err()), "error")).containsEntry("line", 2L);
    assertThat(json.status()).isEqualTo(65);
  }

  @Test
  void whatIsOddIsSaid() throws Exception {
    StringBuilder csv = new StringBuilder("name,k,none\n");
    for (int i = 0; i < 30; i++) {
      csv.append("row ").append(i).append(",7,\n");
    }
    desk.put("o.csv", csv.toString());
    assertThat(desk.run("inspect @o.csv").out())
        .contains(
            "column name holds nearly as many texts as rows; train sets it aside\n",
            "column k is constant\n",
            "column none holds no value\n");
  }

  @Test
  void flagsThatNameNoColumnAreRefused() {
    for (String flag : List.of("--columns", "--ignore", "--numeric", "--categorical")) {
      Spoken said = desk.run("inspect @d.csv " + flag + " z");
      assertThat(said.err())
          .isEqualTo(
              "gradus: error: " + flag + " z: no such column in d.csv; there are: n, t, when\n");
      assertThat(said.status()).isEqualTo(65);
    }
    assertThat(desk.run("inspect @d.csv --numeric n --categorical n").status()).isEqualTo(64);
  }

  @Test
  void barsShowHowTheNumbersLie() {
    assertThat(SummaryText.bars(List.of(0L, 0L, 1L, 0L, 4L, 4L, 0L, 0L))).isEqualTo(" ▁█ ");
  }
}
