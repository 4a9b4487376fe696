package dev.gradus.bench;

import dev.gradus.data.Xoshiro256;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The three products of a dense layer, through the matrix: squares, and the layers of W1 to W3.
 * Operations per nanosecond are GFLOP/s.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class ProductBenchmark {
  /** Rows × in × out of the layer. */
  @Param({
    "64x64x64",
    "128x128x128",
    "256x256x256",
    "512x512x512",
    "1024x1024x1024",
    "2048x2048x2048",
    "16x1x16",
    "16x16x32",
    "16x32x1",
    "128x784x256",
    "128x256x128",
    "128x128x10",
    "256x1024x1024",
    "256x1024x1"
  })
  private String size;

  /** Of the numbers. */
  @Param({"FLOAT32", "FLOAT64"})
  private Precision precision;

  /** Of the team. */
  @Param({"1", "2"})
  private int threads;

  private Compute compute;
  private Matrix x; // [n × in]
  private Matrix W; // [in × out]
  private Matrix b; // [1 × out]
  private Matrix y; // [n × out]
  private Matrix dy; // [n × out]
  private Matrix dx; // [n × in]
  private Matrix dW; // [in × out]
  private double flop;

  /** Counts floating-point operations; JMH divides by the time. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    /** 2 · n · in · out a product. */
    public double flop;
  }

  /** Draws the operands. */
  @Setup(Level.Trial)
  public void draw() {
    int[] sizes = Arrays.stream(size.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    compute = Compute.of(precision, threads);
    Xoshiro256 random = Xoshiro256.seeded(1);
    x = OurWorkloads.uniform(compute, sizes[0], sizes[1], random);
    W = OurWorkloads.uniform(compute, sizes[1], sizes[2], random);
    b = OurWorkloads.uniform(compute, 1, sizes[2], random);
    dy = OurWorkloads.uniform(compute, sizes[0], sizes[2], random);
    y = compute.matrix(sizes[0], sizes[2]);
    dx = compute.matrix(sizes[0], sizes[1]);
    dW = compute.matrix(sizes[1], sizes[2]);
    flop = 2.0 * sizes[0] * sizes[1] * sizes[2];
  }

  /** Ends the team. */
  @TearDown(Level.Trial)
  public void close() {
    compute.close();
  }

  /** y = x W + b. */
  @Benchmark
  public Matrix affine(Work work) {
    y.setAffine(x, W, b); // [n × in][in × out]
    work.flop += flop;
    return y;
  }

  /** dW = xᵀ dy. */
  @Benchmark
  public Matrix transposeTimes(Work work) {
    dW.setTransposeTimes(x, dy); // [in × n][n × out]
    work.flop += flop;
    return dW;
  }

  /** dx = dy Wᵀ. */
  @Benchmark
  public Matrix timesTranspose(Work work) {
    dx.setTimesTranspose(dy, W); // [n × out][out × in]
    work.flop += flop;
    return dx;
  }
}
