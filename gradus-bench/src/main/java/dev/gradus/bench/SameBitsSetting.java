package dev.gradus.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to run: what imitates another machine, with which kernels, on how many threads.
 *
 * @param mode what is imitated, for messages
 * @param options of the JVM
 * @param module whether the Vector API is there
 * @param threads of the run
 * @param slow whether only the tiny problem is bearable
 */
record SameBitsSetting(
    String mode, List<String> options, boolean module, int threads, boolean slow) {
  private static final List<Integer> THREADS = List.of(1, 2, 3, 4, 8);

  /**
   * What is imitated, and how.
   *
   * @param slow whether fused multiply-adds or everything take hundreds of times longer
   */
  private record Mode(String name, boolean slow, List<String> options) {
    Mode(String name, boolean slow, String... options) {
      this(name, slow, List.of(options));
    }
  }

  /** The kernels: the two providers with the module, and what there is without it. */
  private record Kernel(String name, boolean module, List<String> options) {
    Kernel(String name, boolean module, String... options) {
      this(name, module, List.of(options));
    }
  }

  private static final List<Mode> MACHINES =
      List.of(
          new Mode("as it is", false),
          new Mode("without AVX and FMA", true, "-XX:UseAVX=0"),
          new Mode("AVX 1", false, "-XX:UseAVX=1"),
          new Mode("AVX 2", false, "-XX:UseAVX=2"),
          new Mode("AVX 3", false, "-XX:UseAVX=3"),
          new Mode("interpreted", true, "-Xint"),
          new Mode("C1 alone", false, "-XX:TieredStopAtLevel=1"),
          new Mode(
              "without libm", false, "-XX:+UnlockDiagnosticVMOptions", "-XX:-UseLibmIntrinsic"));

  private static final List<Kernel> KERNELS =
      List.of(
          new Kernel("vector", true, "-Dgradus.kernel=vector"),
          new Kernel("scalar", true, "-Dgradus.kernel=scalar"),
          new Kernel("no module", false));

  private static final List<Mode> OTHERS =
      List.of(
          new Mode("serial collector", false, "-XX:+UseSerialGC"),
          new Mode("parallel collector", false, "-XX:+UseParallelGC"),
          new Mode("G1", false, "-XX:+UseG1GC"),
          new Mode("Z", false, "-XX:+UseZGC"),
          new Mode("Shenandoah", false, "-XX:+UseShenandoahGC"),
          new Mode("Turkish", false, "-Duser.language=tr", "-Duser.country=TR"),
          new Mode("Arabic of Egypt", false, "-Duser.language=ar", "-Duser.country=EG"),
          new Mode("German", false, "-Duser.language=de", "-Duser.country=DE"));

  /** The whole matrix: machines × kernels × threads; collectors and locales × some threads. */
  static List<SameBitsSetting> all() {
    List<SameBitsSetting> all = new ArrayList<>();
    for (Mode machine : MACHINES) {
      for (Kernel kernel : KERNELS) {
        for (int threads : THREADS) {
          all.add(of(machine, kernel, threads));
        }
      }
    }
    for (Mode other : OTHERS) {
      for (int threads : List.of(1, 3)) {
        all.add(of(other, KERNELS.getFirst(), threads));
      }
    }
    return all;
  }

  private static SameBitsSetting of(Mode mode, Kernel kernel, int threads) {
    List<String> options = new ArrayList<>(List.of("-XX:+IgnoreUnrecognizedVMOptions"));
    options.addAll(mode.options());
    options.addAll(kernel.options());
    String name = mode.name() + ", " + kernel.name() + ", threads " + threads;
    return new SameBitsSetting(name, options, kernel.module(), threads, mode.slow());
  }

  /** The words that train in a process of this kind. */
  List<String> command() {
    List<String> command = new ArrayList<>(List.of(Child.tool("java")));
    if (module) {
      command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    }
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(SameBits.PART, Integer.toString(threads), slow ? "tiny" : "all"));
    return command;
  }
}
