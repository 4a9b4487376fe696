package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleRecipeTest {
  @Test
  void bothRecipesTrainTheArticlesNetwork() {
    ArticleRecipe original = ArticleRecipe.original(List.of(16, 32), 1e-3);
    ArticleRecipe improved = ArticleRecipe.improved(List.of(16, 32));
    assertThat(original.network().parameterCount()).isEqualTo(609);
    assertThat(original.network().widths()).containsExactly(1, 16, 16, 32, 32, 1);
    assertThat(improved.network().widths()).isEqualTo(original.network().widths());
    assertThat(original.learningRate().at(9999, 10_000)).isEqualTo(1e-3);
    assertThat(improved.learningRate().at(9999, 10_000))
        .isLessThan(improved.learningRate().at(0, 10_000));
  }

  @Test
  void theGridHasBothEnds() {
    double[] grid = ArticleRecipe.grid();
    assertThat(grid).hasSize(1000);
    assertThat(grid[0]).isEqualTo(-5);
    assertThat(grid[999]).isEqualTo(5);
    double[] sine = new double[1000];
    for (int i = 0; i < 1000; i++) {
      sine[i] = StrictMath.sin(grid[i]);
    }
    assertThat(ArticleRecipe.gridError(sine)).isZero();
    for (int i = 0; i < 1000; i++) {
      sine[i] -= 0.25;
    }
    assertThat(ArticleRecipe.gridError(sine)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void samplesAreSinesOfTheInterval() {
    try (Compute compute = Compute.float64()) {
      Matrix x = compute.matrix(64, 1);
      Matrix y = compute.matrix(64, 1);
      assertThat(ArticleRecipe.samples().next(x, y, Xoshiro256.seeded(1))).isEqualTo(64);
      for (int i = 0; i < 64; i++) {
        assertThat(x.get(i, 0)).isBetween(-5.0, 5.0);
        assertThat(y.get(i, 0)).isEqualTo(StrictMath.sin(x.get(i, 0)));
      }
    }
  }
}
