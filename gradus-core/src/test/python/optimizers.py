"""Reference values for the tests of the optimizers: the published update rules in NumPy, float64.

Run from this folder: python3 optimizers.py > ../resources/dev/gradus/optimizers.txt

The function is f(x) = sum(c * (x - t)^2) + sum(sin(3 x)), whose gradient is evaluated anew at each
of 50 steps; the learning rate changes with the step, so that a velocity in the wrong units shows.
Each rule stands as in its paper, with explicit bias correction and powers, not as Gradus has it.
"""

import numpy as np

START = np.array([1.0, -2.0, 0.5, 3.0, -0.25, 0.0, 4.0])
C = np.array([1.0, 0.1, 2.5, 0.01, 0.7, 1.3, 0.4])
T = np.array([0.3, 1.0, -1.0, 2.0, 0.0, -0.6, 1.5])
STEPS = 50


def gradient(x):
    return 2 * C * (x - T) + 3 * np.cos(3 * x)


def rate(step):
    return 0.02 / (1 + 0.1 * step)


def plain(x):
    for step in range(STEPS):
        x = x - rate(step) * gradient(x)
        yield x


def momentum(x, mu):
    v = np.zeros_like(x)
    for step in range(STEPS):
        v = mu * v + gradient(x)
        x = x - rate(step) * v
        yield x


def nesterov(x, mu):
    """Sutskever et al. (2013) look ahead to x - rate * mu * v; here in terms of the point at which
    the gradient is taken, as every library has it: x <- x - rate * (g + mu * v)."""
    v = np.zeros_like(x)
    for step in range(STEPS):
        g = gradient(x)
        v = mu * v + g
        x = x - rate(step) * (g + mu * v)
        yield x


def adam(x, beta1, beta2, epsilon):
    m = np.zeros_like(x)
    v = np.zeros_like(x)
    for step in range(STEPS):
        t = step + 1
        g = gradient(x)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        x = x - rate(step) * m_hat / (np.sqrt(v_hat) + epsilon)
        yield x


def rmsprop(x, rho, epsilon):
    v = np.zeros_like(x)
    for step in range(STEPS):
        g = gradient(x)
        v = rho * v + (1 - rho) * g**2
        x = x - rate(step) * g / (np.sqrt(v) + epsilon)
        yield x


def adagrad(x, epsilon):
    squares = []
    for step in range(STEPS):
        g = gradient(x)
        squares.append(g**2)
        x = x - rate(step) * g / (np.sqrt(sum(squares)) + epsilon)
        yield x


def amsgrad(x, beta1, beta2, epsilon):
    m = np.zeros_like(x)
    v = np.zeros_like(x)
    past = []
    for step in range(STEPS):
        t = step + 1
        g = gradient(x)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        past.append(v)
        m_hat = m / (1 - beta1**t)
        u_hat = np.max(past, axis=0) / (1 - beta2**t)
        x = x - rate(step) * m_hat / (np.sqrt(u_hat) + epsilon)
        yield x


def adamw(x, beta1, beta2, epsilon, decay):
    """Loshchilov, Hutter (2019), algorithm 2: both terms from the same x."""
    m = np.zeros_like(x)
    v = np.zeros_like(x)
    for step in range(STEPS):
        t = step + 1
        g = gradient(x)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        x = x - rate(step) * (m_hat / (np.sqrt(v_hat) + epsilon) + decay * x)
        yield x


def nadam(x, beta1, beta2, epsilon):
    """Dozat (2016), with products of mu instead of powers."""
    mu = [beta1 * (1 - 0.5 * 0.96 ** (t / 250)) for t in range(1, STEPS + 2)]
    m = np.zeros_like(x)
    n = np.zeros_like(x)
    for step in range(STEPS):
        t = step + 1
        g = gradient(x)
        g_hat = g / (1 - np.prod(mu[:t]))
        m = beta1 * m + (1 - beta1) * g
        m_hat = m / (1 - np.prod(mu[: t + 1]))
        n = beta2 * n + (1 - beta2) * g**2
        n_hat = n / (1 - beta2**t)
        m_bar = (1 - mu[step]) * g_hat + mu[step + 1] * m_hat
        x = x - rate(step) * m_bar / (np.sqrt(n_hat) + epsilon)
        yield x


def show(name, points):
    points = list(points)
    for step in (0, 1, 9, 49):
        print(name + "." + str(step + 1), *[repr(float(value)) for value in points[step]])


print("# made by src/test/python/optimizers.py with NumPy " + np.__version__)
show("plain", plain(START))
show("momentum", momentum(START, 0.9))
show("nesterov", nesterov(START, 0.9))
show("adam", adam(START, 0.9, 0.999, 1e-8))
show("adam_other", adam(START, 0.5, 0.9, 1e-2))
show("rmsprop", rmsprop(START, 0.9, 1e-8))
show("rmsprop_other", rmsprop(START, 0.5, 1e-2))
show("adagrad", adagrad(START, 1e-10))
show("adagrad_other", adagrad(START, 0.5))
show("amsgrad", amsgrad(START, 0.9, 0.999, 1e-8))
show("amsgrad_other", amsgrad(START, 0.5, 0.6, 1e-2))
show("adamw", adamw(START, 0.9, 0.999, 1e-8, 0.01))
show("adamw_other", adamw(START, 0.5, 0.9, 1e-2, 0.9))
show("nadam", nadam(START, 0.9, 0.999, 1e-8))
show("nadam_other", nadam(START, 0.5, 0.9, 1e-2))
