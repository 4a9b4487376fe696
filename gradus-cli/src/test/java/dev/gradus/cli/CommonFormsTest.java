package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.setting.Form;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommonFormsTest {
  private static void refused(Form<?> form, String text, String message) {
    assertThatExceptionOfType(Form.Misfit.class)
        .isThrownBy(() -> form.read(text))
        .satisfies(misfit -> assertThat(misfit.what()).isEqualTo(message));
  }

  @Test
  void everyConstantIsReadByItsName() throws Exception {
    for (Activation activation : Activation.values()) {
      assertThat(CommonForms.ACTIVATION.read(activation.kind())).isEqualTo(activation);
    }
    for (StandardLoss loss : StandardLoss.values()) {
      assertThat(CommonForms.LOSS.read(loss.toString())).isEqualTo(loss);
    }
    assertThat(CommonForms.LOSS.read("bce_logits")).isEqualTo(StandardLoss.BCE);
    assertThat(Hyperparameters.TASK.form().read("regression")).isEqualTo(Task.REGRESSION);
    refused(
        Hyperparameters.TASK.form(),
        "regresion",
        "wants one of regression, classification; did you mean regression?");
    refused(
        CommonForms.ACTIVATION,
        "RELU",
        "wants one of "
            + Stream.of(Activation.values()).map(Activation::kind).collect(Collectors.joining(", "))
            + ", prelu, softmax; did you mean relu?");
  }

  @Test
  void namesStandBetweenCommas() throws Exception {
    assertThat(CommonForms.NAMES.read("a, b,c")).containsExactly("a", " b", "c");
    for (String text : new String[] {"", ",", "a,", ",a", "a,,b"}) {
      refused(CommonForms.NAMES, text, "wants names between commas");
    }
  }

  @Test
  void aDelimiterIsOneCharacter() throws Exception {
    assertThat(CommonForms.DELIMITER.read("|")).isEqualTo('|');
    for (String text : new String[] {"", ";;", "\"", " ", "\n"}) {
      refused(CommonForms.DELIMITER, text, "wants one character, or tab");
    }
    refused(CommonForms.DECIMAL, ";", "wants one of ., ,");
  }

  @Test
  void rowsWithoutTargetAreDroppedOrRefused() throws Exception {
    assertThat(CommonForms.MISSING_TARGET.read("drop")).isEqualTo("drop");
  }
}
