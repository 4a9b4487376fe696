package dev.gradus.tabular.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.util.List;
import org.junit.jupiter.api.Test;

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
