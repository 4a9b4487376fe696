package dev.gradus.layer;

import dev.gradus.matrix.Matrix;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The table of initializers. fan-in is the number of rows, fan-out the number of columns.
 *
 * <p>Why scale at all: a unit h = Σ xᵢ Wᵢ over fan-in independent terms has the variance fan-in ·
 * Var(W) · E[x²]. Unscaled, the signal grows by √fan-in in each layer; scaled by 1/fan-in it stays.
 *
 * <p>The uniform ones are on (−a, a), of variance a²/3, with the variance of their normal siblings.
 */
public enum StandardInitializer implements Initializer {
  /** N(0, 1), whatever the fan: the article's choice, kept to show what scaling is good for. */
  STANDARD_NORMAL {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return Normal.next(random);
    }
  },

  /**
   * N(0, 2 / fan-in): relu passes half of a symmetric signal's square on, the 2 makes up for it.
   *
   * <p>He, Zhang, Ren, Sun (2015), Delving Deep into Rectifiers, eq. 10.
   */
  HE_NORMAL {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return Math.sqrt(2.0 / fanIn) * Normal.next(random);
    }
  },

  /** U(−a, a) with a = √(6 / fan-in), of variance 2 / fan-in: see {@link #HE_NORMAL}. */
  HE_UNIFORM {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return Math.sqrt(6.0 / fanIn) * symmetric(random);
    }
  },

  /** N(0, 2 / (fan-in + fan-out)): see {@link #GLOROT_UNIFORM}. */
  GLOROT_NORMAL {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return Math.sqrt(2.0 / (fanIn + fanOut)) * Normal.next(random);
    }
  },

  /**
   * U(−a, a) with a = √(6 / (fan-in + fan-out)), of variance 2 / (fan-in + fan-out): a compromise
   * between keeping the signal forward (1 / fan-in) and the gradient backward (1 / fan-out).
   *
   * <p>Glorot, Bengio (2010), Understanding the difficulty of training deep feedforward neural
   * networks, eq. 16.
   */
  GLOROT_UNIFORM {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return Math.sqrt(6.0 / (fanIn + fanOut)) * symmetric(random);
    }
  },

  /**
   * N(0, 1 / fan-in): the signal keeps its variance through a linear layer, and with selu through
   * the activation too.
   *
   * <p>LeCun, Bottou, Orr, Müller (1998), Efficient BackProp, eq. 16.
   */
  LECUN_NORMAL {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return Math.sqrt(1.0 / fanIn) * Normal.next(random);
    }
  },

  /** U(−a, a) with a = √(3 / fan-in), of variance 1 / fan-in: see {@link #LECUN_NORMAL}. */
  LECUN_UNIFORM {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return Math.sqrt(3.0 / fanIn) * symmetric(random);
    }
  },

  /** Orthonormal columns, or rows where there are fewer rows: {@link Orthogonal}. */
  ORTHOGONAL {
    @Override
    public void fill(Matrix parameter, RandomGenerator random) {
      Orthogonal.fill(parameter, random);
    }
  },

  /** 0: for biases. All weights 0 would keep all units of a layer alike for ever. */
  ZEROS {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return 0;
    }
  },

  /** 1: for factors, which then change nothing at first. As weights it keeps all units alike. */
  CONSTANT {
    @Override
    double draw(int fanIn, int fanOut, RandomGenerator random) {
      return 1;
    }
  };

  double draw(int fanIn, int fanOut, RandomGenerator random) {
    throw new AssertionError(this + " fills all at once");
  }

  /** Uniform on [−1, 1). */
  private static double symmetric(RandomGenerator random) {
    return 2 * random.nextDouble() - 1;
  }

  @Override
  public void fill(Matrix parameter, RandomGenerator random) {
    for (int i = 0; i < parameter.rows(); i++) {
      for (int j = 0; j < parameter.columns(); j++) {
        parameter.set(i, j, draw(parameter.rows(), parameter.columns(), random));
      }
    }
  }

  /** The name in files and flags: {@code he_normal}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
