package dev.gradus.tabular.setting;

import java.util.regex.Pattern;

/**
 * A whole number: an optional sign and ASCII digits, no exponent and no thousands separators.
 *
 * @param from the least that is taken
 * @param to the greatest that is taken
 */
public record WholeNumber(long from, long to) implements Form<Long> {
  private static final Pattern SYNTAX = Pattern.compile("[+-]?[0-9]{1,19}");

  @Override
  public String wanted() {
    return "a whole number from " + from + " to " + to;
  }

  @Override
  public String inShort() {
    return "a whole number";
  }

  @Override
  public Long read(String text) throws Misfit {
    if (SYNTAX.matcher(text).matches()) {
      try {
        long number = Long.parseLong(text);
        if (number >= from && number <= to) {
          return number;
        }
      } catch (NumberFormatException e) {
        // 19 digits beyond a long: outside the range as well
        throw new Misfit("wants " + wanted());
      }
    }
    throw new Misfit("wants " + wanted());
  }
}
