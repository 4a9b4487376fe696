package dev.gradus.tabular.setting;

import java.util.Optional;

/**
 * By what rows are held out: drawn, or the last ones by a column.
 *
 * @param timeColumn whose greatest are held out, if not drawn
 */
public record Splitting(Optional<String> timeColumn) {
  /** Drawn. */
  public static final Splitting RANDOM = new Splitting(Optional.empty());

  /** {@code random}, or {@code time:COLUMN}. */
  public static final Form<Splitting> FORM = new SplittingForm();

  private record SplittingForm() implements Form<Splitting> {
    private static final String TIME = "time:";

    @Override
    public String wanted() {
      return "random, or time:COLUMN";
    }

    @Override
    public Splitting read(String text) throws Misfit {
      if (text.equals("random")) {
        return RANDOM;
      }
      if (!text.startsWith(TIME) || text.length() == TIME.length()) {
        throw new Misfit("wants " + wanted());
      }
      return new Splitting(Optional.of(text.substring(TIME.length())));
    }

    @Override
    public String written(Splitting value) {
      return value.timeColumn().map(column -> TIME + column).orElse("random");
    }
  }
}
