"""Reads the logs beside this script with pandas and NumPy, and applies the rules of LogProblem to them.

    python3 expected.py        # writes expected.json
"""

import json
import struct
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).parent


def read_events(path):
    """Scalars of an event file, by offsets that are valid for the files that logs.py writes."""
    data, at, rows = path.read_bytes(), 0, []
    while at < len(data):
        (length,) = struct.unpack_from("<Q", data, at)
        rows += scalars(data[at + 12:at + 12 + length])
        at += 16 + length
    return pd.DataFrame(rows, columns=["step", "tag", "value"])


def fields(data):
    at = 0

    def varint():
        nonlocal at
        number = shift = 0
        while True:
            byte = data[at]
            at += 1
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return number

    while at < len(data):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
        else:
            size = {1: 8, 5: 4}.get(key & 7)
            size = varint() if size is None else size
            yield key >> 3, data[at:at + size]
            at += size


def scalars(event):
    step, found = 0, []
    for number, content in fields(event):
        if number == 2:
            step = content
        elif number == 5:
            for _, value in fields(content):
                parts = dict(fields(value))
                raw = parts[2] if 2 in parts else dict(fields(parts[8]))[4]
                found.append((step, parts[1].decode(), struct.unpack("<f", raw)[0]))
    return found


def curves(frame, x, y):
    rows = frame[[x, y]].dropna(subset=[x]) if y is None else frame[frame[y].notna()]
    return rows[x].to_numpy(float), rows[y].to_numpy(float)


def tag(frame, name):
    rows = frame[frame.tag == name]
    return rows.step.to_numpy(float), rows.value.to_numpy(float)


def logs():
    keras = pd.read_csv(HERE / "keras.csv")
    yield "keras.csv", "epoch", (keras.epoch + 1, keras.loss), (keras.epoch + 1, keras.val_loss)
    lightning = pd.read_csv(HERE / "metrics.csv")
    train, val = lightning.dropna(subset=["train_loss_epoch"]), lightning.dropna(subset=["val_loss"])
    yield "metrics.csv", "epoch", (train.epoch + 1, train.train_loss_epoch), (val.epoch + 1, val.val_loss)
    history = pd.DataFrame(json.loads((HERE / "trainer_state.json").read_text())["log_history"])
    train, val = history.dropna(subset=["loss"]), history.dropna(subset=["eval_loss"])
    rate = train.epoch, train.learning_rate
    yield "trainer_state.json", "epoch", (train.epoch, train.loss), (val.epoch, val.eval_loss), rate
    wandb = pd.read_csv(HERE / "wandb.csv")
    yield "wandb.csv", "step", (wandb.Step, wandb["quiet-moon-7 - train/loss"]), None
    mlflow = pd.read_csv(HERE / "mlflow.csv")
    train, val = mlflow[mlflow.key == "train_loss"], mlflow[mlflow.key == "val_loss"]
    yield "mlflow.csv", "step", (train.step, train.value), (val.step, val.value)
    again = pd.read_csv(HERE / "restarted.csv").drop_duplicates("epoch", keep="last")
    yield "restarted.csv", "epoch", (again.epoch + 1, again.loss), (again.epoch + 1, again.val_loss)
    plateau = pd.read_csv(HERE / "plateau.csv")
    epoch, rate = plateau.epoch, (plateau.epoch, plateau.learningRate)
    yield "plateau.csv", "epoch", (epoch, plateau.trainLoss), (epoch, plateau.validationLoss), rate
    korean = pd.read_csv(HERE / "korean.csv", sep=";", decimal=",", encoding="cp949")
    epoch = korean["에포크"]
    yield "korean.csv", "epoch", (epoch, korean["훈련 손실"]), (epoch, korean["검증 손실"]), (epoch, korean["학습률"])
    events = read_events(HERE / "events.out.tfevents.1700000000.host.1.0")
    yield "events.out.tfevents.1700000000.host.1.0", "step", tag(events, "Loss/train"), tag(events, "Loss/validation")
    name = "events.out.tfevents.1700000000.host.2.0.v2"
    train = tag(read_events(HERE / "keras_logs" / "train" / name), "epoch_loss")
    val = tag(read_events(HERE / "keras_logs" / "validation" / name), "epoch_loss")
    yield "keras_logs", "epoch", (train[0] + 1, train[1]), (val[0] + 1, val[1])


def late(x, share):
    return min(np.searchsorted(x, x[0] + share * (x[-1] - x[0])), len(x) - 1)


def blocks(x, y):
    if len(y) <= 40:
        return x, y
    edges = np.arange(21) * len(y) // 20
    return x[edges[1:] - 1], np.array([y[a:b].mean() for a, b in zip(edges, edges[1:])])


def rules(train, val, rate=None):
    x, y = (np.asarray(column, float) for column in train)
    if not np.isfinite(y[-1]):
        first = len(y) - np.argmax(np.isfinite(y)[::-1])
        return {"log.notFinite": {"from": x[first], "to": x[-1]}}
    found = {}
    bx, by = blocks(x, y)
    quarter = by[late(bx, 0.75):]
    if (quarter > 1.2 * by[0]).all():
        return {"log.diverging": {"from": bx[by.argmin()], "to": bx[-1], "numbers": [by[-1], by[0]]}}
    i = np.arange(len(by), dtype=float)
    if rate is not None:
        rx, ry = (np.asarray(column, float) for column in rate)
        spans = [ry[(rx > a) & (rx <= b)] for a, b in zip(np.concatenate([[-np.inf], bx]), bx)]
        means = np.array([span.mean() if len(span) else ry[max(0, np.searchsorted(rx, b, "right") - 1)]
                          for span, b in zip(spans, bx)])
        i = np.concatenate([[0], np.cumsum(means[1:])])
        i = i / i[-1] * (len(by) - 1)
    half = late(i, 0.5)
    slow = ((np.diff(by) < 0).mean() >= 0.9 and by[-1] > by[0] / 2 and by[0] - by[-1] > 0.02 * by[0]
            and (by[half] - by[-1]) / (i[-1] - i[half]) > (by[0] - by[half]) / max(1, i[half]) / 2)
    if quarter.min() > 1.2 * by.min() and quarter.min() > 0.2 * by[0]:
        found["log.rising"] = {"from": bx[by.argmin()], "to": bx[-1]}
    elif slow:
        found["log.tooSlow"] = {"from": bx[0], "to": bx[-1], "numbers": [by[-1], by[0]]}
    else:
        tails = [s for s in range(len(by)) if np.ptp(by[s:]) <= 0.02 * by[s:].mean()]
        start = next(s for s in tails if all(t in tails for t in range(s, len(by))))
        if len(by) >= 10 and 2 * (len(by) - start) >= len(by):
            if start == 0:
                found["log.flat"] = {"from": bx[0], "to": bx[-1]}
            elif by[start] - by[-1] <= 0.05 * (by[0] - by[-1]):
                found["log.plateau"] = {"from": bx[start], "to": bx[-1], "numbers": [by[-1], 100 * by[-1] / by[0]]}
    h = late(x, 0.5)
    jumps = (y[h + 1:] > 1.2 * y[h:-1]) & (y[h + 1:] > 0.2 * by[0])
    if len(y) - h >= 5 and jumps.mean() >= 0.2:
        found["log.noisy"] = {"from": x[h], "to": x[-1], "numbers": [100 * jumps.mean(), 0.2 * by[0]]}
    else:
        spikes = []
        for k in range(3, len(y) - 3):
            before, after = y[max(0, k - 5):k], y[k + 1:k + 6]
            around = np.concatenate([before, after])
            m = np.median(around)
            if (y[k] > 2 * m and y[k] > m + 10 * np.median(abs(around - m))
                    and np.median(after) <= 1.2 * np.median(before)):
                spikes.append(k)
        if spikes and len(y) >= 12:
            k = max(spikes, key=lambda s: y[s])
            around = np.concatenate([y[max(0, k - 5):k], y[k + 1:k + 6]])
            found["log.spike"] = {"from": x[k - 1], "to": x[k + 1], "numbers": [y[k], np.median(around)]}
    if val is not None:
        vx, vy = (np.asarray(column, float) for column in val)
        edges = np.concatenate([[-np.inf], vx])
        parts = [y[(x > a) & (x <= b)] for a, b in zip(edges, edges[1:])]
        both = pd.Series([part.mean() if len(part) else np.nan for part in parts]).ffill().to_numpy()
        best, q = vy.argmin(), late(vx, 0.75)
        if (len(vy) >= 10 and vy[q:].min() / vy[best] - 1 > 0.05 and both[q:].min() * 1.05 < both[best]):
            found["log.overfit"] = {"from": vx[best], "to": vx[-1],
                                    "numbers": [vy[best], vy[q:].min(), both[best], both[q:].min()]}
    return found


def main():
    expected = []
    for name, axis, train, val, *rate in logs():
        ends = {key: None if curve is None else float(np.asarray(curve[1])[-1]) for key, curve in
                (("train", train), ("validation", val))}
        expected.append({"log": name, "axis": axis, "trainValues": len(train[1]),
                         "validationValues": 0 if val is None else len(val[1]),
                         "last": {k: v if v is not None and np.isfinite(v) else None for k, v in ends.items()},
                         "findings": {key: {k: [float(n) for n in v] if k == "numbers" else float(v)
                                            for k, v in value.items()} for key, value in rules(train, val, *rate).items()}})
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
