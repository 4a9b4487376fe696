package dev.gradus.train;

import dev.gradus.matrix.Matrix;
import dev.gradus.optimize.Memory;

/** The memory of one of several running optimizers: its number stands before each name. */
record Grouped(Memory all, int group) implements Memory {

  @Override
  public void vector(String name, Matrix vector) {
    all.vector(group + "." + name, vector);
  }

  @Override
  public double number(String name, double present) {
    return all.number(group + "." + name, present);
  }
}
