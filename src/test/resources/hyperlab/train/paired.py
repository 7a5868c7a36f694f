"""Writes paired.csv: paired t intervals from SciPy, for PairedDifferenceTest. Run: python3 paired.py > paired.csv"""
import numpy as np
from scipy import stats

print("n,t,lower,higher,mean,from,to,first,second")
for n in (2, 3, 4, 5, 10, 11, 30, 100, 255, 256):
    rng = np.random.default_rng(n)
    first = np.round(rng.normal(0.3, 0.05, n), 6)
    second = np.round(first - 0.01 + rng.normal(0, 0.03, n), 6)
    difference = second - first
    interval = stats.ttest_rel(second, first).confidence_interval(0.95)
    print(
        n,
        repr(float(stats.t.ppf(0.975, n - 1))),
        int((difference < 0).sum()),
        int((difference > 0).sum()),
        repr(float(difference.mean())),
        repr(float(interval.low)),
        repr(float(interval.high)),
        " ".join(map(str, first.tolist())),
        " ".join(map(str, second.tolist())),
        sep=",",
    )
