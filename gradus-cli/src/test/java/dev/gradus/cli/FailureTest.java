package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.DivergedException;
import dev.gradus.error.Divergence;
import dev.gradus.error.FileException;
import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static int status(Throwable thrown) {
    return Failure.of(thrown).status().code();
  }

  @Test
  void eachKindOfTroubleHasItsStatus() {
    Location d = Location.of("d");
    assertThat(status(new ConfigException("flag.value", d, ""))).isEqualTo(64);
    assertThat(status(new ConfigException("config.key", d, ""))).isEqualTo(78);
    assertThat(status(new DataException("csv.ragged", d, ""))).isEqualTo(65);
    assertThat(status(new ModelFormatException("model.damaged", d, ""))).isEqualTo(65);
    assertThat(status(new DivergedException(new Divergence(0, 1, 1, "", 0), ""))).isEqualTo(76);
    assertThat(status(file(FileException.Kind.CANNOT_OPEN))).isEqualTo(66);
    assertThat(status(file(FileException.Kind.CANNOT_CREATE))).isEqualTo(73);
    assertThat(status(file(FileException.Kind.FAILED))).isEqualTo(74);
    assertThat(status(new UncheckedIOException(new IOException("x")))).isEqualTo(74);
    assertThat(status(new OutOfMemoryError("unable to create native thread: x"))).isEqualTo(71);
    assertThat(status(new OutOfMemoryError())).isEqualTo(71);
    assertThat(status(new IllegalArgumentException())).isEqualTo(70);
    assertThat(status(new StackOverflowError())).isEqualTo(70);
  }

  private static FileException file(FileException.Kind kind) {
    return new FileException(kind, "d.csv", "no such file", "did you mean e.csv?", null);
  }

  @Test
  void theTextIsOneLineAndTheHintAnother() {
    assertThat(Failure.of(file(FileException.Kind.CANNOT_OPEN)).text())
        .isEqualTo("gradus: error: d.csv: no such file\nhint: did you mean e.csv?");
    assertThat(Failure.of(new NullPointerException()).text())
        .isEqualTo(
            "gradus: internal error: NullPointerException; please report with --debug output");
  }

  @Test
  void theJsonIsOneLineWithFourFieldsAtMost() {
    DataException ragged =
        new DataException(
            "csv.ragged", Location.line("d\u001b.csv", 3), "2 fields, the first record has 3", "h");
    assertThat(Failure.of(ragged).json())
        .isEqualTo(
            "{\"error\":{\"code\":\"csv.ragged\",\"file\":\"d\\\\u001b.csv\",\"line\":3,"
                + "\"message\":\"d\\\\u001b.csv: line 3: 2 fields, the first record has 3\"}}");
    assertThat(Failure.of(new IllegalStateException("x")).json())
        .isEqualTo("{\"error\":{\"code\":\"internal\",\"message\":\"x\"}}");
  }
}
