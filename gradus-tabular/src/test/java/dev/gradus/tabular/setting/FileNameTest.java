package dev.gradus.tabular.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class FileNameTest {
  private static final FileName MODEL = new FileName("a model file");

  @Test
  void anyNameThatTheSystemKnowsIsTaken() throws Exception {
    assertThat(MODEL.read("../a b/m.gradus")).isEqualTo("../a b/m.gradus");
    assertThat(HeldOut.FORM.read("v.csv")).isEqualTo(new HeldOut.File("v.csv"));
  }

  @Test
  void whatCannotBeAPathIsNoName() {
    assertThatExceptionOfType(Form.Misfit.class)
        .isThrownBy(() -> MODEL.read("a\0b"))
        .withMessage("is no name of a file; wants a model file");
    assertThatExceptionOfType(Form.Misfit.class).isThrownBy(() -> HeldOut.FORM.read("a\0b"));
    assertThatExceptionOfType(Form.Misfit.class)
        .isThrownBy(() -> MODEL.read(""))
        .withMessage("wants a model file");
  }

  @Test
  void noPathIsRecorded() {
    assertThat(MODEL.recorded("/home/ada/m.gradus")).isEqualTo("file");
    assertThat(HeldOut.FORM.recorded(new HeldOut.File("/home/ada/v.csv"))).isEqualTo("file");
    assertThat(HeldOut.FORM.recorded(new HeldOut.Share(0.25))).isEqualTo("0.25");
  }
}
