package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleCommandTest {
  @TempDir Path folder;

  private Desk desk() {
    return new Desk(folder);
  }

  @Test
  void theArticleIsShownFromTopToBottom() {
    Spoken said = desk().run("article --iterations 200 --no-pictures --quiet");
    assertThat(said.status()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("A network 1-16-32-1 with ReLU", "\n(609,)\n")
        .containsSubsequence(
            "1. Forward",
            "2. Backward",
            "3. Gradient check",
            "4. The same check with 16 samples",
            "5. Training",
            "6. The same network",
            "7. Room to improve")
        .containsSubsequence(
            "  x    (2, 1)\n",
            "  h1   (2, 16)\n",
            "  a1   (2, 16)\n",
            "  h2   (2, 32)\n",
            "  a2   (2, 32)\n",
            "  h3   (2, 1)\n",
            "  y    None\n")
        .containsSubsequence(
            "  dw3  (32, 1)\n",
            "  db3  (1, 1)\n",
            "  dw2  (16, 32)\n",
            "  db2  (1, 32)\n",
            "  dw1  (1, 16)\n",
            "  db1  (1, 16)\n")
        .contains("200 iterations", "(20 recorded)")
        .doesNotContain("8. Pictures");
    Matcher diff = Pattern.compile("\nDiff: (\\S+)\n").matcher(said.out());
    assertThat(diff.find()).isTrue();
    assertThat(Double.parseDouble(diff.group(1))).isBetween(0.0, 1e-9);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theSameSeedSaysTheSameAndAnotherDoesNot() {
    String once = desk().run("article --iterations 50 --no-pictures --quiet").out();
    assertThat(desk().run("article --iterations 50 --no-pictures --quiet --seed 0").out())
        .isEqualTo(once);
    assertThat(desk().run("article --iterations 50 --no-pictures --quiet --seed 1").out())
        .isNotEqualTo(once);
  }

  @Test
  void inJsonItIsOneObject() throws Exception {
    Spoken said = desk().run("article --iterations 30 --no-pictures --quiet --json");
    assertThat(said.out().lines()).hasSize(1);
    Map<String, Object> json = Desk.json(said.out());
    assertThat(json)
        .containsOnlyKeys(
            "parameters", "cache", "gradients", "check", "check_batch", "article", "improved")
        .containsEntry("parameters", 609L);
    Map<String, Object> check = Desk.object(json, "check");
    assertThat(check).containsEntry("fail", 0L).containsEntry("unsure", 0L);
    assertThat(
            Stream.of("pass", "at_kink", "vacuous")
                .mapToLong(verdict -> (Long) check.getOrDefault(verdict, 0L))
                .sum())
        .isEqualTo(609);
    assertThat(Desk.object(json, "cache"))
        .containsEntry("h2", "(2, 32)")
        .containsEntry("y", "None");
    assertThat(Desk.object(json, "article")).containsEntry("recorded", 3L);
  }

  @Test
  void itsSettingsAreHeeded() throws Exception {
    Spoken said =
        desk()
            .run("article --iterations 11 --no-pictures --quiet --json --hidden 3 --batch-size 4");
    Map<String, Object> json = Desk.json(said.out());
    assertThat(json).containsEntry("parameters", 10L);
    assertThat(Desk.object(json, "improved")).containsEntry("recorded", 2L);
  }

  @Test
  void thePicturesAreWrittenAndWellFormed() throws Exception {
    Spoken said = desk().run("article --iterations 20 --quiet --out @new/pictures");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("8. Pictures", "new/pictures/fit.svg", "new/pictures/loss.svg");
    for (String name : List.of("fit", "loss")) {
      Path svg = folder.resolve("new/pictures/" + name + ".svg");
      var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
      assertThat(xml.getDocumentElement().getTagName()).isEqualTo("svg");
    }
    String fit = Files.readString(folder.resolve("new/pictures/fit.svg"));
    assertThat(fit).contains("sin(x)").contains("pred");
    String loss = Files.readString(folder.resolve("new/pictures/loss.svg"));
    assertThat(loss).contains("iteration").contains("improved");
  }

  @Test
  void aFolderThatCannotBeIsSaidBeforeTheWork() throws Exception {
    desk().put("f", "x");
    Spoken said = desk().run("article --iterations 1000000000 --quiet --out @f");
    assertThat(said.err()).isEqualTo("gradus: error: --out f: is a file; a folder is wanted\n");
    assertThat(said.status()).isEqualTo(73);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void aRateFarTooHighKillsEveryUnitAndTheReportStillStands() {
    Spoken said = desk().run("article --iterations 500 --learning-rate 1e6 --quiet --out @p");
    assertThat(said.err()).doesNotContain("internal");
    assertThat(said.status()).isIn(0, 76);
  }

  @Test
  void theAppendixPassesAndShowsItsErrors() throws Exception {
    Spoken said = desk().run("article --appendix");
    assertThat(said.status()).isZero();
    assertThat(said.out())
        .containsSubsequence("A1. Sigmoid", "A2. Binary", "A3. Sigmoid and", "A4.", "A5. Softmax")
        .contains("(E1)", "(E2)")
        .doesNotContain("NaN");
    Map<String, Object> json = Desk.json(desk().run("article --appendix --json").out());
    assertThat(json).containsEntry("passed", true);
    List<?> checks = (List<?>) json.getOrDefault("checks", List.of());
    assertThat(checks).hasSize(9);
    assertThat(checks)
        .allSatisfy(check -> assertThat(String.valueOf(check)).contains("passed=true"));
  }
}
