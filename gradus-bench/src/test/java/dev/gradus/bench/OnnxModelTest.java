package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxModelTest {
  private final WireReader model = WireReader.of(OnnxModel.of(Shape.of(3, 5, 2)));
  private final WireReader graph = WireReader.of(model.bytes(7).getFirst());

  @Test
  void theModelSaysItsVersions() {
    assertThat(model.numbers(1)).containsExactly(8L);
    assertThat(WireReader.of(model.bytes(8).getFirst()).numbers(2)).containsExactly(13L);
  }

  @Test
  void theGraphIsDenseReluDense() {
    List<WireReader> nodes = graph.bytes(1).stream().map(WireReader::of).toList();
    assertThat(nodes.stream().map(node -> node.texts(4)))
        .containsExactly(List.of("Gemm"), List.of("Relu"), List.of("Gemm"));
    assertThat(nodes.stream().map(node -> node.texts(1)))
        .containsExactly(List.of("x", "W0", "b0"), List.of("h0"), List.of("a0", "W1", "b1"));
    assertThat(nodes.stream().map(node -> node.texts(2)))
        .containsExactly(List.of("h0"), List.of("a0"), List.of("y"));
  }

  @Test
  void theTensorsHaveTheirShapesAndBytes() {
    List<WireReader> tensors = graph.bytes(5).stream().map(WireReader::of).toList();
    assertThat(tensors.stream().map(tensor -> tensor.numbers(1)))
        .containsExactly(List.of(3L, 5L), List.of(5L), List.of(5L, 2L), List.of(2L));
    assertThat(tensors.stream().map(tensor -> tensor.bytes(9).getFirst().length))
        .containsExactly(60, 20, 40, 8);
  }

  @Test
  void inputAndOutputHaveAnyNumberOfRows() {
    for (int field : new int[] {11, 12}) {
      String value = new String(graph.bytes(field).getFirst(), StandardCharsets.ISO_8859_1);
      assertThat(value).startsWith(field == 11 ? "\n\1x" : "\n\1y").contains("\22\1n");
    }
    assertThat(ByteBuffer.wrap(model.bytes(7).getFirst()).hasRemaining()).isTrue();
  }
}
