package dev.gradus.lab.room;

import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Verdict;
import java.util.List;

/** Verdicts in one word and in one letter. */
final class Verdicts {
  private Verdicts() {}

  static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass pass -> "pass";
      case Verdict.AtKink kink -> "kink";
      case Verdict.Vacuous vacuous -> "vacuous";
      case Verdict.Unsure unsure -> "unsure";
      case Verdict.Fail fail -> "fail";
    };
  }

  static char letter(Verdict verdict) {
    return word(verdict).charAt(0);
  }

  static List<Kink> kinks(Verdict verdict) {
    return switch (verdict) {
      case Verdict.AtKink kink -> kink.kinks();
      case Verdict.Unsure unsure -> unsure.kinks();
      case Verdict.Fail fail -> fail.kinks();
      case Verdict.Pass pass -> List.of();
      case Verdict.Vacuous vacuous -> List.of();
    };
  }
}
