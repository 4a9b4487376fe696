package dev.gradus.train;

import dev.gradus.matrix.Matrix;
import dev.gradus.optimize.Memory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies what it is shown. */
final class Keeping implements Memory {
  private final Map<String, double[]> vectors = new LinkedHashMap<>();
  private final Map<String, Double> numbers = new LinkedHashMap<>();

  @Override
  public void vector(String name, Matrix vector) {
    requireNew(vectors.put(name, vector.toArray()), name);
  }

  @Override
  public double number(String name, double present) {
    requireNew(numbers.put(name, present), name);
    return present;
  }

  private static void requireNew(@Nullable Object before, String name) {
    if (before != null) {
      throw new IllegalArgumentException("two pieces of a run's memory are called " + name);
    }
  }

  Map<String, double[]> vectors() {
    return vectors;
  }

  Map<String, Double> numbers() {
    return numbers;
  }
}
