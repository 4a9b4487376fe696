package dev.gradus.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradusExceptionTest {
  private static final Location CELL = Location.cell("d.csv", 3, 2, "b");

  @Test
  void messageIsWhereAndWhat() {
    assertThat(new DataException("csv.number", CELL, "\"x\" is no number; wants one"))
        .hasMessage("d.csv: line 3, column 2 (b): \"x\" is no number; wants one");
    Divergence divergence = new Divergence(40, 3, 12, "the loss", Double.NaN);
    assertThat(new DivergedException(divergence, "scale"))
        .hasMessage("training diverged at epoch 3, batch 12: the loss is NaN")
        .extracting(DivergedException::divergence)
        .isEqualTo(Optional.of(divergence));
    assertThat(new Divergence(40, 0, 0, "W1[0, 1]", Double.NEGATIVE_INFINITY))
        .hasToString("training diverged at step 41: W1[0, 1] is -Infinity");
  }

  @Test
  void codePlaceAndHintAreForPrograms() {
    GradusException plain = new ConfigException("flag.value", CELL, "no");
    assertThat(plain.code()).isEqualTo("flag.value");
    assertThat(plain.location()).isEqualTo(CELL);
    assertThat(plain.hint()).isEmpty();
    assertThat(new ConfigException("flag.value", CELL, "no", "try 1").hint()).contains("try 1");
    assertThat(new DataException("a", CELL, "no", "try 2").hint()).contains("try 2");
    assertThat(new ModelFormatException("a", CELL, "no", "try 3").hint()).contains("try 3");
    assertThat(new ModelFormatException("model.damaged", CELL, "no").code())
        .isEqualTo("model.damaged");
    DivergedException diverged =
        new DivergedException(new Divergence(0, 1, 1, "h1", Double.NaN), "try 4");
    assertThat(diverged.hint()).contains("try 4");
    assertThat(diverged.code()).isEqualTo("training.diverged");
    assertThat(diverged.withHint("try 5").hint()).contains("try 5");
    assertThat(diverged.withHint("try 5")).hasMessage(diverged.getMessage());
    DivergedException other = new DivergedException("gradient.not_finite", CELL, "y is NaN");
    assertThat(other.divergence()).isEmpty();
    assertThat(other.withHint("try 6").hint()).isEmpty();
  }

  @Test
  void fileErrorsTellWhatCouldNotBeDone() {
    Map<FileException.Kind, String> codes =
        Map.of(
            FileException.Kind.CANNOT_OPEN, "file.cannot_open",
            FileException.Kind.CANNOT_CREATE, "file.cannot_create",
            FileException.Kind.FAILED, "file.failed",
            FileException.Kind.LOCKED, "file.locked");
    IOException cause = new IOException("disk full");
    for (FileException.Kind kind : FileException.Kind.values()) {
      FileException e = new FileException(kind, "m.gradus", "cannot be written", null, cause);
      assertThat(e).hasMessage("m.gradus: cannot be written").hasCause(cause);
      assertThat(e.kind()).isEqualTo(kind);
      assertThat(e.code()).isEqualTo(codes.get(kind));
      assertThat(e.location()).isEqualTo(Location.of("m.gradus"));
      assertThat(e.hint()).isEmpty();
    }
  }
}
