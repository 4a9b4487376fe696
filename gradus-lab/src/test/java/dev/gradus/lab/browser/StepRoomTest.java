package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Workspace;
import dev.gradus.tabular.file.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The room Step through: its numbers are the library's. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
class StepRoomTest extends LabPage {
  private final Map<String, Matrix> expected = new HashMap<>();

  /** The article's pass over the rows and parameters that the page froze, made by the library. */
  private double passOfTheLibrary() throws Exception {
    String text = (String) ofPage("get('api/step').then(JSON.stringify)");
    Map<String, Object> frozen =
        DevTools.map(Json.readWithNulls(text.getBytes(StandardCharsets.UTF_8)));
    Map<String, List<List<Object>>> given = new HashMap<>();
    for (Object matrix : (List<?>) frozen.get("matrices")) {
      given.put((String) DevTools.map(matrix).get("name"), values(DevTools.map(matrix)));
    }
    Network network =
        Network.of(
            1,
            Dense.dense(1, 16),
            Activation.RELU,
            Dense.dense(16, 32),
            Activation.RELU,
            Dense.dense(32, 1));
    Workspace pass = network.workspace(network.zeros(Compute.float64()), given.get("x").size());
    set(pass.x(), given.get("x"));
    set(pass.target(), given.get("y"));
    pass.parameters()
        .views()
        .forEach((name, view) -> set(view, given.get(name.toLowerCase(Locale.ROOT))));
    pass.forward();
    double loss = StandardLoss.MAE.evaluate(pass.prediction(), pass.target(), pass.dPrediction());
    pass.backward();

    expected.putAll(pass.cache());
    pass.gradient()
        .views()
        .forEach((name, view) -> expected.put("d" + name.toLowerCase(Locale.ROOT), view));
    for (int i = 0; i < pass.frames().size(); i++) {
      expected.put("d" + network.outputNames().get(i), pass.frames().get(i).dy());
    }
    return loss;
  }

  @SuppressWarnings("unchecked")
  private static List<List<Object>> values(Map<String, Object> matrix) {
    return (List<List<Object>>) matrix.get("values");
  }

  private static void set(Matrix matrix, List<List<Object>> values) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        matrix.set(i, j, ((Number) values.get(i).get(j)).doubleValue());
      }
    }
  }

  private static String cell(String name, int row, int column) {
    return "[data-matrix=\"%s\"] [data-row=\"%d\"][data-column=\"%d\"]"
        .formatted(name, row, column);
  }

  /** Goes to the step that computes a matrix and reads a number of it, as it is shown. */
  private void compare(String name, int row, int column) throws IOException {
    tab.click("[data-step=\"" + name + "\"]");
    tab.awaitThere(cell(name, row, column));
    double wanted = expected.get(name).get(row, column);
    String shown = tab.text(cell(name, row, column));
    double exact =
        tab.number("document.querySelector('" + cell(name, row, column) + "').dataset.value");

    assertThat(exact)
        .as("%s[%d, %d]", name, row, column)
        .isCloseTo(wanted, within(Math.abs(wanted) * 1e-12));
    assertThat(Shown.number(shown))
        .as("%s[%d, %d] as shown", name, row, column)
        .isCloseTo(wanted, within(Math.abs(wanted) * 5.1e-3));
  }

  @Test
  void twelveNumbersOnThePageAreTheLibrarys() throws Exception {
    enter("step");
    tab.awaitThere("[data-step=\"h1\"]");
    double loss = passOfTheLibrary();

    assertThat(tab.number("document.querySelector('#step-loss').dataset.value"))
        .isCloseTo(loss, within(loss * 1e-12));
    compare("h1", 0, 3);
    compare("a1", 1, 5);
    compare("h2", 0, 2);
    compare("a2", 1, 7);
    compare("h3", 0, 0);
    compare("dh3", 1, 0);
    compare("dw3", 4, 0);
    compare("da2", 0, 6);
    compare("dh2", 1, 9);
    compare("dw2", 3, 11);
    compare("db2", 0, 9);
    compare("dw1", 0, 1);
  }

  /** The gradient of a weight is the sum over the samples; numeric and analytic value agree. */
  @Test
  void aWeightTellsItsGradientAsASumAndFollowsTheHand() throws Exception {
    enter("step");
    tab.click("[data-step=\"h3\"]");
    passOfTheLibrary();
    int row = strongest(expected.get("dw3"));
    tab.click(cell("w3", row, 0));
    tab.awaitThere("#weight-gradient");

    double gradient = tab.number("document.querySelector('#weight-gradient').dataset.value");
    assertThat(gradient).isCloseTo(expected.get("dw3").get(row, 0), within(1e-12));
    assertThat(tab.number("document.querySelector('#weight-numeric').dataset.value"))
        .isCloseTo(gradient, within(1e-6 * Math.abs(gradient)));
    assertThat(tab.text(".verdict")).isIn("pass", "right, at a kink");
    assertThat(tab.is("document.querySelector('#weight math')")).isTrue();
    picture("weight");

    double before = tab.number("document.querySelector('#step-loss').dataset.value");
    double value = tab.number("document.querySelector('#weight-value').value");
    tab.type("#weight-value", String.valueOf(value + 1e-3));
    tab.click("#weight-set");
    tab.awaitThere(".consequence");
    double after = tab.number("document.querySelector('#step-loss').dataset.value");
    assertThat(after - before).isCloseTo(gradient * 1e-3, within(Math.abs(gradient) * 1e-6));
    assertThat(tab.is("document.querySelector('.cell.changed')")).isTrue();
  }

  /** With another x all that follows is another one, too; what does not depend on it stays. */
  @Test
  void anInputIsChangedByHandAndTheRestFollows() throws Exception {
    enter("step");
    tab.click("[data-step=\"h1\"]");
    tab.click(cell("x", 0, 0));
    tab.type("#weight-value", "1.25");
    tab.click("#weight-set");
    tab.await("document.querySelector('" + cell("x", 0, 0) + "').dataset.value === '1.25'");
    tab.awaitThere(".consequence");
    double loss = passOfTheLibrary();

    assertThat(expected.get("x").get(0, 0)).isEqualTo(1.25);
    assertThat(tab.number("document.querySelector('#step-loss').dataset.value"))
        .isCloseTo(loss, within(loss * 1e-12));
    compare("h1", 0, 3);
    compare("h3", 0, 0);
    compare("dw2", 3, 11);
    tab.click("[data-step=\"h1\"]");
    assertThat(tab.is("document.querySelector('[data-matrix=\"h1\"] tr:first-child .changed')"))
        .isTrue();
    assertThat(tab.is("document.querySelector('[data-matrix=\"h1\"] tr:last-child .changed')"))
        .isFalse();
  }

  private static int strongest(Matrix column) {
    int best = 0;
    for (int i = 0; i < column.rows(); i++) {
      if (Math.abs(column.get(i, 0)) > Math.abs(column.get(best, 0))) {
        best = i;
      }
    }
    return best;
  }
}
