"""The expected numbers of HardSamplesTest, from the run of the default experiment:

hyperlab new moons && hyperlab train moons.hyperlab.json --out run && python3 hard_samples.py run/predictions.csv
"""
import csv
import math
import statistics
import sys

losses = {"train": [], "validation": []}
for row in csv.DictReader(open(sys.argv[1])):
    losses[row["part"]].append(-math.log(float(row["p_" + row["target"]])))
train = sorted(losses["train"])
mean = statistics.fmean(losses["validation"])
kept = len(train)
while math.fsum(train[:kept]) > mean * kept:
    kept -= 1
print(len(train) - kept, 1 - math.fsum(train[:kept]) / math.fsum(train))
print(statistics.median(train), statistics.median(losses["validation"]))
