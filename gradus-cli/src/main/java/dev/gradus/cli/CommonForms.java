package dev.gradus.cli;

import dev.gradus.clinic.Mistake;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Prelu;
import dev.gradus.layer.Softmax;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.model.Normalization;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.sample.StandardSample;
import dev.gradus.tabular.summary.MissingPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Forms of values that more than one command takes. */
final class CommonForms {
  /** The same range as the schedules of the core. */
  static final Form<Double> LEARNING_RATE = RealNumber.above(0).to(1e6);

  /** The activations of the table, and the two that are more than a function of one number. */
  static final Form<Layer> ACTIVATION =
      constant(
          Stream.concat(Stream.of(Activation.values()), Stream.of(Prelu.prelu(), new Softmax()))
              .toArray(Layer[]::new),
          Layer::kind);

  /** The losses of the table; {@code bce_logits} is another name of {@code bce}. */
  static final Form<StandardLoss> LOSS = new LossForm();

  /** {@code none}, {@code batch}, {@code layer}. */
  static final Form<Normalization> NORMALIZATION =
      constant(Normalization.values(), Normalization::toString);

  /** The share of units that dropout drops. */
  static final Form<Double> DROPOUT = RealNumber.from(0).below(1);

  /** The optimizers of the table. */
  static final Form<StandardOptimizer> OPTIMIZER =
      constant(StandardOptimizer.values(), StandardOptimizer::toString);

  /** The schedules of the table. */
  static final Form<Schedule> SCHEDULE = constant(Schedule.values(), Schedule::toString);

  /** The initializers of the table. */
  static final Form<StandardInitializer> INITIALIZER =
      constant(StandardInitializer.values(), StandardInitializer::toString);

  /** Regression or classification. */
  static final Form<Task> TASK =
      constant(Task.values(), task -> task.name().toLowerCase(Locale.ROOT));

  /** The classic mistakes, in lower case. */
  static final Form<Mistake> MISTAKE =
      constant(
          Mistake.all().toArray(Mistake[]::new),
          mistake -> mistake.name().toLowerCase(Locale.ROOT));

  /** Names between commas. */
  static final Form<List<String>> NAMES = new NameList();

  /** One character, or {@code tab}. */
  static final Form<Character> DELIMITER = new OneCharacter();

  /** The decimal mark. */
  static final Form<Character> DECIMAL = Form.oneOf(List.of(".", ",")).as(text -> text.charAt(0));

  /** {@code yes} or {@code no}. */
  static final Form<Boolean> HEADER = Form.oneOf(List.of("yes", "no")).as("yes"::equals);

  /** What becomes of missing cells. */
  static final Form<MissingPolicy> MISSING =
      constant(MissingPolicy.values(), policy -> policy.name().toLowerCase(Locale.ROOT));

  /** The data sets that are made by a formula. */
  static final Form<StandardSample> SAMPLE =
      constant(StandardSample.values(), StandardSample::label);

  /** What becomes of rows without a target. */
  static final Form<String> MISSING_TARGET = Form.oneOf(List.of("drop", "error"));

  private CommonForms() {}

  private static <T> Form<T> constant(T[] constants, Function<T, String> name) {
    List<T> all = List.of(constants);
    List<String> names = all.stream().map(name).toList();
    return Form.oneOf(names).as(text -> all.get(names.indexOf(text)));
  }

  private record LossForm() implements Form<StandardLoss> {
    private static final Form<StandardLoss> TABLE =
        constant(StandardLoss.values(), StandardLoss::toString);

    @Override
    public String wanted() {
      return TABLE.wanted();
    }

    @Override
    public StandardLoss read(String text) throws Misfit {
      return TABLE.read(text.equals("bce_logits") ? "bce" : text);
    }
  }

  private record NameList() implements Form<List<String>> {
    @Override
    public String wanted() {
      return "names between commas";
    }

    @Override
    public List<String> read(String text) throws Misfit {
      List<String> names = new ArrayList<>(Arrays.asList(text.split(",", -1)));
      if (names.contains("")) {
        throw new Misfit("wants " + wanted());
      }
      return List.copyOf(names);
    }
  }

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
