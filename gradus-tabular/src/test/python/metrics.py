"""Reference values for MetricReferenceTest: each metric by its definition in NumPy, float64.

Run from this folder: python3 metrics.py > ../resources/dev/gradus/tabular/metric/metrics.txt

Nothing here is computed as Gradus does it: ROC AUC counts all pairs, average precision tries every
threshold, the median repeats rows as often as their weight says, bins are masks.
"""

import numpy as np

rng = np.random.default_rng(5)


def told(name, value):
    print(name, "none" if value is None else repr(float(value)))


def regression(name, y, p, w):
    print("values", name, len(y))
    for row in zip(y, p, w):
        print("row", *(repr(float(v)) for v in row))
    e = y - p
    mean = np.average(y, weights=w)
    spread = np.sum(w * (y - mean) ** 2)
    told("r2", 1 - np.sum(w * e**2) / spread if spread > 0 else float(np.all(e == 0)))
    told("rmse", np.sqrt(np.average(e**2, weights=w)))
    told("mae", np.average(np.abs(e), weights=w))
    told("medae", np.median(np.repeat(np.abs(e), w.astype(int))))
    print("end")


def roc_auc(positive, score, w):
    if positive.all() or not positive.any():
        return None
    better = score[positive][:, None] > score[~positive][None, :]
    tie = score[positive][:, None] == score[~positive][None, :]
    pair = w[positive][:, None] * w[~positive][None, :]
    return np.sum(pair * (better + 0.5 * tie)) / np.sum(pair)


def average_precision(positive, score, w):
    if positive.all() or not positive.any():
        return None
    sum_, before = 0.0, 0.0
    for threshold in np.unique(score)[::-1]:
        taken = score >= threshold
        if np.sum(w * taken) == 0:
            continue
        recall = np.sum(w * (taken & positive)) / np.sum(w * positive)
        precision = np.sum(w * (taken & positive)) / np.sum(w * taken)
        sum_ += (recall - before) * precision
        before = recall
    return sum_


def f1(y, q, w, c):
    tp = np.sum(w * ((y == c) & (q == c)))
    fp = np.sum(w * ((y != c) & (q == c)))
    fn = np.sum(w * ((y == c) & (q != c)))
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn > 0 else 0.0


def calibration_error(came_true, p, w):
    error = 0.0
    for b in range(10):
        inside = (p >= b / 10) & ((p < (b + 1) / 10) | (b == 9))
        if np.sum(w * inside) > 0:
            gap = np.average(p[inside], weights=w[inside]) - np.average(
                came_true[inside], weights=w[inside]
            )
            error += np.sum(w * inside) / np.sum(w) * abs(gap)
    return error


def classification(name, y, p, w):
    n, k = p.shape
    print("classes", name, n, k)
    for i in range(n):
        print("row", y[i], *(repr(float(v)) for v in p[i]), repr(float(w[i])))
    q = np.argmax(p, axis=1)
    told("accuracy", np.average(q == y, weights=w))
    told(
        "balanced_accuracy",
        np.mean([np.average(q[y == c] == c, weights=w[y == c]) for c in np.unique(y)]),
    )
    told("log_loss", np.average(-np.log(np.maximum(p[np.arange(n), y], 2.0**-52)), weights=w))
    if k == 2:
        told("f1", f1(y, q, w, 1))
        told("roc_auc", roc_auc(y == 1, p[:, 1], w))
        told("average_precision", average_precision(y == 1, p[:, 1], w))
        told("calibration_error", calibration_error(y == 1, p[:, 1], w))
    else:
        occurring = np.union1d(y, q)
        told("f1", np.mean([f1(y, q, w, c) for c in occurring]))
        areas = [roc_auc(y == c, p[:, c], w) for c in np.unique(y)]
        told("roc_auc", None if None in areas else np.mean(areas))
        precisions = [average_precision(y == c, p[:, c], w) for c in np.unique(y)]
        told("average_precision", None if None in precisions else np.mean(precisions))
        told("calibration_error", calibration_error(q == y, p[np.arange(n), q], w))
    print("end")


def probabilities(y, k, sharpness, steps):
    logits = rng.normal(size=(len(y), k))
    logits[np.arange(len(y)), y] += sharpness
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    if steps:  # many ties; no share of a half, where the class predicted would be a matter of taste
        p = (np.round(p * steps) + 0.01 * np.arange(k)) / (steps + 0.01 * np.arange(k).sum())
        p = np.clip(p, 0, 1)
    return p


ones = np.ones(40)
whole = rng.integers(0, 4, size=40).astype(float)
y = rng.normal(size=40) * 3 + 7
regression("plain", y, y + rng.normal(size=40), ones)
regression("weighted", y, y * 0.8 + 1, whole)
regression("worse_than_the_mean", y, -y, ones)
regression("constant", np.full(7, 2.5), np.full(7, 3.0), np.ones(7))
regression("even", np.arange(6.0), np.array([0.5, 0.5, 3.5, 3.0, 4.25, 7.0]), np.ones(6))
for k in (2, 3, 5):
    y = rng.integers(0, k, size=40)
    classification(f"plain{k}", y, probabilities(y, k, 1.0, 0), ones)
    classification(f"ties{k}", y, probabilities(y, k, 0.7, 5), ones)
    classification(f"weighted{k}", y, probabilities(y, k, 1.5, 4), whole + (np.arange(40) == 0))
few = rng.integers(0, 3, size=25)
classification("two_classes_never_occur", few, probabilities(few, 5, 1.0, 0), np.ones(25))
same = np.ones(9, dtype=int)
classification("one_class", same, probabilities(same, 2, 1.0, 0), np.ones(9))
sure = rng.integers(0, 2, size=12)
classification("sure_and_wrong", sure, np.eye(2)[1 - sure], np.ones(12))
