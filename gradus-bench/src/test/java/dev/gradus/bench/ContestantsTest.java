package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestantsTest {
  @TempDir private Path root;

  @BeforeEach
  void example() throws Exception {
    Files.createDirectories(root.resolve("examples"));
    Files.writeString(root.resolve("examples/Sin.java"), "void main() {}");
  }

  @Test
  void aPeerThatWasNotFetchedIsSaidToBeMissing() throws Exception {
    Contestants who = Contestants.all(root);
    assertThat(who.present().getFirst().name()).isEqualTo("Gradus");
    assertThat(who.missing())
        .contains(
            "DJL with PyTorch is missing: Maven could not fetch it",
            "onnxruntime is missing: Maven could not fetch it");
  }

  @Test
  void aPeerThatWasFetchedTakesPart() throws Exception {
    Path peers = root.resolve("gradus-bench/target/peers/onnxruntime/classes");
    Files.createDirectories(peers);
    Files.writeString(peers.resolve("OnnxPeer.class"), "");
    Contestants who = Contestants.all(root);
    assertThat(who.missing()).noneMatch(line -> line.startsWith("onnxruntime"));
    Contestant peer = who.present().getLast();
    assertThat(peer.workloads()).containsExactly(Workload.W4);
    assertThat(peer.command().words(Workload.W4, 2))
        .contains("OnnxPeer", "W4", "2")
        .last()
        .asString()
        .endsWith("w4.onnx");
  }

  @Test
  void oursRunsInAProcessOfItsOwn() throws Exception {
    Contestant ours = Contestants.ours(root).present().getFirst();
    assertThat(ours.command().words(Workload.W2, 2)).endsWith("measure", "W2", "2");
    assertThat(ours.command().words(Workload.W1W, 1)).endsWith("Sin");
  }
}
