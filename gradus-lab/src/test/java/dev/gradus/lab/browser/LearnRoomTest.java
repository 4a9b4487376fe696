package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;

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

    assertThat(distance()).isLessThan(0.35);
    // The run is found again by whoever comes later; the token has left the address.
    assertThat((String) tab.value("location.href")).isEqualTo(origin() + "#learn");
    tab.value("location.reload()");
    tab.await("document.querySelector('.run-state')?.textContent === 'Finished.'");
    tab.await("document.querySelector('#panel-learn .curve.series-2')");
    assertThat(distance()).isLessThan(0.35);
    assertThat(tab.is("document.querySelector('.curves canvas')")).isTrue();
    picture("learned");
  }

  @Test
  void oneStepPauseAndResetDoWhatTheySay() throws Exception {
    tab.click("#run-step");
    tab.await("document.querySelector('#reading-step').textContent.startsWith('1 /')");
    tab.type("#speed", "3");
    tab.click("#run-start");
    tab.await("parseInt(document.querySelector('#reading-step').textContent) > 2");
    tab.click("#run-start");
    tab.await("document.querySelector('.run-state').textContent === 'Paused.'");
    tab.click("#run-reset");
    tab.await("document.querySelector('#reading-step').textContent.startsWith('0 /')");
    assertThat(tab.text(".run-state")).isEqualTo("Ready.");
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
