package dev.gradus.tabular.report;

import dev.gradus.tabular.model.Evaluation;
import dev.gradus.tabular.model.PermutationImportance;
import dev.gradus.train.TrainingEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a report tells, before it is a page.
 *
 * @param target what is predicted: the name of the column
 * @param file the table, as the user gave it
 * @param facts short ones for the head: a label, and what is said of it
 * @param warnings what the user should know
 * @param parts the rows on which the model was judged; at least one, the first is the one to look
 *     at
 * @param refitted whether the model was trained again on all rows after it was judged
 * @param epochs of the training
 * @param importance of the columns, the most important one first
 * @param importanceRows how many rows that was measured on
 * @param columns of the table
 * @param settings with which it was trained
 * @param certificate of the gradient check, empty if there is none
 * @param command that repeats the run
 */
public record ReportData(
    String target,
    String file,
    Map<String, String> facts,
    List<String> warnings,
    List<Part> parts,
    boolean refitted,
    List<TrainingEvent.EpochEnded> epochs,
    List<PermutationImportance> importance,
    int importanceRows,
    List<ReportedColumn> columns,
    Map<String, Object> settings,
    Map<String, Object> certificate,
    String command) {

  /** Copies the collections. */
  public ReportData {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    warnings = List.copyOf(warnings);
    parts = List.copyOf(parts);
    epochs = List.copyOf(epochs);
    importance = List.copyOf(importance);
    columns = List.copyOf(columns);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    certificate = Collections.unmodifiableMap(new LinkedHashMap<>(certificate));
  }

  /**
   * Rows on which the model was judged.
   *
   * @param name which rows: {@code validation}
   * @param evaluation how good it is on them
   * @param answers what it said of them, for each target
   */
  public record Part(String name, Evaluation evaluation, List<Answers> answers) {
    /** Copies the list. */
    public Part {
      answers = List.copyOf(answers);
    }
  }

  /** What was said, beside what came true. */
  public sealed interface Answers {
    /**
     * Numbers.
     *
     * @param target the column
     * @param actual [rows], shared
     * @param predicted [rows], shared
     */
    @SuppressWarnings("ArrayRecordComponent") // shared; equality is not used
    record Values(String target, double[] actual, double[] predicted) implements Answers {}

    /**
     * Classes; how often each was taken for each stands in the evaluation.
     *
     * @param target the column
     * @param classes their names, in their order
     */
    record Classes(String target, List<String> classes) implements Answers {
      /** Copies the list. */
      public Classes {
        classes = List.copyOf(classes);
      }
    }
  }
}
