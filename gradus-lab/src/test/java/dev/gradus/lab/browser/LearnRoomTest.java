package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room Learn, and the run that goes on to the room Use. */
class LearnRoomTest extends LabPage {

  /** A name that would be a program, were it ever taken for markup. */
  private static final String HOSTILE = "<img src=x onerror=window.hurt=1>";

  /** Mean of |prediction − sin x| over the fit's places. */
  private double distance() throws IOException {
    return ((Number)
            ofPage(
                "store.snapshot.fit.y.reduce((sum, y, i) => sum + Math.abs(y -"
                    + " Math.sin(store.snapshot.fit.x[i])), 0) / store.snapshot.fit.x.length"))
        .doubleValue();
  }

  @Test
  void theArticlesNetworkLearnsUntilTheCurveFits() throws Exception {
    tab.await("document.querySelector('#panel-learn .curve.series-2')");
    assertThat(distance()).isGreaterThan(1);

    tab.click("#run-start");
    tab.await("document.querySelector('#reading-step').textContent.startsWith('10\u202f000')");
    tab.await("document.querySelector('.run-state').textContent === 'Finished.'");
    awaitStore("store.snapshot.step === 10000");

    assertThat(distance()).isLessThan(0.35);
    // The validation stands at the steps at which it was measured, up to the last one.
    awaitStore("store.history.steps.at(-1) === 10000");
    awaitStore("store.history.validationLosses.length === store.history.steps.length");
    awaitStore("store.history.validationLosses.slice(-5).some((loss) => loss !== null)");
    // The run is found again by whoever comes later; the token has left the address.
    assertThat((String) tab.value("location.href")).isEqualTo(origin() + "#learn");
    tab.value("location.reload()");
    tab.await("document.querySelector('.run-state')?.textContent === 'Finished.'");
    tab.await("document.querySelector('#panel-learn .curve.series-2')");
    assertThat(distance()).isLessThan(0.35);
    awaitStore("store.history.validationLosses.slice(-5).some((loss) => loss !== null)");
    assertThat(tab.is("document.querySelector('.curves canvas')")).isTrue();
    picture("learned");
  }

  /** The page is only a window: the run goes on without it, and a second page sees the same one. */
  @Test
  void aRunGoesOnWithoutThePageAndSeveralPagesWatchIt() throws Exception {
    tab.type("#steps", "1000000");
    tab.await(
        "document.querySelector('#reading-step').textContent.endsWith('1\u202f000\u202f000')");
    tab.click("#run-start");
    tab.await("document.querySelector('.run-state').textContent.startsWith('Learning')");
    tab.open("about:blank");
    tab.await("location.href === 'about:blank'");
    try (Tab other = another()) {
      other.open(lab.link());
      other.await("document.querySelector('.run-state')?.textContent.startsWith('Learning')");
      tab.open(lab.link());
      tab.await("document.querySelector('.run-state')?.textContent.startsWith('Learning')");
      other.click("#run-start");
      tab.await("document.querySelector('.run-state').textContent === 'Paused.'");
      other.await("document.querySelector('.run-state').textContent === 'Paused.'");
      tab.await("parseInt(document.querySelector('#reading-step').textContent) > 0");
      assertThat(tab.text("#reading-step")).isEqualTo(other.text("#reading-step"));
      assertThat(other.complaints()).isEmpty();
    }
  }

  @Test
  void theNetworkTellsTheNumbersOfWhatThePointerIsOn() throws Exception {
    tab.awaitThere(".network-picture .units circle");
    tab.value(
        "(() => { const line = document.querySelector('.links line');"
            + " const box = document.querySelector('.network-host').getBoundingClientRect();"
            + " const middle = (a, b) => (Number(line.getAttribute(a)) + Number(line.getAttribute(b))) / 2;"
            + " document.querySelector('.network-host').dispatchEvent(new PointerEvent('pointermove',"
            + " {clientX: box.left + middle('x1', 'x2'), clientY: box.top + middle('y1', 'y2')})); })()");
    tab.await("!document.querySelector('.tip').hidden");

    double weight =
        ((Number) ofPage("store.snapshot.weights.find((block) => block.name === 'W1').values[0]"))
            .doubleValue();
    assertThat(tab.text(".tip")).startsWith("weight w1[0, 0] = ");
    assertThat(Shown.number(tab.text(".tip").substring("weight w1[0, 0] = ".length())))
        .isCloseTo(weight, within(Math.abs(weight) * 1e-5));
  }

  /** A picture's file stands alone: well-formed, with its colours, without the page's classes. */
  @Test
  void eachPictureCanBeSavedAsSvg() throws Exception {
    tab.click("#run-step");
    tab.await("document.querySelectorAll('.layer-card').length === 5");
    tab.value(
        "(() => { window.saved = []; URL.createObjectURL = (blob) => {"
            + " blob.text().then((text) => window.saved.push(text)); return 'about:blank#'; };"
            + " HTMLAnchorElement.prototype.click = function () { window.names = [...(window.names ?? []),"
            + " this.download]; }; })()");
    int pictures =
        (int)
            tab.number(
                "(() => { const all = [...document.querySelectorAll('#panel-learn .save')];"
                    + " all.forEach((button) => button.click()); return all.length; })()");
    assertThat(pictures).isGreaterThanOrEqualTo(13); // fit, loss, network, two for each layer
    tab.await("window.saved.length === " + pictures);

    assertThat(
            tab.is(
                "window.saved.every((text) => { const file = new DOMParser().parseFromString(text,"
                    + " 'image/svg+xml'); return file.documentElement.localName === 'svg' &&"
                    + " !file.querySelector('[class]') && file.querySelector('[stroke], [fill]'); })"))
        .isTrue();
    assertThat((String) tab.value("window.names.join()"))
        .contains("fit.svg", "loss.svg", "network.svg");
  }

  @Test
  void oneStepPauseAndResetDoWhatTheySay() throws Exception {
    tab.click("#run-step");
    tab.await("document.querySelector('#reading-step').textContent.startsWith('1 /')");
    tab.type("#speed", "3");
    awaitStore("store.state.stepsPerSecond > 0"); // before that it could run to its end
    tab.click("#run-start");
    tab.await("parseInt(document.querySelector('#reading-step').textContent) > 2");
    tab.click("#run-start");
    tab.await("document.querySelector('.run-state').textContent === 'Paused.'");
    tab.click("#run-reset");
    tab.await("document.querySelector('#reading-step').textContent.startsWith('0 /')");
    tab.await("document.querySelector('.run-state').textContent === 'Ready.'");
  }

  @Test
  void ownDataIsDroppedLearnedAndScored(@TempDir Path folder) throws Exception {
    Path table = folder.resolve("own.csv");
    StringBuilder csv = new StringBuilder("\"" + HOSTILE + "\",width,kind\n");
    for (int i = 0; i < 60; i++) {
      csv.append(i % 10).append(',').append(i % 7).append(i % 10 < 5 ? ",short\n" : ",long\n");
    }
    Files.writeString(table, csv);
    tab.click("#data-table");
    tab.awaitThere(".table-drop input");
    tab.choose(".table-drop input", table);
    tab.await("document.querySelector('.choices')?.textContent.includes('onerror')");
    tab.await("document.querySelector('.figure-title').textContent === 'Decision regions'");
    tab.click("#run-start");
    tab.await("parseInt(document.querySelector('#reading-step').textContent) > 0");
    tab.await("document.querySelector('.run-state').textContent === 'Finished.'");

    enter("use");
    tab.await("document.querySelector('#prediction')");
    assertThat(tab.text("#prediction")).isIn("short", "long");
    tab.type("#row-0", "9");
    tab.await("document.querySelector('#prediction').textContent === 'long'");
    tab.type("#row-0", "0");
    tab.await("document.querySelector('#prediction').textContent === 'short'");
    tab.choose("#panel-use .drop input[accept='.csv,text/csv']", table);
    tab.await("document.querySelector('#scored')");
    assertThat(tab.text("#scored")).contains("60 rows scored");

    assertThat(tab.is("window.hurt")).as("a column's name ran as a program").isFalse();
    assertThat(tab.is("document.querySelector('img')")).isFalse();
    picture("own-data");
  }
}
