package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngWriterTest {

  @Test
  void reportsWhatAMachineWithoutFontsOrAwtThrows() {
    List<Throwable> seen =
        List.of(
            new HeadlessException("no display"),
            new NoClassDefFoundError("Could not initialize class sun.awt.X11FontManager"),
            new UnsatisfiedLinkError("libfreetype.so: cannot open"),
            new ExceptionInInitializerError(new UnsatisfiedLinkError("libawt.so")),
            new InternalError(new RuntimeException("Fontconfig head is null")),
            new AWTError("Can't connect to X11 window server"),
            new Error("Probable fatal error: No physical fonts found."),
            new NullPointerException());
    for (Throwable thrown : seen) {
      Png png = PngWriter.write(Chart.titled(""), chart -> fail(thrown));
      assertThat(png).as("%s", thrown).isInstanceOf(Png.Unavailable.class);
    }
  }

  @Test
  void namesTheRootOfTheTrouble() {
    Error thrown = new InternalError(new RuntimeException("Fontconfig head is null,\ncheck"));

    assertThat(PngWriter.write(Chart.titled(""), chart -> fail(thrown)))
        .isEqualTo(new Png.Unavailable("RuntimeException: Fontconfig head is null, check"));
  }

  /** A Java without the desktop module, as jlink makes one, in a process of its own. */
  @Test
  void keepsTheSvgWhereJavaHasNoAwt(@TempDir Path folder) throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutAwt.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).as(said).isZero();
    assertThat(said).contains("t.png: not written, ClassNotFoundException");
    assertThat(folder.toFile().list()).containsExactly("t.svg");
  }

  /** What that process runs. */
  static final class WithoutAwt {
    private WithoutAwt() {}

    public static void main(String[] arguments) {
      System.out.println(ChartFiles.write(Path.of(arguments[0]), "t", Charts.losses()).warnings());
    }
  }

  @Test
  void doesNotHideALackOfMemory() {
    assertThatThrownBy(
            () -> PngWriter.write(Chart.titled(""), chart -> fail(new OutOfMemoryError("heap"))))
        .isInstanceOf(OutOfMemoryError.class);
  }

  private static Png.Image fail(Throwable thrown) {
    switch (thrown) {
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new AssertionError(thrown);
    }
  }
}
