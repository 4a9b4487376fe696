"""Reference values for Xoshiro256Test, from the definitions with Python's unbounded integers.

xoshiro256++ and SplitMix64: Blackman, Vigna (2021), Scrambled Linear Pseudorandom Number
Generators, and their reference texts at prng.di.unimi.it (public domain).

Run from this folder: python3 xoshiro.py > ../resources/dev/gradus/xoshiro.txt
"""

MASK = (1 << 64) - 1


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def split_mix(seed):
    x = seed & MASK
    while True:
        x = (x + 0x9E3779B97F4A7C15) & MASK
        z = x
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def xoshiro256pp(s):
    s = list(s)
    while True:
        yield (rotl((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)


def show(name, state, count):
    generator = xoshiro256pp(state)
    print(name, *[format(next(generator), "016x") for _ in range(count)])


print("# made by src/test/python/xoshiro.py")
show("state.1.2.3.4", [1, 2, 3, 4], 20)
for seed in (0, 1, -1, 42, -(2**63)):
    words = split_mix(seed)
    state = [next(words) for _ in range(4)]
    print("seeded." + str(seed) + ".state", *[format(word, "016x") for word in state])
    show("seeded." + str(seed), state, 20)
