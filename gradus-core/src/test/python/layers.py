"""Reference values for LayerReferenceTest: each layer's formula in NumPy, float64.

Run from this folder: python3 layers.py > ../resources/dev/gradus/layers.txt

The gradients of sum(dy * y) are taken by complex steps of 1e-30: Im f(x + ih) / h is exact to the
last digits, and nothing of it was derived by hand.
"""

import numpy as np

N, W = 5, 4
H = 1e-30
rng = np.random.default_rng(11)
X = rng.normal(size=(N, W)) * np.array([1.0, 3.0, 0.1, 1.0]) + np.array([0.0, 5.0, -0.3, 0.0])
DY = rng.normal(size=(N, W))
SEED, RATE = 42, 0.4


def splitmix(seed, k):
    mask = (1 << 64) - 1
    z = (seed + (k + 1) * 0x9E3779B97F4A7C15) & mask
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
    return z ^ (z >> 31)


def drop(i):
    half = splitmix(SEED, i // 2) >> (32 * (i % 2)) & 0xFFFFFFFF
    return half / 2.0**32 < RATE


MASK = np.array([0 if drop(i) else 1 / (1 - RATE) for i in range(N * W)]).reshape(N, W)


def standardized(x, axis, epsilon):
    mean = x.mean(axis=axis, keepdims=True)
    variance = ((x - mean) ** 2).mean(axis=axis, keepdims=True)
    return (x - mean) / np.sqrt(variance + epsilon)


def prelu(x, theta):
    return np.where(x.real > 0, x, theta * x)


def softmax(x, theta):
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)


def increasing(x, theta):
    steps = np.log1p(np.exp(x))
    steps[:, 0] = x[:, 0]
    return np.cumsum(steps, axis=1)


def batch_norm(x, theta):
    gamma, beta = theta[:W], theta[W : 2 * W]
    return standardized(x, 0, 1e-5) * gamma + beta


def batch_norm_prediction(x, theta):
    gamma, beta, mean, variance = theta.reshape(4, W)
    return (x - mean) / np.sqrt(variance + 1e-5) * gamma + beta


def layer_norm(x, theta):
    return standardized(x, 1, 1e-5) * theta[:W] + theta[W:]


def show(name, values):
    print(name, *(repr(float(v)) for v in np.ravel(values)))


def reference(name, f, theta):
    def loss(x, t):
        return (DY * f(x, t)).sum()

    def derivatives(of, at):
        result = np.zeros(at.size)
        for i in range(at.size):
            step = np.zeros(at.size, dtype=complex)
            step[i] = 1j * H
            result[i] = of(at + step.reshape(at.shape)).imag / H
        return result

    if theta.size:
        show(name + ".theta", theta)
        show(name + ".dtheta", derivatives(lambda t: loss(X, t), theta))
    show(name + ".y", f(X, theta))
    show(name + ".dx", derivatives(lambda x: loss(x, theta), X))


gamma, beta = rng.normal(size=W), rng.normal(size=W)
state = np.concatenate([rng.normal(size=W), 0.5 + rng.random(W)])
none = np.zeros(0)
print("# made by src/test/python/layers.py with NumPy", np.__version__)
show("x", X)
show("dy", DY)
reference("prelu", prelu, rng.normal(size=W))
reference("softmax", softmax, none)
reference("dropout", lambda x, theta: x * MASK, none)
reference("batch_norm", batch_norm, np.concatenate([gamma, beta, state]))
reference("layer_norm", layer_norm, np.concatenate([gamma, beta]))
reference("scaling", lambda x, theta: x * theta, rng.normal(size=W))
reference("increasing", increasing, none)
reference("batch_norm_prediction", batch_norm_prediction, np.concatenate([gamma, beta, state]))
show("batch_norm.mean", 0.9 * state[:W] + 0.1 * X.mean(axis=0))
show("batch_norm.variance", 0.9 * state[W:] + 0.1 * X.var(axis=0, ddof=1))
