package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The room Check: red is what is wrong, and nothing else. */
class CheckRoomTest extends LabPage {

  private int cells(String verdict) throws IOException {
    return (int) tab.number("document.querySelectorAll('.heat-cell." + verdict + "').length");
  }

  @Test
  void aPlantedMistakeTurnsItsParametersRedAndTheClinicNamesIt() throws Exception {
    enter("check");
    tab.await("document.querySelectorAll('.heat-cell').length === 609");
    assertThat(cells("fail")).isZero();
    assertThat(cells("pass")).isGreaterThan(200);
    assertThat(tab.text(".verdict-line")).contains("No gradient is wrong");

    tab.click("#plant-BIAS_AVERAGED");
    tab.await("document.querySelectorAll('.heat-cell.fail').length > 0");

    assertThat(tab.number("document.querySelector('#count-fail').dataset.value"))
        .isEqualTo(cells("fail"));
    assertThat(
            (String) tab.value("getComputedStyle(document.querySelector('.heat-cell.fail')).fill"))
        .isEqualTo("rgb(193, 51, 26)");
    // Biases alone are wrong: 16 + 32 + 1 of them at most.
    assertThat(cells("fail")).isBetween(10, 49);
    assertThat(
            tab.is(
                "[...document.querySelectorAll('.heat-picture g:has(> .fail) > .heat-name')].every((name) => name.textContent.startsWith('b'))"))
        .isTrue();
    assertThat(tab.text("#clinic")).contains("the bias's gradient is averaged");
    picture("planted");

    tab.click("#plant-none");
    tab.await("document.querySelectorAll('.heat-cell.fail').length === 0");
  }
}
