package dev.gradus.tabular.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.onnx.proto.OnnxMl;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxGraphTest {
  private final OnnxGraph graph = new OnnxGraph();

  private OnnxMl.GraphProto read() throws Exception {
    return OnnxMl.ModelProto.parseFrom(graph.bytes("a graph")).getGraph();
  }

  @Test
  void aNameThatIsTakenGetsAStroke() throws Exception {
    graph.input("Relu1", ElementType.DOUBLE);
    String relu = graph.node("Relu", List.of("Relu1"));
    assertThat(relu).isEqualTo("Relu1'");
    graph.output("Relu1", relu, ElementType.DOUBLE, 1);
    assertThat(read().getOutput(0).getName()).isEqualTo("Relu1''");
    assertThatIllegalStateException().isThrownBy(() -> graph.input("Relu1", ElementType.STRING));
  }

  @Test
  void aConstantIsWrittenOnceForEachType() throws Exception {
    String one = graph.constant(ElementType.DOUBLE, 1);
    assertThat(graph.constant(ElementType.DOUBLE, 1)).isEqualTo(one);
    assertThat(graph.constant(ElementType.FLOAT, 1)).isNotEqualTo(one);
    assertThat(graph.constant(ElementType.DOUBLE, -0.0))
        .isNotEqualTo(graph.constant(ElementType.DOUBLE, 0.0));
    assertThat(read().getInitializerCount()).isEqualTo(4);
  }

  @Test
  void inputsAreColumnsOfAnyNumberOfRows() throws Exception {
    graph.input("größe", ElementType.STRING);
    OnnxMl.TypeProto.Tensor type = read().getInput(0).getType().getTensorType();
    assertThat(type.getElemType()).isEqualTo(OnnxMl.TensorProto.DataType.STRING_VALUE);
    assertThat(type.getShape().getDim(0).getDimParam()).isEqualTo("n");
    assertThat(type.getShape().getDim(1).getDimValue()).isEqualTo(1);
  }
}
