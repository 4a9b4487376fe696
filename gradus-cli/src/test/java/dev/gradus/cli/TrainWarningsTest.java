package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings about a table that is no fair question, as the command gives them. */
class TrainWarningsTest {
  private static final String FEW = " --epochs 2 --hidden 4 --quiet --out @m.gradus";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  /** As titanic: survived, class as number and text, and alive, which is the answer. */
  @BeforeEach
  void aTable() throws Exception {
    desk = new Desk(folder);
    StringBuilder csv = new StringBuilder("survived,pclass,class,age,alive\n");
    SplittableRandom random = new SplittableRandom(8);
    String[] classes = {"First", "Second", "Third"};
    for (int i = 0; i < 150; i++) {
      int number = i * 7 % 3;
      int survived = i * 11 % 5 < 2 ? 1 : 0;
      csv.append(survived).append(',').append(number + 1).append(',').append(classes[number]);
      csv.append(',')
          .append(20 + random.nextInt(0, 40))
          .append(',')
          .append(survived == 1 ? "yes" : "no");
      csv.append('\n');
    }
    desk.put("t.csv", csv.toString());
  }

  @Test
  void theLeakAndTheRepeatAreNamedWithTheirEvidence() {
    Spoken said = desk.run("train @t.csv --target survived" + FEW);
    assertThat(said.status()).isZero();
    assertThat(said.err())
        .isEqualTo(
            """
            gradus: warning: t.csv: column class repeats pclass: each of its 3 values goes with one of the other's in all 150 rows; --ignore class leaves it out
            gradus: warning: t.csv: column alive alone predicts survived: balanced accuracy 1.0000 on 30 held-out rows; if it is known only after the target, --ignore alive
            """);
  }

  @Test
  void underStrictTheFirstIsAnError() throws Exception {
    Spoken said = desk.run("train @t.csv --target survived --strict" + FEW);
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err()).startsWith("gradus: error: t.csv: column class repeats pclass: ");
    assertThat(desk.names()).containsExactly("t.csv");
  }

  @Test
  void withoutThemNothingIsSaid() {
    Spoken said = desk.run("train @t.csv --target survived --strict --ignore class,alive" + FEW);
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
  }

  /** Of other rows than the table's nothing can be held out of it: no column is evidence. */
  @Test
  void besideAFileOfValidationRowsNoNumberAloneIsSuspected() throws Exception {
    desk.put("n.csv", Desk.numbers(150));
    desk.put("v.csv", Desk.numbers(40));
    Spoken said = desk.run("train @n.csv --target y --validation @v.csv --strict" + FEW);
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
    said = desk.run("train @t.csv --target survived --ignore alive --validation @t.csv" + FEW);
    assertThat(said.err()).contains("goes with one of the other's in all 150 rows");
  }

  @Test
  void aReportRepeatsThem() throws Exception {
    desk.run("train @t.csv --target survived --report @r.html" + FEW);
    assertThat(Files.readString(folder.resolve("r.html")))
        .contains("Worth knowing", "column alive alone predicts survived");
  }
}
