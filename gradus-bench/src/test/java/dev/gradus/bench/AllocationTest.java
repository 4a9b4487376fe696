package dev.gradus.bench;

import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Activation.TANH;
import static dev.gradus.layer.Dense.dense;
import static dev.gradus.loss.StandardLoss.SOFTMAX_CE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gradus.data.BatchSource;
import dev.gradus.data.Dataset;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.BatchNorm;
import dev.gradus.layer.Dropout;
import dev.gradus.layer.LayerNorm;
import dev.gradus.layer.Prelu;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.RowWeights;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Penalty;
import dev.gradus.network.Workspace;
import dev.gradus.optimize.Adam;
import dev.gradus.train.Clipping;
import dev.gradus.train.Length;
import dev.gradus.train.ParameterGroup;
import dev.gradus.train.Trainer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The JVM's own counters: in the steady state neither training nor prediction allocates. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** An epoch, whose end is an event, has more steps than any training here. */
  private static final int ROWS = 33 * 310;

  /**
   * 33 rows and 64 units: packed products, tiles and panels that are not full, shared by threads.
   */
  private final Network network =
      Network.of(64, dense(64, 64), RELU, dense(64, 37), TANH, dense(37, 3));

  /** This thread and the helpers of the teams that there are. */
  private static long[] threads() {
    return LongStream.concat(
            LongStream.of(Thread.currentThread().threadId()),
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("gradus-"))
                .mapToLong(Thread::threadId))
        .toArray();
  }

  /** Bytes that they have allocated so far. */
  private static long allocated(long[] threads) {
    long sum = 0;
    for (long id : threads) {
      sum += Math.max(0, THREADS.getThreadAllocatedBytes(id));
    }
    return sum;
  }

  private static Dataset data(Compute compute) {
    Xoshiro256 random = Xoshiro256.seeded(1);
    Matrix x = compute.matrix(ROWS, 64);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    Matrix target = compute.matrix(ROWS, 3);
    for (int i = 0; i < target.rows(); i++) {
      target.set(i, random.nextInt(3), 1);
    }
    return new Dataset(x, target);
  }

  /** Bytes of a training beyond those of one of no more than one step. */
  private long beyondTheFirstStep(Compute compute, Dataset data, int steps) {
    return training(compute, data, steps) - training(compute, data, 1);
  }

  private long training(Compute compute, Dataset data, int steps) {
    return training(Trainer.of(network, SOFTMAX_CE), compute, data, steps);
  }

  private static long training(Trainer what, Compute compute, Dataset data, int steps) {
    Parameters theta = what.network().initialize(compute, Xoshiro256.seeded(2));
    Trainer recipe =
        what.withOptimizer(Adam.adam())
            .withBatchSize(33)
            .withLength(new Length.Steps(steps))
            .withReportEvery(0);
    BatchSource source = BatchSource.shuffled(data);
    long[] threads = threads();
    long before = allocated(threads);
    recipe.train(theta, source, Xoshiro256.seeded(3), event -> {});
    return allocated(threads) - before;
  }

  /** The least of some rounds: loading a class or compiling a method allocates too, once. */
  private static long bytesOf200Steps(Trainer recipe, Compute compute, Dataset data) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 8 && least != 0; round++) {
      long few = training(recipe, compute, data, 40);
      long many = training(recipe, compute, data, 240);
      least = Math.min(least, Math.abs(many - few));
    }
    return least;
  }

  /** Even in the interpreter: nothing above the kernels allocates. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void stepsOfScalarKernelsAllocateNothing(Precision precision) {
    try (Compute compute = Compute.of(precision, 1, 1)) {
      Dataset data = data(compute);
      Trainer plain = Trainer.of(network, SOFTMAX_CE);
      assertThat(bytesOf200Steps(plain, compute, data)).isZero();
    }
  }

  /**
   * What a step may do besides: layers with memory, penalty, clipping, paces, held norms, weights.
   */
  @Test
  void norDoStepsWithAllThatARecipeMayHave() {
    Network drawing =
        Network.of(
            64,
            dense(64, 64).withoutBias(),
            BatchNorm.batchNorm(),
            RELU,
            new Dropout(0.2),
            dense(64, 37),
            LayerNorm.layerNorm(),
            Prelu.prelu(),
            dense(37, 3));
    Trainer plain = Trainer.of(drawing, SOFTMAX_CE).withPenalty(new Penalty(1e-4, 1e-3));
    Trainer recipe =
        plain.withUpdate(
            plain
                .update()
                .withClipping(Clipping.byNorm(1e-3))
                .withGroups(List.of(new ParameterGroup("W1", 0.5), new ParameterGroup("W3", 0)))
                .withMaxNorm(1));
    try (Compute compute = Compute.of(Precision.FLOAT32, 1, 1)) {
      Dataset data = data(compute).withWeights(RowWeights.ones(ROWS));
      assertThat(bytesOf200Steps(recipe, compute, data)).isZero();
    }
  }

  /**
   * Vectors are objects until they are compiled; a call that is not inlined would box them for
   * ever.
   */
  @ParameterizedTest
  @CsvSource({"FLOAT32, 1", "FLOAT64, 1", "FLOAT32, 2"})
  void compiledStepsOfVectorKernelsAllocateNothing(Precision precision, int threads) {
    try (Compute compute = Compute.of(precision, threads)) {
      Dataset data = data(compute);
      long perStep = Long.MAX_VALUE;
      for (int round = 0; round < 60 && perStep > 0; round++) {
        perStep = Math.max(0, beyondTheFirstStep(compute, data, 300)) / 300;
      }
      assertThat(perStep).as("bytes a step, after 18,000 of them").isZero();
    }
  }

  @Test
  void predictionsOfAFixedNumberOfRowsAllocateNothing() {
    try (Compute compute = Compute.of(Precision.FLOAT32, 1)) {
      Workspace workspace =
          network.workspace(network.initialize(compute, Xoshiro256.seeded(2)), 33);
      long[] threads = threads();
      long bytes = Long.MAX_VALUE;
      for (int round = 0; round < 60 && bytes > 0; round++) {
        long before = allocated(threads);
        for (int i = 0; i < 200; i++) {
          workspace.forward();
        }
        bytes = (allocated(threads) - before) / 200;
      }
      assertThat(bytes).as("bytes a prediction, after 12,000 of them").isZero();
    }
  }
}
