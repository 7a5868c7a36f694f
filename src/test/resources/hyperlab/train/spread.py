"""Expected quantiles of SpreadTest, from NumPy.

Run it in its folder with NumPy:  python3 spread.py
It writes spread.csv: median, lower and upper quartile, minimum, maximum, and then the values: 1 to 12 values of several
magnitudes, some of them equal. Random numbers come from Python's own generator with a fixed seed.
"""

import pathlib
import random

import numpy


def main():
    source = random.Random(22)
    lines = []
    for count in range(1, 13):
        for magnitude in (1e-12, 1.0, 1e9):
            values = [source.lognormvariate(0, 1) * magnitude for _ in range(count)]
            if count > 2 and magnitude == 1.0:
                values[1] = values[0]
            expected = list(numpy.quantile(values, [0.5, 0.25, 0.75])) + [min(values), max(values)]
            lines.append(",".join(repr(float(number)) for number in expected + values))
    pathlib.Path(__file__).with_name("spread.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
