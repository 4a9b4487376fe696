package dev.gradus.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Which kernels serve. Both give the same bits; vector kernels are some twenty times faster in
 * large products, but cost about half a second of compiling.
 */
public enum Provider {
  /** Plain loops: there at once. */
  SCALAR {
    @Override
    Kernels<double[]> float64() {
      return new DoubleKernels();
    }

    @Override
    Kernels<float[]> float32() {
      return new FloatKernels();
    }
  },

  /** The Vector API: for long runs. */
  VECTOR {
    @Override
    Kernels<double[]> float64() {
      return new DoubleVectorKernels();
    }

    @Override
    Kernels<float[]> float32() {
      return new FloatVectorKernels();
    }
  };

  /** {@code -Dgradus.kernel=scalar} or {@code vector} overrides the choice. */
  static final String PROPERTY = "gradus.kernel";

  private static final String MODULE = "jdk.incubator.vector";

  /**
   * Floating-point operations from which compiling the vector kernels pays: half a second of the
   * scalar ones.
   */
  private static final double WORTH_COMPILING = 4e9;

  /**
   * What the runs of known size took so far in this process; changes no bit, only who computes it.
   */
  private static final DoubleAdder COMPUTED = new DoubleAdder();

  abstract Kernels<double[]> float64();

  abstract Kernels<float[]> float32();

  /**
   * Whether the Vector API can be used in this process. The module is read when it is there, and
   * not required: a {@code requires static} would warn each compiler of a program that uses Gradus.
   */
  public static boolean vectorIsThere() {
    Optional<Module> module = ModuleLayer.boot().findModule(MODULE);
    module.ifPresent(Provider.class.getModule()::addReads);
    return module.isPresent();
  }

  /**
   * The better one for a run. Short runs that come again and again, as a service's do, add up.
   *
   * @param flop floating-point operations that the run will take, as far as is known; infinite if
   *     not
   * @throws IllegalArgumentException if the property asks for something that is not there
   */
  public static Provider choose(double flop) {
    Provider chosen = choose(flop, COMPUTED.sum());
    if (Double.isFinite(flop)) {
      COMPUTED.add(flop);
    }
    return chosen;
  }

  static Provider choose(double flop, double before) {
    String wanted = System.getProperty(PROPERTY, "").toLowerCase(Locale.ROOT);
    return switch (wanted) {
      case "" -> before + flop >= WORTH_COMPILING && vectorIsThere() ? VECTOR : SCALAR;
      case "scalar" -> SCALAR;
      case "vector" -> requireVector();
      default ->
          throw new IllegalArgumentException(
              "-D" + PROPERTY + "=" + wanted + ": wants scalar or vector");
    };
  }

  /** For a person: which kernels long runs get, and where SIMD is off how to get it. */
  public static String note() {
    if (choose(Double.POSITIVE_INFINITY, 0) == VECTOR) {
      return "vector, " + DoubleVectorTiles.S.vectorBitSize() + " bits (scalar for short runs)";
    }
    return vectorIsThere()
        ? "scalar, by -D" + PROPERTY + "=scalar"
        : "scalar; for SIMD start java with --add-modules " + MODULE;
  }

  private static Provider requireVector() {
    if (!vectorIsThere()) {
      throw new IllegalArgumentException(
          "-D" + PROPERTY + "=vector: start java with --add-modules " + MODULE);
    }
    return VECTOR;
  }
}
