"""The coefficients and the reference table of dev.gradus.kernel.Elementary.

    python3 elementary.py fit                    prints the polynomials of Elementary, with their errors
    python3 elementary.py table FILE [N [SEED]]  writes N points a function, with values correct to 1/200 ulp

Only the standard library: `decimal` for the functions, a Remez exchange for the polynomials. Nothing is read
from elsewhere, so both outputs are made anew on any machine, in the same digits.
"""

import math
import random
import struct
import sys
from decimal import Decimal as D
from decimal import getcontext, localcontext

getcontext().prec = 70
getcontext().Emin, getcontext().Emax = -999999, 999999

LN2 = D(2).ln()


def pi():
    """Machin: pi = 16 atan(1/5) - 4 atan(1/239)."""
    with localcontext() as c:
        c.prec += 10

        def arctan_of_inverse(n):
            total, power, k = D(0), D(1) / n, 0
            while abs(power) > D(10) ** -(c.prec + 2):
                total += power / (2 * k + 1) * (-1) ** k
                power /= n * n
                k += 1
            return total

        return 16 * arctan_of_inverse(5) - 4 * arctan_of_inverse(239)


# ---------------------------------------------------------------- the functions, to about 50 digits


def wider(digits, f, *arguments):
    """f with some more digits than the context has."""
    with localcontext() as c:
        c.prec += int(digits)
        return f(*arguments)


def small(x):
    """Digits that a difference from 1 loses for this x."""
    return 5 + max(0, -x.adjusted()) if x else 5


def exp(x):
    return x.exp()


def expm1(x):
    if x.adjusted() < -100:
        return x + x * x / 2
    return wider(small(x), lambda: x.exp() - 1)


def log(x):
    return x.ln()


def log1p(x):
    if x and x.adjusted() < -100:
        return x - x * x / 2
    return wider(small(x), lambda: (1 + x).ln())


def tanh(x):
    if x.adjusted() < -100:
        return x - x * x * x / 3
    e = expm1(2 * x)
    return e / (e + 2)


def sigmoid(x):
    return 1 / (1 + (-x).exp())


def erf_series(x):
    """erf x = 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1) / (2n+1)!!, whose terms have one sign."""
    xx = x * x
    term = total = x
    n = 0
    tiny = D(10) ** -(getcontext().prec + 3)
    while abs(term) > abs(total) * tiny:
        n += 1
        term *= 2 * xx / (2 * n + 1)
        total += term
    return 2 / PI.sqrt() * (-xx).exp() * total


def erf(x):
    if not x:
        return x
    if abs(x) > 30:
        return D(1).copy_sign(x)
    return wider(8, erf_series, x)


def erfc(x):
    if x > 30:
        return D(0)
    if x < -30:
        return D(2)
    lost = 8 + (float(x) ** 2 / math.log(10) + 3 if x > 0 else 0)
    return wider(lost, lambda: 1 - erf_series(x)) if x else D(1)


with localcontext() as wide:
    wide.prec = 500
    PI = pi()


# ---------------------------------------------------------------- Remez


def solve(rows, right):
    """Gauss with row exchange."""
    n = len(rows)
    m = [row[:] + [r] for row, r in zip(rows, right)]
    for i in range(n):
        p = max(range(i, n), key=lambda k: abs(m[k][i]))
        m[i], m[p] = m[p], m[i]
        for k in range(i + 1, n):
            q = m[k][i] / m[i][i]
            for j in range(i, n + 1):
                m[k][j] -= q * m[i][j]
    x = [D(0)] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][j] * x[j] for j in range(i + 1, n))) / m[i][i]
    return x


def horner(c, x):
    y = D(0)
    for a in reversed(c):
        y = y * x + a
    return y


def remez(f, weight, a, b, degree, fixed=()):
    """The polynomial of this degree that minimizes max |weight (f - p)| on [a, b]; its first ones may be fixed."""
    first = len(fixed)
    n = degree + 2 - first

    def chebyshev(count):
        return [
            (a + b) / 2 - (b - a) / 2 * D(math.cos(math.pi * i / (count - 1))) for i in range(count)
        ]

    grid = chebyshev(30 * n)
    fs = [f(x) - horner(fixed, x) for x in grid]
    ws = [weight(x) for x in grid]
    chosen = [round(i * (len(grid) - 1) / (n - 1)) for i in range(n)]
    for _ in range(40):
        rows = [
            [grid[k] ** j for j in range(first, degree + 1)] + [(-1) ** i / ws[k]]
            for i, k in enumerate(chosen)
        ]
        *c, level = solve(rows, [fs[k] for k in chosen])
        errors = [w * (y - x**first * horner(c, x)) for x, y, w in zip(grid, fs, ws)]
        extrema = []  # the largest error of each run of one sign
        for k, e in enumerate(errors):
            if extrema and (errors[extrema[-1]] > 0) == (e > 0):
                if abs(e) > abs(errors[extrema[-1]]):
                    extrema[-1] = k
            else:
                extrema.append(k)
        while len(extrema) > n:
            if len(extrema) == n + 1:
                extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
            else:
                k = min(range(len(extrema)), key=lambda i: abs(errors[extrema[i]]))
                del extrema[k : k + 2 if 0 < k < len(extrema) - 1 else k + 1]
        if len(extrema) < n:
            raise ArithmeticError("lost the alternation")
        worst = max(abs(e) for e in errors)
        if extrema == chosen or worst <= abs(level) * D("1.0005"):
            break
        chosen = extrema
    return [*fixed, *c], worst, grid, [y + horner(fixed, x) for x, y in zip(grid, fs)], ws


def fit(name, f, weight, a, b, degree, comment, steps=0):
    """Rounds the first `steps` coefficients one by one, so that the others make up for it; then the rest."""
    c, worst, grid, fs, ws = remez(f, weight, a, b, degree)
    for i in range(steps):
        c = remez(f, weight, a, b, degree, [D(float(x)) for x in c[: i + 1]])[0]
    rounded = [float(x) for x in c]
    after = max(
        abs(w * (y - horner([D(x) for x in rounded], x))) for x, y, w in zip(grid, fs, ws)
    )

    def bits(e):
        return f"2^{math.log2(float(e)):.1f}"

    print(f"{name}: {comment}")
    print(f"  on [{float(a):.6g}, {float(b):.6g}], error {bits(worst)}, {bits(after)} as doubles")
    for i, x in enumerate(rounded):
        print(f"  {name}{i} = {x.hex()}; // {x!r}")


def atanh(s):
    return wider(40, lambda: ((1 + s) / (1 - s)).ln() / 2)


def split(name, x, bits):
    """x = high + low, high with so many bits that its product with 11 bits is exact."""
    scale = D(2) ** (bits - 1 - math.floor(math.log2(float(x))))
    high = (x * scale).to_integral_value() / scale
    print(f"{name}_HIGH = {float(high).hex()}; {name}_LOW = {float(x - high).hex()}")


def fits():
    split("LN2", LN2, 42)
    print("LOG2_E =", float(1 / LN2).hex())
    half = LN2 / 2 * D("1.0002")
    fit(
        "E",
        lambda r: wider(40, lambda: (r.exp() - 1 - r) / (r * r)),
        lambda r: wider(40, lambda: r * r / (r.exp() - 1)),
        -half + D("1e-9"),
        half,
        11,
        "(e^r - 1 - r) / r^2; error relative to e^r - 1",
    )
    s = 6 - 4 * D(2).sqrt()  # 2 (m - 1)/(m + 1) for m = sqrt 2
    fit(
        "L",
        lambda z: wider(20, lambda: (2 * atanh(z.sqrt() / 2) / z.sqrt() - 1) / z),
        lambda z: z,
        D("1e-9"),
        s * s * D("1.0002"),
        7,
        "(2 atanh(s/2)/s - 1)/s^2 in z = s^2; error relative to 2 atanh(s/2)",
        1,
    )
    slope = 2 / PI.sqrt()
    split("TWO_OVER_SQRT_PI", slope, 53)
    fit(
        "F",
        lambda z: (erf(z.sqrt()) / z.sqrt() - slope) / z,
        lambda z: z * z.sqrt() / erf(z.sqrt()),
        D("1e-9"),
        D("1.0002"),
        10,
        "(erf(x)/x - 2/sqrt(pi))/x^2 in z = x^2; error relative to erf",
        3,
    )
    fit(
        "G",
        lambda v: erfc(1 + v).ln(),
        lambda v: erfc(1 + v) / erf(1 + v),
        D("1e-9"),
        D("5"),
        18,
        "ln erfc(1 + v); error relative to erf",
    )
    k = D(2)
    fit(
        "C",
        lambda u: (lambda x: erfc(x) * (x * x).exp() * (x + k))(k * (1 + u) / (1 - u)),
        lambda u: (lambda x: 1 / (erfc(x) * (x * x).exp() * (x + k)))(k * (1 + u) / (1 - u)),
        (D("0.9999") - k) / (D("0.9999") + k),
        (D(28) - k) / (D(28) + k),
        22,
        "(x + 2) e^(x^2) erfc(x) in u = (x - 2)/(x + 2); relative error",
    )
    normal_fits()


def mills(a):
    """e^(a^2/2) Phi(-a), Phi the normal distribution: from 1/2 at 0 down to 1/(a sqrt(2 pi)) far out."""
    if not a:
        return D("0.5")
    lost = 8 + float(a) ** 2 / math.log(10)
    return wider(lost, lambda: (1 - erf_series(a / D(2).sqrt())) * (a * a / 2).exp() / 2)


def root(f, low, high):
    """Where f, positive at low, becomes negative: by bisection."""
    for _ in range(190):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) > 0 else (low, middle)
    return low


def normal_fits():
    """What gelu, x Phi(x), and its derivative, Phi(x) + x phi(x), are made of."""
    peak = 1 / (2 * PI).sqrt()
    zero = root(lambda a: mills(a) - a * peak, D("0.7"), D("0.8"))
    k = D(5)
    split("GELU_ZERO", zero, 53)
    values = {}

    def at(u):
        a = k * (1 + u) / (1 - u)
        if a not in values:
            values[a] = mills(a)
        return a, values[a]

    def p(u):
        a, m = at(u)
        return m * (a + k)

    def s(u):
        a, m = at(u)
        return (m - a * peak) / (zero - a)

    high = (D(40) - k) / (D(40) + k)
    note = "in u = (a - 5)/(a + 5); error relative to (1 + a^2/2) times it, as rounding a^2/2 is in e^(-a^2/2)"

    def weight(f):
        return lambda u: 1 / (f(u) * (1 + at(u)[0] ** 2 / 2))

    fit("P", p, weight(p), D(-1), high, 19, "(a + 5) e^(a^2/2) Phi(-a) " + note, 4)
    fit("S", s, weight(s), D(-1), high, 18, "(e^(a^2/2) Phi(-a) - a phi(0))/(GELU_ZERO - a) " + note, 4)
    exponential_zeros()


def exponential_zeros():
    """Where the derivatives of silu and mish are 0, in two parts, without the minus."""

    def mish(x):
        w = x.exp()
        return -(4 * (1 + x) + w * (6 + 4 * x + 4 * w + w * w))

    split("SILU_ZERO", -root(lambda x: -(1 + x + x.exp()), D(-2), D(-1)), 53)
    x = root(mish, D(-2), D(-1))
    w = x.exp()
    split("MISH_ZERO", -x, 53)
    print("MISH_W0 =", float(w).hex())
    print("MISH_B1 =", float(6 + 4 * x + 8 * w + 3 * w * w).hex())
    print("MISH_B2 =", float(4 + 3 * w).hex())


# ---------------------------------------------------------------- the table

LARGEST = float.fromhex("0x1.fffffffffffffp+1023")
SMALLEST = float.fromhex("0x1p-1074")
NORMAL = float.fromhex("0x1p-1022")
EPSILONS = [2.0**-k for k in (10, 20, 26, 27, 28, 30, 50, 51, 52, 53, 54, 55, 60, 300, 1021, 1022)]
EDGES = [SMALLEST, NORMAL, LARGEST, 1.0, 2.0, 0.5, 1e300, 1e308, 1e-300, 1e-308, *EPSILONS]
STEPS = [(k + 0.5) * math.log(2) for k in (0, 1, 2, 10, 53, 54, 63, 1021, 1022, 1023)]
ROOTS = [2.0 ** (k + 0.5) for k in (-1074, -1073, -1023, -1022, -54, -2, -1, 0, 1, 52, 1022, 1023)]

# name: function, range of most interest, its further edges
FUNCTIONS = {
    "exp": (exp, -20, 20, [*STEPS, 708.39, 709.78271289338397, 745.13321910194122, 744.44, 708.9]),
    "expm1": (expm1, -3, 3, [*STEPS, 36.7, 37.5, 40.0, 709.78271289338397]),
    "log": (log, 0.4, 3, ROOTS),
    "log1p": (log1p, -0.9, 3, [*ROOTS, 0.4142135623730951, 0.2928932188134524, 1 - 2.0**-53]),
    "tanh": (tanh, -3, 3, [*(s / 2 for s in STEPS), 19.06154746539849, 18.7, 22.0]),
    "sigmoid": (sigmoid, -8, 8, [*STEPS, 36.7, 708.39, 709.78, 744.44, 745.13321910194122]),
    "erf": (erf, -3, 3, [0.84375, 1.0, 1.25, 5.863584748755167, 5.92, 6.0]),
    "erfc": (erfc, -1, 8, [0.46875, 0.5, 1.0, 2.0, 4.0, 6.0, 26.543258, 27.226017, 27.3, 28.0]),
}


def inside(name, x):
    return x > 0 if name == "log" else x > -1 if name == "log1p" else True


def points(name, count, source):
    _, low, high, edges = FUNCTIONS[name]
    xs = set()
    for edge in [*EDGES, *edges]:
        below = above = edge
        xs.add(edge)
        for _ in range(2):
            below, above = math.nextafter(below, -math.inf), math.nextafter(above, math.inf)
            xs.update((below, above))
    xs.update([-x for x in xs])
    xs = {x for x in xs if math.isfinite(x) and x and inside(name, x)}
    largest = {"exp": 746, "expm1": 710, "sigmoid": 746, "tanh": 20, "erf": 6, "erfc": 27.5}.get(name, 1e308)
    while len(xs) < count:
        kind = source.random()
        if kind < 0.5:
            x = source.uniform(low, high)
        elif kind < 0.65:
            x = math.ldexp(source.uniform(1, 2), source.randint(-60, 3))
        elif kind < 0.9:
            x = source.uniform(0, largest)
        else:
            x = struct.unpack("<d", struct.pack("<Q", source.getrandbits(63)))[0]
        if kind >= 0.5 and source.random() < 0.5:
            x = -x
        if math.isfinite(x) and x and inside(name, x):
            xs.add(x)
    return sorted(xs)


def reference(name, x):
    """The double nearest to f(x), and what is left of f(x), in hundredths of its unit in the last place."""
    clamped = D(x) if name.startswith("log") else max(D(-1000), min(D(1000), D(x)))
    exact = FUNCTIONS[name][0](clamped)
    y = float(exact)
    rest = 0 if math.isinf(y) else (exact - D(y)) / D(math.ulp(y))
    return y, round(100 * rest)


def table(path, count, seed):
    getcontext().prec = 40
    source = random.Random(seed)
    with open(path, "w", encoding="ascii", newline="\n") as out:
        out.write("# x and the nearest double to f(x) as bits; the rest in 1/100 ulp: elementary.py table\n")
        for name in FUNCTIONS:
            out.write(name + "\n")
            for x in points(name, count, source):
                y, rest = reference(name, x)
                bits = [struct.pack(">d", v).hex() for v in (x, y)]
                out.write(f"{bits[0]} {bits[1]} {rest}\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["fit"]:
        fits()
    elif sys.argv[1:2] == ["table"] and len(sys.argv) > 2:
        table(sys.argv[2], *(int(a) for a in [*sys.argv[3:], *["1600", "20260101"][len(sys.argv) - 3 :]]))
    else:
        print(__doc__)
