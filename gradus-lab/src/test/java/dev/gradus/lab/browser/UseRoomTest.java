package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The room Use: a model goes out as a file and comes in again. */
class UseRoomTest extends LabPage {

  @Test
  void theModelIsDownloadedAndLoadedAgain() throws Exception {
    tab.click("#run-step");
    tab.await("document.querySelector('#reading-step').textContent.startsWith('1 /')");
    enter("use");
    tab.click("#use-trained");
    tab.awaitThere("#prediction");
    String prediction = (String) tab.value("document.querySelector('#prediction').dataset.value");
    tab.value(
        "(() => { window.saved = {}; const make = URL.createObjectURL; let last;"
            + " URL.createObjectURL = (blob) => { last = blob; return make(blob); };"
            + " HTMLAnchorElement.prototype.click = function () { window.saved[this.download] = last; }; })()");
    for (String file : new String[] {"model", "history"}) {
      tab.click("#download-" + file);
    }
    tab.await("Object.keys(window.saved).length === 2");
    assertThat((String) tab.value("Object.keys(window.saved).sort().join()"))
        .isEqualTo("history.csv,sin.gradus");
    assertThat(tab.is("Object.values(window.saved).every((blob) => blob.size > 20)")).isTrue();

    tab.value(
        "(() => { const files = new DataTransfer(); files.items.add(new File([window.saved['sin.gradus']],"
            + " 'mine.gradus')); const field = document.querySelector('input[accept=\".gradus\"]');"
            + " field.files = files.files; field.dispatchEvent(new Event('change')); })()");
    tab.await("document.querySelector('#panel-use .facts').textContent.includes('this page')");
    tab.awaitThere("#prediction");
    assertThat((String) tab.value("document.querySelector('#prediction').dataset.value"))
        .isEqualTo(prediction);
  }

  @Test
  void aFileThatIsNoModelIsRefusedInWords() throws Exception {
    enter("use");
    tab.awaitThere("input[accept='.gradus']");
    tab.value(
        "(() => { const files = new DataTransfer(); files.items.add(new File(['a,b\\n1,2\\n'], 'no.gradus'));"
            + " const field = document.querySelector('input[accept=\".gradus\"]');"
            + " field.files = files.files; field.dispatchEvent(new Event('change')); })()");
    tab.awaitThere(".notice.bad");
    assertThat(tab.text(".notice.bad")).contains("not a Gradus model");
    tab.forgive("422");
  }
}
