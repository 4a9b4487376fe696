package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.error.DivergedException;
import dev.gradus.error.Divergence;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainRefusalsTest {
  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aDesk() {
    desk = new Desk(folder);
  }

  @Test
  void droppedRowsAreCountedAndNamesKeepTheirBraces() throws Exception {
    desk.put("d.csv", Desk.numbers(30).replaceFirst("a,b", "{a},b") + ",1,low,2\n1,2,high,\n");
    String words = "train @d.csv --target y --epochs 1 --hidden 3 --quiet --out @m.gradus";
    Spoken imputed = desk.run(words + " --missing-target drop");
    assertThat(imputed.out()).contains("missing cells imputed: {a}=1\n");
    assertThat(imputed.out()).contains("1 row dropped by --missing-target drop\n");
    String both = words + " --missing-target drop --missing drop";
    assertThat(desk.run(both).out()).contains("\n1 row dropped by --missing drop\n");
    assertThat(Desk.json(desk.run(both + " --json").out()))
        .containsEntry("dropped_without_target", 1L)
        .containsEntry("dropped_with_missing_cells", 1L);
  }

  @Test
  void aBadCellInAColumnThatIsNotUsedDoesNotMatter() throws Exception {
    String bad = Desk.numbers(30).replace("low", "1").replace("high", "2");
    desk.put("d.csv", bad + "1,2,inf,3\n");
    String words = "train @d.csv --target y --epochs 1 --hidden 3 --quiet --out @m.gradus";
    assertThat(desk.run(words).status()).isEqualTo(65);
    Spoken said = desk.run(words + " --columns a,b");
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
  }

  @Test
  void aDivergedTrainingIsOfferedATenthOfItsRate() {
    DivergedException e =
        new DivergedException(new Divergence(0, 1, 1, "the loss", Double.NaN), "scale");
    assertThat(TrainCommand.smallerRate(e, 1e-3).hint()).hasValue("--learning-rate 0.0001");
    assertThat(TrainCommand.smallerRate(e, 1e6).hint()).hasValue("--learning-rate 100000");
    assertThat(TrainCommand.smallerRate(e, Double.MIN_VALUE).hint()).hasValue("scale");
    assertThat(TrainCommand.smallerRate(e, 1)).hasMessage(e.getMessage());
  }
}
