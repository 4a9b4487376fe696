package dev.gradus.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a measuring process says: lines {@code RESULT<tab>name<tab>value}, and perhaps {@code
 * NAME<tab>who it is}; all else it prints is passed over.
 *
 * @param name who it is, with version; empty if it does not say
 * @param values by their names, in their order
 */
record Answer(String name, SequencedMap<String, Double> values) {
  private static final String RESULT = "RESULT";
  private static final String NAME = "NAME";

  /** Reads what a process printed. */
  static Answer read(String output) {
    String name = "";
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    for (String line : output.lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals(NAME) && fields.length == 2) {
        name = fields[1];
      } else if (fields[0].equals(RESULT) && fields.length == 3) {
        values.put(fields[1], Double.valueOf(fields[2]));
      }
    }
    return new Answer(name, values);
  }

  /** Says it; {@link #read} understands. */
  static String write(Map<String, Double> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append(RESULT + "\t" + name + "\t" + value + "\n"));
    return text.toString();
  }
}
