package dev.gradus.tabular.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.onnx.proto.OnnxMl;
import org.junit.jupiter.api.Test;

class ElementTypeTest {
  @Test
  void theNumbersAreThoseOfTheFormat() {
    for (ElementType type : ElementType.values()) {
      assertThat(OnnxMl.TensorProto.DataType.forNumber(type.number())).hasToString(type.toString());
    }
  }

  @Test
  void numbersAreLittleEndian() {
    double[] values = {1.5};
    assertThat(ElementType.FLOAT.bytes(values)).asHexString().isEqualTo("0000C03F");
    assertThat(ElementType.DOUBLE.bytes(values)).asHexString().isEqualTo("000000000000F83F");
    assertThat(ElementType.INT64.bytes(new double[] {-2}))
        .asHexString()
        .isEqualTo("FEFFFFFFFFFFFFFF");
    assertThatIllegalArgumentException().isThrownBy(() -> ElementType.STRING.bytes(values));
  }
}
