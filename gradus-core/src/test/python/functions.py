"""The table of far-out values of Gradus's activations and losses, to be held against them.

    python3 functions.py FILE.gz [N [SEED]]    writes N points x, and every function's value there

Needs mpmath. A line has x, then the functions in the order of the first line, each value the double nearest
to f(x), as bits in hexadecimal; two losses are functions of x and a target, which is the line's number taken
round TARGETS or COUNTS. What is exact in a few operations (relu, mse, hinge) or a multiple of what is
there (selu) is not in the table.
"""

import gzip
import math
import random
import struct
import sys

from mpmath import mp, mpf

mp.prec = 140
TARGETS = [0.0, 1.0, 0.5, 0.1, 0.75, 1.0, 0.0, 0.9999999999999999]
COUNTS = [0.0, 1.0, 2.0, 3.0, 7.0, 20.0, 1.5, 1e6]



def exp(x):
    """Beyond 10,000 nothing differs any more from its limit."""
    return mp.exp(max(min(x, mpf(10000)), mpf(-10000)))


def sigmoid(x):
    return 1 / (1 + exp(-x))


def tanh(x):
    e = mp.expm1(max(min(2 * x, mpf(10000)), mpf(-10000)))
    return e / (e + 2)


def softplus(x):
    return max(x, 0) + mp.log1p(exp(-abs(x)))


def log_cosh(x):
    small = 2 * mp.sinh(x / 2) ** 2 if abs(x) < 1 else None
    return abs(x) + mp.log1p(exp(-2 * abs(x))) - mp.ln2 if small is None else mp.log1p(small)


def phi(x):
    return exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def big_phi(x):
    return mp.erfc(-max(min(x, mpf(1000)), mpf(-1000)) / mp.sqrt(2)) / 2


def mish_slope(x):
    t = tanh(softplus(x))
    return t + x * (1 - t) * (1 + t) * sigmoid(x)


def bce(z, t):
    return (1 - t) * softplus(z) + t * softplus(-z)


def elu(x):
    return mp.expm1(max(x, mpf(-10000))) if x <= 0 else x


def elu_slope(x):
    return exp(x) if x <= 0 else mpf(1)


FUNCTIONS = {
    "elu": lambda x, i: elu(x),
    "elu'": lambda x, i: elu_slope(x),
    "gelu": lambda x, i: x * big_phi(x),
    "gelu'": lambda x, i: big_phi(x) + x * phi(x),
    "silu": lambda x, i: x * sigmoid(x),
    "silu'": lambda x, i: sigmoid(x) * (1 + x * sigmoid(-x)),
    "mish": lambda x, i: x * tanh(softplus(x)),
    "mish'": lambda x, i: mish_slope(x),
    "softplus": lambda x, i: softplus(x),
    "sigmoid": lambda x, i: sigmoid(x),
    "sigmoid'": lambda x, i: sigmoid(x) * sigmoid(-x),
    "tanh": lambda x, i: tanh(x),
    "tanh'": lambda x, i: 4 * sigmoid(2 * x) * sigmoid(-2 * x),
    "log_cosh": lambda x, i: log_cosh(x),
    "bce": lambda x, i: bce(x, mpf(TARGETS[i % 8])),
    "bce'": lambda x, i: sigmoid(x) - mpf(TARGETS[i % 8]),
    "poisson": lambda x, i: exp(x) - mpf(COUNTS[i % 8]) * x,
    "poisson'": lambda x, i: exp(x) - mpf(COUNTS[i % 8]),
}

# Ends of the exponential, where a slope is 0, and where a formula changes.
PLACES = [0.7517915246935645, 1.2784645427610738, 1.1924312145155634, 0.5, 1, 2, 5, 22, 36.7, 37.5, 38.5, 40]
PLACES += [372, 708.4, 709.78, 745.13, 750, 752, 760, 19.06, 354.9, 1.5284645427610738, 1.0284645427610738]
TINY = 5e-324


def mixed(source):
    kind = source.random()
    if kind < 0.22:
        x = source.uniform(0, 8)
    elif kind < 0.35:
        x = source.choice(PLACES) + source.choice([-1, 1]) * 2.0 ** -source.uniform(1, 50)
    elif kind < 0.45:
        x = source.uniform(0, 60)
    elif kind < 0.53:
        x = source.uniform(0, 780)
    elif kind < 0.68:
        x = 2.0 ** source.uniform(-60, 3)
    elif kind < 0.9:
        x = 2.0 ** source.uniform(-1022, 1023.9)
    else:
        x = TINY * source.getrandbits(source.randint(1, 52))
    return x if source.random() < 0.35 else -x


def points(count, source):
    xs = {1e308, -1e308, TINY, -TINY, 0.0, sys.float_info.max, -sys.float_info.max}
    xs |= {s * x for x in [*PLACES, sys.float_info.min] for s in (-1, 1)}
    while len(xs) < count:
        xs.add(mixed(source))
    return sorted(xs)


def nearest(f, x, i):
    """The double nearest to f(x); the extra bits are for differences next to 0 and 1."""
    with mp.workprec(160 + max(0, -math.frexp(x)[1]) + 3 * int(min(abs(x), 800))):
        return round_once(f(mpf(x), i))


def round_once(v):
    """To 53 bits, or fewer where the result is subnormal."""
    if v == 0 or mp.isinf(v):
        return float(v)
    exponent = int(mp.floor(mp.log(abs(v), 2)))
    unit = max(exponent - 52, -1074)
    scaled = int(mp.nint(mp.ldexp(v, -unit)))
    try:
        return math.ldexp(scaled, unit)
    except OverflowError:
        return math.inf if v > 0 else -math.inf


def bits(x):
    return struct.pack(">d", x).hex()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    n, seed = (int(a) for a in [*sys.argv[2:], *["10000", "20260102"][len(sys.argv) - 2 :]])
    with open(sys.argv[1], "wb") as out, gzip.GzipFile("", "wb", 9, out, 0) as z:
        z.write(("x " + " ".join(FUNCTIONS) + "\n").encode())
        for i, x in enumerate(points(n, random.Random(seed))):
            z.write((" ".join(bits(v) for v in [x, *(nearest(f, x, i) for f in FUNCTIONS.values())]) + "\n").encode())
