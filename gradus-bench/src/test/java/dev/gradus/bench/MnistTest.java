package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Dataset;
import dev.gradus.matrix.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
  @TempDir private Path folder;

  @Test
  void pixelsAreScaledAndLabelsAreOneHot() throws IOException {
    IdxFiles.images(folder, "t10k", 12);
    Dataset data = Mnist.read(folder, "t10k", Compute.float64());
    assertThat(data.rows()).isEqualTo(12);
    assertThat(data.x().get(3, 3 * 79)).isEqualTo(1);
    assertThat(data.x().get(3, 0)).isZero();
    assertThat(data.target().get(11, 1)).isEqualTo(1);
  }

  @Test
  void aWholeRunLearnsWhatIsEasy() throws Exception {
    IdxFiles.images(folder, "train", 640);
    IdxFiles.images(folder, "t10k", 40);
    List<String> words =
        List.of("--data", folder.toString(), "--epochs", "4", "--threads", "1", "--no-peers");
    assertThat(Mnist.command(words, folder))
        .matches("Gradus: test accuracy 1\\.0000, 4 epochs in [0-9.]+ s, threads 1\\R");
  }

  @Test
  void accuracyIsTheShareOfRowsWithTheRightGreatestTiesGoLow() {
    var compute = Compute.float64();
    var logits = compute.matrix(new double[][] {{1, 2}, {3, 3}, {5, 4}, {0, 1}});
    var target = compute.matrix(new double[][] {{0, 1}, {1, 0}, {0, 1}, {0, 1}});
    assertThat(Mnist.accuracy(logits, target)).isEqualTo(0.75);
  }

  @Test
  void theFolderHasToBeGiven() {
    assertThatThrownBy(() -> Mnist.Wanted.read(List.of("--epochs", "3")))
        .isInstanceOf(WrongUse.class)
        .hasMessage("mnist: wants --data FOLDER, with the four IDX files of MNIST");
    assertThatThrownBy(() -> Mnist.Wanted.read(List.of("--quick"))).isInstanceOf(WrongUse.class);
  }
}
