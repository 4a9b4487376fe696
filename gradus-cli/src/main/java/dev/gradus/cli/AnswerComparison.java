package dev.gradus.cli;

import dev.gradus.clinic.Clinic;
import dev.gradus.clinic.Diagnosis;
import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Compute;
import dev.gradus.tabular.file.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Another program's answer to a case beside ours: which parts differ, and why they might. */
final class AnswerComparison {
  private static final List<String> PARTS =
      List.of("loss", "output", "dW", "db", "dX", "sgd_losses");

  private final GradientCase stated;
  private final double tolerance;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** One part of the answers, as plain numbers in one order. */
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  private record Part(double[] ours, double[] theirs) {
    /**
     * The greatest difference, relative to our greatest number; a number beside zeros alone too.
     */
    double apart() {
      double greatest = 0;
      double apart = 0;
      for (int i = 0; i < ours.length; i++) {
        greatest = Math.max(greatest, Math.abs(ours[i]));
        apart = Math.max(apart, Math.abs(ours[i] - theirs[i]));
      }
      return apart == 0 ? 0 : Math.min(apart / greatest, Double.MAX_VALUE);
    }
  }

  /**
   * Compares.
   *
   * @param ours our answer
   * @param tolerance up to which a part agrees, relative to its greatest number
   * @param file with their answer; it may leave parts out
   * @throws ModelFormatException if it is no answer to this case
   */
  AnswerComparison(GradientCase stated, Map<String, Object> ours, double tolerance, String file) {
    this.stated = stated;
    this.tolerance = tolerance;
    JsonObject theirs = CaseFile.read(file, "answer");
    theirs.only("id", "loss", "output", "dW", "db", "dX", "sgd_losses");
    if (!theirs.text("id").equals(stated.id())) {
      throw theirs.refuse(
          "answer.id: "
              + Shown.quoted(theirs.text("id"))
              + "; wants the case's, "
              + Shown.quoted(stated.id()));
    }
    for (String key : PARTS) {
      if (theirs.has(key) && ours.containsKey(key)) {
        parts.put(key, part(ours.getOrDefault(key, List.of()), CaseValue.of(theirs, key)));
      }
    }
    if (parts.isEmpty()) {
      throw theirs.refuse("answer: states none of " + String.join(", ", PARTS));
    }
  }

  /** Walks both in step, so that a list of another length is refused with its place. */
  private static Part part(Object ours, CaseValue theirs) {
    List<Double> left = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    walk(ours, theirs, left, right);
    return new Part(array(left), array(right));
  }

  private static void walk(Object ours, CaseValue theirs, List<Double> left, List<Double> right) {
    if (ours instanceof List<?> list) {
      List<CaseValue> others = theirs.list(list.size());
      for (int i = 0; i < list.size(); i++) {
        walk(list.get(i), others.get(i), left, right);
      }
    } else {
      left.add((Double) ours);
      right.add(theirs.number(-Double.MAX_VALUE, Double.MAX_VALUE));
    }
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private boolean agrees(Part part) {
    return part.apart() <= tolerance;
  }

  /** Tells it; whether all that was stated agrees. */
  boolean show(Page page) {
    boolean all = parts.values().stream().allMatch(this::agrees);
    List<Object> values = new ArrayList<>();
    parts.forEach(
        (key, part) -> {
          String verdict = agrees(part) ? "agrees" : "differs";
          page.say("%-10s  %s, greatest difference %s", key, verdict, shown(part.apart()));
          Map<String, Object> value = new LinkedHashMap<>();
          value.put("part", key);
          value.put("agrees", agrees(part));
          value.put("greatest_difference", part.apart());
          values.add(value);
        });
    page.put("id", stated.id());
    page.put("agrees", all);
    page.put("parts", values);
    diagnosis()
        .ifPresent(
            diagnosis -> {
              page.say("clinic: %s", diagnosis.sentence());
              diagnosis.causes().forEach(cause -> page.say("  %s", cause.mistake().sentence()));
              page.put("clinic", diagnosis.sentence());
            });
    return all;
  }

  private static String shown(double number) {
    return number == 0 ? "0" : String.format(Locale.ROOT, "%.1e of the greatest", number);
  }

  /** Where the gradient is stated and wrong. */
  private Optional<Diagnosis> diagnosis() {
    Part weights = parts.get("dW");
    Part biases = parts.get("db");
    if (weights == null || biases == null || (agrees(weights) && agrees(biases))) {
      return Optional.empty();
    }
    double[] theirs = stated.inOrder(weights.theirs, biases.theirs);
    double[] unknown = new double[theirs.length];
    Arrays.fill(unknown, Double.NaN); // no quotients: ours is the one to compare with
    try (Compute compute = Compute.float64()) {
      Clinic clinic = new Clinic(stated.specimen(compute), stated.theta());
      return Optional.of(clinic.diagnose(theirs, unknown));
    }
  }
}
