package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFolderTest {
  @TempDir Path folder;

  @Test
  void onlyABetterRecipeIsCalledCloser() {
    assertThat(ArticleCommand.nearer(26.4)).isEqualTo("26 times closer to sin(x)");
    assertThat(ArticleCommand.nearer(1.25)).isEqualTo("1.3 times closer to sin(x)");
    assertThat(ArticleCommand.nearer(0.9)).startsWith("no closer to sin(x)");
  }

  @Test
  void aFolderForPicturesThatCannotBeIsRefusedBeforeAnythingIsShown() throws Exception {
    Files.writeString(folder.resolve("taken"), "x");
    Desk desk = new Desk(folder);
    Spoken said = desk.run("article --iterations 10 --quiet --out @taken");
    assertThat(said.status()).isEqualTo(73);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isEqualTo("gradus: error: --out taken: is a file; a folder is wanted\n");
    String unneeded = "article --iterations 10 --quiet --no-pictures --out @taken";
    assertThat(desk.run(unneeded).status()).isZero();
  }

  @Test
  void theFolderIsMadeAndFilled() throws Exception {
    Spoken said = new Desk(folder).run("article --iterations 20 --quiet --out @new/pictures");
    assertThat(said.err()).doesNotContain("error");
    assertThat(said.status()).isZero();
    assertThat(folder.resolve("new/pictures/loss.svg")).isNotEmptyFile();
  }
}
