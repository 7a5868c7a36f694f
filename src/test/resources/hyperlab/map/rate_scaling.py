"""Writes rate_scaling.json: the slopes of ln(best rate) over ln(batch size) in digits_best.csv, with the t interval.

digits_best.csv is the best.csv of
    hyperlab learn --try rate-scaling > rate-scaling.json
    hyperlab map rate-scaling.json --seeds 10 --each-seed
"""

import csv
import json
import pathlib
from collections import defaultdict

import numpy as np
from scipy import stats

folder = pathlib.Path(__file__).parent
rows = defaultdict(list)
with open(folder / "digits_best.csv") as file:
    for row in csv.DictReader(file):
        rows[int(row["seed"])].append((int(row["training.batchSize"]), float(row["training.learningRate"])))

slopes = [float(np.polyfit(*np.log(np.array(points)).T, 1)[0]) for points in rows.values()]
low, high = stats.t.interval(0.95, len(slopes) - 1, np.mean(slopes), stats.sem(slopes))
medians = {
    str(size): float(np.median([dict(points)[size] for points in rows.values()])) for size in dict(next(iter(rows.values())))
}
logs = {size: np.log([dict(points)[size] for points in rows.values()]) for size in dict(next(iter(rows.values())))}


def geometric(values):
    """The geometric mean and its 95 % t interval, from the logarithms."""
    interval = stats.t.interval(0.95, len(values) - 1, np.mean(values), stats.sem(values))
    return [float(np.exp(each)) for each in (np.mean(values), *interval)]


smallest = min(logs)
means = {str(size): geometric(values) for size, values in logs.items()}
growth = {str(size): geometric(values - logs[smallest]) for size, values in logs.items() if size != smallest}
line = np.polyfit(np.log(sorted(logs)), [np.mean(logs[size]) for size in sorted(logs)], 1)
fitted = {str(size): float(np.exp(np.polyval(line, np.log(size)))) for size in sorted(logs)}
with open(folder / "rate_scaling.json", "w") as file:
    json.dump(
        {
            "slopes": slopes,
            "mean": float(np.mean(slopes)),
            "from": low,
            "to": high,
            "medians": medians,
            "means": means,
            "growth": growth,
            "fitted": fitted,
        },
        file,
        indent=1,
    )
    file.write("\n")
