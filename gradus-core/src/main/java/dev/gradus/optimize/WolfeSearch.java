package dev.gradus.optimize;

/**
 * A line search for the strong Wolfe conditions. On φ(α) = f(x + α d), with φ′(0) &lt; 0, it looks
 * for a step with
 *
 * <pre>
 * φ(α) ≤ φ(0) + c₁ α φ′(0)        it descends enough for its length
 * |φ′(α)| ≤ c₂ |φ′(0)|            it goes so far that the slope has nearly gone
 * </pre>
 *
 * <p>Such steps exist for every smooth f that is bounded below, if 0 &lt; c₁ &lt; c₂ &lt; 1; the
 * second condition gives (∇f(x + α d) − ∇f(x))ᵀ d ≥ (c₂ − 1) φ′(0) &gt; 0, without which a
 * quasi-Newton matrix would not stay positive.
 *
 * <p>First the step grows until it has passed such a point (algorithm 3.5), then the interval is
 * narrowed (3.6, "zoom") at the minimum of the cubic through values and slopes of both ends (3.59).
 * Where f is not finite the step was too long. Near a minimum the differences of φ drown in its
 * rounding while the slopes are still good; a few ulps of φ(0) are therefore no rise (Hager, Zhang,
 * 2005, A New Conjugate Gradient Method with Guaranteed Descent, section 4).
 *
 * <p>Nocedal, Wright (2006), Numerical Optimization, 2nd edition, chapter 3.5.
 */
final class WolfeSearch {
  private static final int MAX_EVALUATIONS = 40;
  private static final double GROWTH = 2;

  /** An interpolated step keeps this part of the interval away from its ends. */
  private static final double MARGIN = 0.1;

  private static final double ROUNDING = 0x1p-50;

  /** f along the line. */
  interface Line {

    /** Moves to α and evaluates there. */
    void moveTo(double alpha);

    /** φ where it was moved to. */
    double value();

    /** φ′ where it was moved to. */
    double slope();
  }

  /** A point of the line. */
  private record Point(double alpha, double value, double slope) {}

  private final Line line;
  private final double decrease; // c₁
  private final double curvature; // c₂
  private final Point start;
  private int evaluations;

  private WolfeSearch(Line line, double decrease, double curvature, double value, double slope) {
    this.line = line;
    this.decrease = decrease;
    this.curvature = curvature;
    this.start = new Point(0, value, slope);
  }

  /**
   * Searches; the line is then at the step found.
   *
   * @param line at α = 0, with a slope below 0
   * @param first the step to try first, above 0
   * @return whether there is a step that descends; if not, the line is anywhere
   */
  static boolean run(Line line, double first, double decrease, double curvature) {
    WolfeSearch search = new WolfeSearch(line, decrease, curvature, line.value(), line.slope());
    return search.bracket(first);
  }

  private Point at(double alpha) {
    evaluations++;
    line.moveTo(alpha);
    return new Point(alpha, line.value(), line.slope());
  }

  private boolean descends(Point p) {
    double allowed = start.value + decrease * p.alpha * start.slope;
    return p.value <= allowed + ROUNDING * Math.abs(start.value); // false for NaN
  }

  private boolean isFlat(Point p) {
    return Math.abs(p.slope) <= -curvature * start.slope;
  }

  /** Algorithm 3.5. */
  private boolean bracket(double first) {
    Point last = start;
    double alpha = first;
    while (evaluations < MAX_EVALUATIONS) {
      Point p = at(alpha);
      if (!descends(p) || (p.value >= last.value && last.alpha > 0)) {
        return zoom(last, p);
      }
      if (isFlat(p)) {
        return true;
      }
      if (!(p.slope < 0)) {
        return zoom(p, last);
      }
      last = p;
      alpha *= GROWTH;
    }
    return true; // still going down: f seems to have no minimum on this line
  }

  /**
   * Algorithm 3.6.
   *
   * @param low the lowest point known that descends; its slope points to the other end
   * @param high the other end of the interval
   */
  private boolean zoom(Point low, Point high) {
    Point best = low;
    Point other = high;
    while (evaluations < MAX_EVALUATIONS && best.alpha != other.alpha) {
      Point p = at(between(best, other));
      if (!descends(p) || p.value > best.value) {
        other = p;
      } else if (isFlat(p)) {
        return true;
      } else {
        if (p.slope * (other.alpha - best.alpha) >= 0) {
          other = best;
        }
        best = p;
      }
    }
    line.moveTo(best.alpha);
    return best.alpha > 0;
  }

  /** The minimum of the cubic through both, kept inside; the middle where there is none. */
  private static double between(Point a, Point b) {
    double width = b.alpha - a.alpha;
    double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.alpha - b.alpha);
    double d2 = Math.copySign(Math.sqrt(d1 * d1 - a.slope * b.slope), width);
    double part = 1 - (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
    if (!(part >= 0 && part <= 1)) { // NaN too: no minimum, or an end that is not finite
      part = 0.5;
    }
    return a.alpha + width * Math.clamp(part, MARGIN, 1 - MARGIN);
  }
}
