package dev.gradus.tabular.setting;

import java.util.regex.Pattern;

/** Rows that are not learned from: a share of the table's, or those of a file. */
public sealed interface HeldOut {
  /** A number above 0 and below 1, or a file's name. */
  Form<HeldOut> FORM = new HeldOutForm();

  /**
   * A share of the rows.
   *
   * @param fraction above 0 and below 1
   */
  record Share(double fraction) implements HeldOut {}

  /**
   * All rows of a file.
   *
   * @param name as the user gave it
   */
  record File(String name) implements HeldOut {}

  /** Reads both: what looks like a number is one. */
  record HeldOutForm() implements Form<HeldOut> {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]*(?:[eE][+-]?[0-9]*)?|NaN");
    private static final RealNumber SHARE = RealNumber.above(0).below(1);
    private static final FileName FILE = new FileName(SHARE.wanted() + ", or a file");

    @Override
    public String wanted() {
      return SHARE.wanted() + ", or a file";
    }

    @Override
    public String inShort() {
      return "a number or a file";
    }

    @Override
    public HeldOut read(String text) throws Misfit {
      return NUMBER.matcher(text).matches()
          ? new Share(SHARE.read(text))
          : new File(FILE.read(text));
    }

    @Override
    public String recorded(HeldOut value) {
      return value instanceof File ? FileName.RECORDED : written(value);
    }

    @Override
    public String written(HeldOut value) {
      return switch (value) {
        case Share share -> SHARE.written(share.fraction());
        case File file -> file.name();
      };
    }
  }
}
