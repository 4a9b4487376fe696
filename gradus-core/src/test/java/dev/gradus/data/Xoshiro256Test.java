package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Xoshiro256Test {
  private static final Reference PYTHON = Reference.file("xoshiro.txt");

  private static long[] draw(Xoshiro256 random, int n) {
    long[] drawn = new long[n];
    for (int i = 0; i < n; i++) {
      drawn[i] = random.nextLong();
    }
    return drawn;
  }

  @Test
  void drawsWhatTheDefinitionDraws() {
    Xoshiro256 random = Xoshiro256.restored(new long[] {1, 2, 3, 4});
    assertThat(draw(random, 20)).containsExactly(PYTHON.hexadecimal("state.1.2.3.4"));
    // the first by hand: rotl(1 + 4, 23) + 1
    assertThat(Xoshiro256.restored(new long[] {1, 2, 3, 4}).nextLong()).isEqualTo((5L << 23) + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE})
  void seedsAreSpreadBySplitMix64(long seed) {
    Xoshiro256 random = Xoshiro256.seeded(seed);
    assertThat(random.state()).containsExactly(PYTHON.hexadecimal("seeded." + seed + ".state"));
    assertThat(draw(random, 20)).containsExactly(PYTHON.hexadecimal("seeded." + seed));
  }

  @Test
  void restoredGoesOnWhereTheOtherWas() {
    Xoshiro256 random = Xoshiro256.seeded(7);
    draw(random, 13);
    Xoshiro256 resumed = Xoshiro256.restored(random.state());
    assertThat(draw(resumed, 100)).containsExactly(draw(random, 100));
  }

  @Test
  void stateIsACopyOnBothWays() {
    long[] state = {1, 2, 3, 4};
    Xoshiro256 random = Xoshiro256.restored(state);
    state[0] = 99;
    random.state()[1] = 99;
    assertThat(random.state()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void statesThatAreNoneAreRefused() {
    for (long[] bad : List.of(new long[4], new long[3], new long[] {1, 2, 3, 4, 5})) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Xoshiro256.restored(bad))
          .withMessage("a state has four words, not all 0");
    }
  }

  @Test
  void doublesAreTheUpperFiftyThreeBits() {
    Xoshiro256 random = Xoshiro256.seeded(1);
    for (long bits : draw(Xoshiro256.seeded(1), 1000)) {
      double expected = (bits >>> 11) / 9007199254740992.0; // 2⁵³
      assertThat(random.nextDouble()).isEqualTo(expected).isBetween(0.0, Math.nextDown(1.0));
    }
  }

  @Test
  void doublesAreUniform() {
    Xoshiro256 random = Xoshiro256.seeded(2);
    int n = 200_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble();
      sum += u;
      squares += u * u;
    }
    // four standard errors: Var u = 1/12, Var u² = 4/45
    assertThat(sum / n).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / n)));
    assertThat(squares / n).isCloseTo(1.0 / 3, within(4 * Math.sqrt(4.0 / 45 / n)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 10, 64, 100})
  void boundedIntegersAreEven(int bound) {
    Xoshiro256 random = Xoshiro256.seeded(3);
    int n = 100_000;
    int[] counts = new int[bound];
    for (int i = 0; i < n; i++) {
      counts[random.nextInt(bound)]++;
    }
    double expected = (double) n / bound;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    int freedom = bound - 1; // χ² has mean f and variance 2 f
    assertThat(chiSquare).isBetween(0.0, freedom + 5 * Math.sqrt(2.0 * freedom));
  }

  /** Of 2³² = 8 · 2²⁹ words 3 · 2²⁹ values would get 3, 3, 2, 3, 3, 2, … without redrawing. */
  @Test
  void hugeBoundsAreEvenToo() {
    Xoshiro256 random = Xoshiro256.seeded(4);
    int bound = 3 << 29;
    int n = 60_000;
    int[] thirds = new int[3];
    for (int i = 0; i < n; i++) {
      int value = random.nextInt(bound);
      assertThat(value).isBetween(0, bound - 1);
      thirds[value % 3]++;
    }
    for (int third : thirds) {
      assertThat(third).isCloseTo(n / 3, within((int) (4 * Math.sqrt(n * 2.0 / 9))));
    }
  }

  /** With s₀ = s₃ = 0 the first draw is 0. */
  @Test
  void aDrawThatWouldBeUnevenIsDrawnAgain() {
    // bound 3: 2³² mod 3 = 1, so the only product that is refused is 0, from upper bits 0
    Xoshiro256 zeroFirst = Xoshiro256.restored(new long[] {0, 1, 2, 0});
    Xoshiro256 twin = Xoshiro256.restored(new long[] {0, 1, 2, 0});
    assertThat(twin.nextLong() >>> 32).isZero();
    zeroFirst.nextInt(3);
    List<Long> drawn = new ArrayList<>();
    while (!java.util.Arrays.equals(twin.state(), zeroFirst.state()) && drawn.size() < 10) {
      drawn.add(twin.nextLong());
    }
    assertThat(drawn).as("draws beyond the first").isNotEmpty().hasSizeLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void boundsBelowOneAreRefused(int bound) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Xoshiro256.seeded(1).nextInt(bound))
        .withMessage("bound " + bound + ": wants 1 or more");
  }
}
