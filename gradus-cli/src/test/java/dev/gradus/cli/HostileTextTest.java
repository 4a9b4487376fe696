package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import dev.gradus.tabular.table.TableOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and cells of others that would do harm: in terminal, JSON and CSV. */
class HostileTextTest {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String FORMULA = "=cmd|' /C calc'!A0";
  private static final String TURNED = "\u202egnp.exe";
  private static final String ESCAPE = "\u001b]0;title\u0007\u001b[2J";
  private static final String LONG = "x".repeat(10_000);
  private static final List<String> HOSTILE = List.of(SCRIPT, FORMULA, TURNED, ESCAPE, LONG);

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aTableOfThem() throws Exception {
    desk = new Desk(folder);
    StringBuilder csv = new StringBuilder();
    HOSTILE.forEach(name -> csv.append(quoted(name)).append(','));
    csv.append("y\n");
    for (int row = 0; row < 60; row++) {
      for (int column = 0; column < HOSTILE.size(); column++) {
        csv.append(quoted(HOSTILE.get((row + column) % HOSTILE.size()))).append(',');
      }
      csv.append(quoted(HOSTILE.get(row % 2))).append('\n');
    }
    desk.put("d.csv", csv.toString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** No line is long, and nothing in it moves a cursor or turns the direction of writing. */
  private static void harmless(String text) {
    assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(600));
  }

  @Test
  void theTerminalShowsThemEscapedAndCut() {
    for (String words :
        List.of(
            "inspect @d.csv",
            "inspect @d.csv --numeric all",
            "train @d.csv --target y --epochs 1 --hidden 3 --out @m.gradus",
            "train @d.csv --target z --out @m.gradus",
            "info @m.gradus",
            "evaluate @m.gradus @d.csv")) {
      Spoken said = desk.run(words);
      harmless(said.out());
      harmless(said.err());
    }
  }

  @Test
  void inJsonTheyAreWhole() throws Exception {
    Spoken said = desk.run("inspect @d.csv --json");
    List<String> names = Stream.concat(HOSTILE.stream(), Stream.of("y")).toList();
    assertThat(Desk.json(said.out())).containsEntry("names", names);
    assertThat(said.out().strip()).doesNotContainPattern("\\p{Cc}");
  }

  @Test
  void inCsvTheyAreWholeAndNoFormulas() throws Exception {
    desk.run("train @d.csv --target y --epochs 1 --hidden 3 --quiet --out @m.gradus");
    String[] words = {
      "predict", "@m.gradus", "@d.csv", "--keep", String.join(",", HOSTILE), "--out", "@p.csv"
    };
    assertThat(desk.run(words).status()).isZero();
    Table answers =
        Table.read(CsvSource.file(folder.resolve("p.csv").toString()), TableOptions.STANDARD);
    assertThat(answers.names())
        .containsExactly(SCRIPT, "'" + FORMULA, TURNED, ESCAPE, LONG, "prediction");
    for (String name : answers.names()) {
      CategoryColumn column = (CategoryColumn) answers.require(name, "--x");
      assertThat(column.categories())
          .isNotEmpty()
          .isSubsetOf(SCRIPT, "'" + FORMULA, TURNED, ESCAPE, LONG);
    }
  }
}
