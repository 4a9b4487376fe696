package dev.gradus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who takes part.
 *
 * @param present ours first
 * @param missing a sentence for each that could not come
 */
record Contestants(List<Contestant> present, List<String> missing) {
  private static final String BENCH = "gradus-bench";

  /** Ours alone. */
  static Contestants ours(Path root) throws IOException, InterruptedException {
    Path work = Files.createDirectories(root.resolve(BENCH).resolve("target/bench"));
    WholeProcess whole = WholeProcess.compile(root.resolve("examples/Sin.java"), work);
    Contestant ours =
        new Contestant(
            "Gradus",
            EnumSet.allOf(Workload.class),
            (workload, threads) ->
                workload == Workload.W1W
                    ? whole.command()
                    : Child.again(
                        List.of(), "measure", workload.label(), Integer.toString(threads)));
    return new Contestants(List.of(ours), List.of());
  }

  /** Ours and the peers that are there. */
  static Contestants all(Path root) throws IOException, InterruptedException {
    List<Contestant> present = new ArrayList<>(ours(root).present());
    List<String> missing = new ArrayList<>();
    numPy(root, present, missing);
    Path peers = root.resolve(BENCH).resolve("target/peers");
    jvm(peers, "DjlPeer", "djl", EnumSet.complementOf(EnumSet.of(Workload.W5)), List.of())
        .ifPresentOrElse(present::add, () -> missing.add(notFetched("DJL with PyTorch")));
    Path model = root.resolve(BENCH).resolve("target/bench/w4.onnx");
    Files.write(model, OnnxModel.of(Workload.W4.shape()));
    jvm(peers, "OnnxPeer", "onnxruntime", EnumSet.of(Workload.W4), List.of(model.toString()))
        .ifPresentOrElse(present::add, () -> missing.add(notFetched("onnxruntime")));
    return new Contestants(present, missing);
  }

  private static String notFetched(String peer) {
    return peer + " is missing: Maven could not fetch it";
  }

  private static void numPy(Path root, List<Contestant> present, List<String> missing)
      throws InterruptedException {
    List<String> python = List.of("python3", "-c", "import numpy; print(numpy.__version__)");
    try {
      Child asked = Child.run(python, Map.of());
      if (asked.status() == 0) {
        Path script = root.resolve(BENCH).resolve("src/main/python/numpy_peer.py");
        present.add(
            new Contestant(
                "NumPy " + asked.output().strip(),
                EnumSet.allOf(Workload.class),
                (workload, threads) -> List.of("python3", script.toString(), workload.label())));
        return;
      }
      missing.add("NumPy is missing: python3 has none");
    } catch (IOException e) {
      missing.add("NumPy is missing: there is no python3");
    }
  }

  /** A peer that Maven has put into a folder of its own, with the classes of its program. */
  private static java.util.Optional<Contestant> jvm(
      Path peers, String program, String folder, Set<Workload> workloads, List<String> more) {
    Path home = peers.resolve(folder);
    if (!Files.exists(home.resolve("classes").resolve(program + ".class"))) {
      return java.util.Optional.empty();
    }
    Contestant.CommandLine command =
        (workload, threads) -> {
          List<String> words = new ArrayList<>(peerJava(home));
          words.addAll(List.of(program, workload.label(), Integer.toString(threads)));
          words.addAll(more);
          return words;
        };
    return java.util.Optional.of(new Contestant(folder, workloads, command));
  }

  /** The start of a command line that runs a peer's program. */
  static List<String> peerJava(Path home) {
    String path = home.resolve("classes") + java.io.File.pathSeparator + home.resolve("lib") + "/*";
    return List.of(Child.tool("java"), "--enable-native-access=ALL-UNNAMED", "-cp", path);
  }
}
