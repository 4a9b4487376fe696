"""NumPy as a peer: a multilayer perceptron written out by hand, the same work as ours.

usage: numpy_peer.py W1|W1w|W2|W3|W4|W5

Samples are rows. Says NAME and RESULT lines, separated by tabs.
"""

import sys
import time

import numpy as np

CHUNKS = 5


class Network:
    """Dense layers with relu between them; parameters in one list W1, b1, W2, b2, ..."""

    def __init__(self, random, widths, dtype, scale=None):
        self.theta = []
        for fan_in, fan_out in zip(widths, widths[1:]):
            deviation = scale or np.sqrt(2 / fan_in)
            W = deviation * random.standard_normal((fan_in, fan_out))
            self.theta += [W.astype(dtype), np.zeros(fan_out, dtype)]

    def forward(self, x):
        """Each layer's input, and last the prediction."""
        values = [x]
        last = len(self.theta) - 2
        for at in range(0, len(self.theta), 2):
            h = values[-1] @ self.theta[at]
            h += self.theta[at + 1]
            values.append(h if at == last else np.maximum(h, 0, out=h))
        return values

    def backward(self, values, dy):
        """The gradient, in the order of the parameters; none for x."""
        gradient = [None] * len(self.theta)
        for at in range(len(self.theta) - 2, -1, -2):
            x = values[at // 2]
            gradient[at] = x.T @ dy
            gradient[at + 1] = dy.sum(axis=0)
            if at > 0:
                dy = dy @ self.theta[at].T
                dy *= x > 0
        return gradient


def mae(prediction, y):
    r = prediction - y
    return np.abs(r).mean(), np.sign(r) / r.size


def mse(prediction, y):
    r = prediction - y
    return (r * r).mean(), r * r.dtype.type(2 / r.size)


def softmax_ce(z, label):
    rows = np.arange(len(z))
    z -= z.max(axis=1, keepdims=True)
    p = np.exp(z)
    total = p.sum(axis=1, keepdims=True)
    loss = (np.log(total[:, 0]) - z[rows, label]).mean()
    p /= total
    p[rows, label] -= 1
    p /= p.dtype.type(len(p))
    return loss, p


class Sgd:
    def __init__(self, theta):
        self.theta = theta

    def step(self, gradient, rate=1e-3):
        for p, g in zip(self.theta, gradient):
            g *= p.dtype.type(rate)
            p -= g


class Adam:
    def __init__(self, theta):
        self.theta = theta
        self.m = [np.zeros_like(p) for p in theta]
        self.v = [np.zeros_like(p) for p in theta]
        self.t = 0

    def step(self, gradient, rate=1e-3):
        self.t += 1
        root = np.sqrt(1 - 0.999**self.t)
        size = rate * root / (1 - 0.9**self.t)
        for p, m, v, g in zip(self.theta, self.m, self.v, gradient):
            number = p.dtype.type
            m *= number(0.9)
            m += number(0.1) * g
            v *= number(0.999)
            g *= g
            g *= number(0.001)
            v += g
            d = np.sqrt(v)
            d += number(1e-8 * root)
            np.divide(m, d, out=d)
            d *= number(size)
            p -= d


def step(network, loss, optimizer, x, y):
    values = network.forward(x)
    value, dy = loss(values[-1], y)
    optimizer.step(network.backward(values, dy))
    return value


def sine_steps(network, random, steps):
    optimizer = Sgd(network.theta)
    for _ in range(steps):
        x = random.uniform(-5, 5, (16, 1))
        step(network, mae, optimizer, x, np.sin(x))


def w1(random):
    network = Network(random, (1, 16, 32, 1), np.float64, scale=1)
    sine_steps(network, random, 10_000)
    micros = []
    for _ in range(CHUNKS):
        start = time.perf_counter()
        sine_steps(network, random, 5_000)
        micros.append((time.perf_counter() - start) / 5_000 * 1e6)
    say("W1_STEP", np.median(micros))


def w1_whole(random):
    sine_steps(Network(random, (1, 16, 32, 1), np.float64, scale=1), random, 10_000)


def epochs(metric, random, network, loss, optimizer, x, y, batch):
    rates = []
    for epoch in range(2 + CHUNKS):
        start = time.perf_counter()
        order = random.permutation(len(x))
        for at in range(0, len(x), batch):
            rows = order[at : at + batch]
            step(network, loss, optimizer, x[rows], y[rows])
        if epoch >= 2:
            rates.append(len(x) / (time.perf_counter() - start))
    say(metric, np.median(rates))


def w2(random):
    network = Network(random, (784, 256, 128, 10), np.float32)
    x = random.standard_normal((468 * 128, 784), np.float32)
    y = random.integers(0, 10, len(x))
    epochs("W2_ROWS", random, network, softmax_ce, Adam(network.theta), x, y, 128)


def w3(random):
    network = Network(random, (1024, 1024, 1024, 1), np.float32)
    x = random.standard_normal((32 * 256, 1024), np.float32)
    y = random.standard_normal((len(x), 1), np.float32)
    epochs("W3_ROWS", random, network, mse, Sgd(network.theta), x, y, 256)


def w4(random):
    network = Network(random, (784, 256, 128, 10), np.float32)
    one = random.standard_normal((1, 784), np.float32)
    many = random.standard_normal((256, 784), np.float32)
    micros = []
    for _ in range(20_000):
        start = time.perf_counter_ns()
        network.forward(one)
        micros.append((time.perf_counter_ns() - start) / 1e3)
    say("W4_MEDIAN", np.median(micros[5_000:]))
    say("W4_P99", np.percentile(micros[5_000:], 99))
    rates = []
    for _ in range(2 + CHUNKS):
        start = time.perf_counter()
        for _ in range(500):
            network.forward(many)
        rates.append(256 * 500 / (time.perf_counter() - start))
    say("W4_BATCH", np.median(rates[2:]))


def quotients(network, x, y, h=1e-4):
    """The difference quotient of each parameter, every value a forward pass."""
    found = []
    for p in network.theta:
        flat = p.reshape(-1)
        for i in range(flat.size):
            kept = flat[i]
            flat[i] = kept + h
            plus = np.abs(network.forward(x)[-1] - y).mean()
            flat[i] = kept - h
            minus = np.abs(network.forward(x)[-1] - y).mean()
            flat[i] = kept
            found.append((plus - minus) / (2 * h))
    return np.array(found)


def w5(random):
    network = Network(random, (1, 16, 32, 1), np.float64, scale=1)
    for metric, rows in (("W5_SMALL", 2), ("W5_BATCH", 16)):
        x = random.standard_normal((rows, 1))
        y = random.standard_normal((rows, 1))
        millis = []
        for _ in range(30):
            start = time.perf_counter()
            values = network.forward(x)
            gradient = network.backward(values, mae(values[-1], y)[1])
            analytic = np.concatenate([g.reshape(-1) for g in gradient])
            np.abs(analytic - quotients(network, x, y)).max()
            millis.append((time.perf_counter() - start) * 1e3)
        say(metric, np.median(millis[10:]))


def say(metric, value):
    print("RESULT", metric, float(value), sep="\t", flush=True)


if __name__ == "__main__":
    workloads = {"W1": w1, "W1w": w1_whole, "W2": w2, "W3": w3, "W4": w4, "W5": w5}
    print("NAME", "NumPy " + np.__version__, sep="\t")
    workloads[sys.argv[1]](np.random.default_rng(0))
