package dev.gradus.lab.browser;

/** Numbers as the page shows them: {@code −1.2·10⁻⁷}. */
final class Shown {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Shown() {}

  static double number(String shown) {
    String plain = shown.replace('−', '-').replace("·10", "e").replace('⁻', '-');
    for (int digit = 0; digit < RAISED.length(); digit++) {
      plain = plain.replace(RAISED.charAt(digit), (char) ('0' + digit));
    }
    return Double.parseDouble(plain);
  }
}
