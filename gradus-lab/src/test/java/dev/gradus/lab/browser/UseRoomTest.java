package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    for (String file : new String[] {"model", "onnx", "history"}) {
      tab.click("#download-" + file);
    }
    tab.await("Object.keys(window.saved).length === 3");
    assertThat((String) tab.value("Object.keys(window.saved).sort().join()"))
        .isEqualTo("history.csv,sin.gradus,sin.onnx");
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

  /** The form knows the kinds of the columns, and sends each as a table would write it. */
  @Test
  void datesTimesTruthsAndMissingCellsHaveFieldsOfTheirOwn(@TempDir Path folder) throws Exception {
    StringBuilder csv = new StringBuilder("day,hour,open,size,colour,price\n");
    for (int i = 0; i < 200; i++) {
      csv.append("2024-0%d-1%d,%02d:30:00,%b,".formatted(1 + i % 6, i % 9, i % 24, i % 3 == 0))
          .append(i % 10 == 9 ? "" : String.valueOf(i % 10))
          .append(i % 4 > 0 ? ",red," : ",blue,")
          .append(3 * (i % 10) + i % 2 + 0.5)
          .append('\n');
    }
    Path table = folder.resolve("kinds.csv");
    Files.writeString(table, csv);
    tab.click("#data-table");
    tab.awaitThere(".table-drop input");
    tab.choose(".table-drop input", table);
    tab.await("document.querySelectorAll('.choices .choice').length === 5");
    tab.await("document.querySelector('.figure-title').textContent === 'Predicted and actual'");
    tab.click("#run-step");
    tab.await("document.querySelector('#reading-step').textContent.startsWith('1 /')");
    enter("use");
    tab.click("#use-trained");
    tab.awaitThere("#prediction");

    assertThat(
            (String)
                tab.value(
                    "[0, 1, 2, 3, 4].map((i) => document.querySelector('#row-' + i).type).join()"))
        .isEqualTo("date,time,select-one,number,select-one");
    for (String[] typed :
        new String[][] {
          {"#row-0", "2024-03-01"},
          {"#row-1", "23:15"},
          {"#row-2", "1"},
          {"#row-3", "8"},
          {"#row-4", "blue"}
        }) {
      String before = (String) tab.value("document.querySelector('#prediction').dataset.value");
      tab.type(typed[0], typed[1]);
      tab.await("document.querySelector('#prediction').dataset.value !== '" + before + "'");
    }
    tab.click(".row-field .choice input");
    tab.await("document.querySelector('#row-3').disabled");
    assertThat(tab.is("document.querySelector('.notice.bad')")).isFalse();
    picture("kinds");
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
