import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * onnxruntime as a peer: {@code OnnxPeer W4 THREADS MODEL}. Input and output tensors are bound
 * once, which is its fastest way. Says NAME and RESULT lines, separated by tabs.
 */
final class OnnxPeer {
  private static final int INPUTS = 784;
  private static final int OUTPUTS = 10;
  private static final int BATCH = 256;
  private static final int CHUNKS = 5;

  /** Input and output, bound. */
  private record Call(OrtSession session, Map<String, OnnxTensor> in, Map<String, OnnxTensor> out) {
    void run() throws OrtException {
      session.run(in, Set.of(), out).close();
    }
  }

  private OnnxPeer() {}

  public static void main(String[] words) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(Integer.parseInt(words[1]));
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    System.out.println("NAME\tonnxruntime " + environment.getVersion());
    try (OrtSession session = environment.createSession(words[2], options)) {
      oneRow(call(environment, session, 1));
      batches(call(environment, session, BATCH));
    }
  }

  private static void say(String metric, double value) {
    System.out.println("RESULT\t" + metric + "\t" + value);
  }

  private static Call call(OrtEnvironment environment, OrtSession session, int rows)
      throws OrtException {
    Random random = new Random(0);
    FloatBuffer x = floats(rows * INPUTS);
    for (int i = 0; i < x.capacity(); i++) {
      x.put(i, (float) random.nextGaussian());
    }
    FloatBuffer y = floats(rows * OUTPUTS);
    OnnxTensor in = OnnxTensor.createTensor(environment, x, new long[] {rows, INPUTS});
    OnnxTensor out = OnnxTensor.createTensor(environment, y, new long[] {rows, OUTPUTS});
    return new Call(session, Map.of("x", in), Map.of("y", out));
  }

  private static FloatBuffer floats(int n) {
    return ByteBuffer.allocateDirect(Float.BYTES * n)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static void oneRow(Call call) throws OrtException {
    long[] nanos = new long[40_000];
    for (int round = 0; round < 2; round++) { // the first one warms up
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        call.run();
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    say("W4_MEDIAN", nanos[nanos.length / 2] / 1e3);
    say("W4_P99", nanos[nanos.length * 99 / 100] / 1e3);
  }

  private static void batches(Call call) throws OrtException {
    double[] rates = new double[CHUNKS];
    for (int chunk = -2; chunk < CHUNKS; chunk++) {
      long start = System.nanoTime();
      for (int i = 0; i < 500; i++) {
        call.run();
      }
      double rate = BATCH * 500 * 1e9 / (System.nanoTime() - start);
      if (chunk >= 0) {
        rates[chunk] = rate;
      }
    }
    Arrays.sort(rates);
    say("W4_BATCH", rates[CHUNKS / 2]);
  }
}
