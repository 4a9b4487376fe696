package dev.gradus.tabular.setting;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Prelu;
import dev.gradus.layer.Softmax;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The functions of the core's tables, by their names. */
public final class NamedFunctions {
  /** The activations of the table, and the two that are more than a function of one number. */
  public static final Form<Layer> ACTIVATION =
      Form.constant(
          Stream.<Layer>concat(
                  Stream.of(Activation.values()), Stream.of(Prelu.prelu(), new Softmax()))
              .toList(),
          Layer::kind);

  /** One activation for all layers, or one for each: {@code relu} or {@code relu,tanh}. */
  public static final Form<List<Layer>> ACTIVATIONS = new ActivationList();

  /** The losses of the table; {@code bce_logits} is another name of {@code bce}. */
  public static final Form<StandardLoss> LOSS = new LossForm();

  /** The optimizers of the table. */
  public static final Form<StandardOptimizer> OPTIMIZER =
      Form.constant(List.of(StandardOptimizer.values()), StandardOptimizer::toString);

  /** The schedules of the table. */
  public static final Form<Schedule> SCHEDULE =
      Form.constant(List.of(Schedule.values()), Schedule::toString);

  /** The initializers of the table. */
  public static final Form<StandardInitializer> INITIALIZER =
      Form.constant(List.of(StandardInitializer.values()), StandardInitializer::toString);

  private NamedFunctions() {}

  private record ActivationList() implements Form<List<Layer>> {
    @Override
    public String wanted() {
      return ACTIVATION.wanted();
    }

    @Override
    public List<Layer> read(String text) throws Misfit {
      List<Layer> layers = new ArrayList<>();
      for (String name : text.split(",", -1)) {
        layers.add(ACTIVATION.read(name));
      }
      return List.copyOf(layers);
    }

    @Override
    public String written(List<Layer> layers) {
      return String.join(",", layers.stream().map(Layer::kind).toList());
    }
  }

  private record LossForm() implements Form<StandardLoss> {
    private static final Form<StandardLoss> TABLE =
        Form.constant(List.of(StandardLoss.values()), StandardLoss::toString);

    @Override
    public String wanted() {
      return TABLE.wanted();
    }

    @Override
    public List<String> names() {
      return TABLE.names();
    }

    @Override
    public StandardLoss read(String text) throws Misfit {
      return TABLE.read(text.equals("bce_logits") ? "bce" : text);
    }
  }
}
