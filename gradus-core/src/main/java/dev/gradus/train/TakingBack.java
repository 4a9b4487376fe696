package dev.gradus.train;

import dev.gradus.matrix.Matrix;
import dev.gradus.optimize.Memory;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Overwrites what it is shown with what was kept. */
final class TakingBack implements Memory {
  private final Map<String, double[]> vectors;
  private final Map<String, Double> numbers;
  private final Set<String> left = new HashSet<>(); // kept, and not yet asked for

  TakingBack(TrainingState state) {
    this.vectors = state.vectors();
    this.numbers = state.numbers();
    left.addAll(vectors.keySet());
    left.addAll(numbers.keySet());
  }

  @Override
  public void vector(String name, Matrix vector) {
    double[] kept = vectors.get(name);
    if (kept == null || kept.length != vector.rows() * vector.columns()) {
      throw otherRecipe(name);
    }
    vector.setAll(kept);
    left.remove(name);
  }

  @Override
  public double number(String name, double present) {
    Double kept = numbers.get(name);
    if (kept == null) {
      throw otherRecipe(name);
    }
    left.remove(name);
    return kept;
  }

  /** That all of it found its place. */
  void requireAll() {
    if (!left.isEmpty()) {
      throw otherRecipe(left.stream().sorted().findFirst().orElseThrow());
    }
  }

  private static IllegalArgumentException otherRecipe(String name) {
    return new IllegalArgumentException(
        "the state is of a run with another recipe: " + name + " does not fit");
  }
}
