package dev.gradus.cli;

import dev.gradus.clinic.Mistake;
import dev.gradus.layer.Layer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.tabular.sample.StandardSample;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.setting.NameList;
import dev.gradus.tabular.setting.NamedFunctions;
import dev.gradus.tabular.summary.MissingPolicy;
import java.util.List;
import java.util.Locale;

/** Forms of values that more than one command takes. */
final class CommonForms {
  /** The activations of the table, and the two that are more than a function of one number. */
  static final Form<Layer> ACTIVATION = NamedFunctions.ACTIVATION;

  /** The losses of the table; {@code bce_logits} is another name of {@code bce}. */
  static final Form<StandardLoss> LOSS = NamedFunctions.LOSS;

  /** The classic mistakes, in lower case. */
  static final Form<Mistake> MISTAKE =
      Form.constant(Mistake.all(), mistake -> mistake.name().toLowerCase(Locale.ROOT));

  /** Names between commas. */
  static final Form<List<String>> NAMES = NameList.NAMES;

  /** One character, or {@code tab}. */
  static final Form<Character> DELIMITER = new OneCharacter();

  /** The decimal mark. */
  static final Form<Character> DECIMAL = Form.oneOf(List.of(".", ",")).as(text -> text.charAt(0));

  /** {@code yes} or {@code no}. */
  static final Form<Boolean> HEADER = Form.oneOf(List.of("yes", "no")).as("yes"::equals);

  /** What becomes of missing cells. */
  static final Form<MissingPolicy> MISSING =
      Form.constant(
          List.of(MissingPolicy.values()), policy -> policy.name().toLowerCase(Locale.ROOT));

  /** The data sets that are made by a formula. */
  static final Form<StandardSample> SAMPLE =
      Form.constant(List.of(StandardSample.values()), StandardSample::label);

  /** What becomes of rows without a target. */
  static final Form<String> MISSING_TARGET = Form.oneOf(List.of("drop", "error"));

  private CommonForms() {}

  private record OneCharacter() implements Form<Character> {
    @Override
    public String wanted() {
      return "one character, or tab";
    }

    @Override
    public Character read(String text) throws Misfit {
      if (text.equals("tab")) {
        return '\t';
      }
      if (text.length() != 1 || text.equals("\"") || text.isBlank()) {
        throw new Misfit("wants " + wanted());
      }
      return text.charAt(0);
    }
  }
}
