"""Reference values for SgdTest and AdamTest: the published update rules in NumPy, float64.

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
