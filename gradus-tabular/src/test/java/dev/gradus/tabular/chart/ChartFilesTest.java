package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFilesTest {
  @TempDir Path folder;

  private static List<Path> listed(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void writesBothPicturesAndNothingElse() throws IOException {
    Path deep = folder.resolve("a/b");
    ChartFiles written = ChartFiles.write(deep, "loss", Charts.losses());

    assertThat(written.files()).containsExactly(deep.resolve("loss.svg"), deep.resolve("loss.png"));
    assertThat(written.warnings()).isEmpty();
    assertThat(listed(deep)).containsExactlyInAnyOrderElementsOf(written.files());
    assertThat(deep.resolve("loss.svg")).hasContent(SvgWriter.write(Charts.losses()));
    assertThat(Files.readAllBytes(deep.resolve("loss.png"))).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void keepsTheSvgWherePngIsNotToBeHad() throws IOException {
    Png none = new Png.Unavailable("RuntimeException: Fontconfig head is null");
    ChartFiles written = ChartFiles.write(folder, "loss", Charts.losses(), none);

    assertThat(listed(folder)).containsExactly(folder.resolve("loss.svg"));
    assertThat(written.files()).containsExactly(folder.resolve("loss.svg"));
    assertThat(written.warnings())
        .containsExactly(
            folder.resolve("loss.png")
                + ": not written, RuntimeException: Fontconfig head is null; "
                + folder.resolve("loss.svg")
                + " is there");
  }

  @Test
  void warnsOfPointsThatAreNotShown() {
    double[] ys = {1, Double.NaN, 0, -1};
    Chart chart = Chart.titled("").logYAxis("").line("a", new double[4], ys);
    String where = folder.resolve("c.svg") + ": series \"a\": ";

    assertThat(ChartFiles.write(folder, "c", chart).warnings())
        .containsExactly(
            where + "1 of 4 points are not finite: gaps",
            where + "2 of 4 points are not above 0: not on a log axis");
  }

  @Test
  void refusesNamesThatAreNoNames() {
    for (String name : new String[] {"", " ", "a/b", "..\\a", "a\0"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ChartFiles.write(folder, name, Charts.losses()));
    }
  }

  @Test
  void failsWithThePlaceAsGiven() throws IOException {
    Path file = Files.createFile(folder.resolve("f"));

    assertThatThrownBy(() -> ChartFiles.write(file, "loss", Charts.losses()))
        .isInstanceOf(FileException.class)
        .hasMessage(file + ": is a file; a folder is wanted");
  }
}
