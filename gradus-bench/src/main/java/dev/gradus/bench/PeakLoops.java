package dev.gradus.bench;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/** The loops of {@link Peak}. Each chain is a variable, so that it stays in a register. */
final class PeakLoops {
  private PeakLoops() {}

  /** 12 chains of float32 multiply-adds, n long; returns something that depends on all. */
  static double float32(int n) {
    FloatVector x = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, 0.5f);
    FloatVector c0 = x.mul(1);
    FloatVector c1 = x.mul(2);
    FloatVector c2 = x.mul(3);
    FloatVector c3 = x.mul(4);
    FloatVector c4 = x.mul(5);
    FloatVector c5 = x.mul(6);
    FloatVector c6 = x.mul(7);
    FloatVector c7 = x.mul(8);
    FloatVector c8 = x.mul(9);
    FloatVector c9 = x.mul(10);
    FloatVector c10 = x.mul(11);
    FloatVector c11 = x.mul(12);
    for (int i = 0; i < n; i++) {
      c0 = c0.fma(x, x);
      c1 = c1.fma(x, x);
      c2 = c2.fma(x, x);
      c3 = c3.fma(x, x);
      c4 = c4.fma(x, x);
      c5 = c5.fma(x, x);
      c6 = c6.fma(x, x);
      c7 = c7.fma(x, x);
      c8 = c8.fma(x, x);
      c9 = c9.fma(x, x);
      c10 = c10.fma(x, x);
      c11 = c11.fma(x, x);
    }
    return c0.add(c1)
        .add(c2)
        .add(c3)
        .add(c4)
        .add(c5)
        .add(c6)
        .add(c7)
        .add(c8)
        .add(c9)
        .add(c10)
        .add(c11)
        .lane(0);
  }

  /** 12 chains of float64 multiply-adds, n long; returns something that depends on all. */
  static double float64(int n) {
    DoubleVector x = DoubleVector.broadcast(DoubleVector.SPECIES_PREFERRED, 0.5);
    DoubleVector c0 = x.mul(1);
    DoubleVector c1 = x.mul(2);
    DoubleVector c2 = x.mul(3);
    DoubleVector c3 = x.mul(4);
    DoubleVector c4 = x.mul(5);
    DoubleVector c5 = x.mul(6);
    DoubleVector c6 = x.mul(7);
    DoubleVector c7 = x.mul(8);
    DoubleVector c8 = x.mul(9);
    DoubleVector c9 = x.mul(10);
    DoubleVector c10 = x.mul(11);
    DoubleVector c11 = x.mul(12);
    for (int i = 0; i < n; i++) {
      c0 = c0.fma(x, x);
      c1 = c1.fma(x, x);
      c2 = c2.fma(x, x);
      c3 = c3.fma(x, x);
      c4 = c4.fma(x, x);
      c5 = c5.fma(x, x);
      c6 = c6.fma(x, x);
      c7 = c7.fma(x, x);
      c8 = c8.fma(x, x);
      c9 = c9.fma(x, x);
      c10 = c10.fma(x, x);
      c11 = c11.fma(x, x);
    }
    return c0.add(c1)
        .add(c2)
        .add(c3)
        .add(c4)
        .add(c5)
        .add(c6)
        .add(c7)
        .add(c8)
        .add(c9)
        .add(c10)
        .add(c11)
        .lane(0);
  }
}
