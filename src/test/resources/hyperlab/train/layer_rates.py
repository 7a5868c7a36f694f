"""Expected histories and final weights of TrainingReferenceTest for networks whose layers have learning rates of their own, as
PyTorch's parameter groups, in float64.

Run it in its folder with PyTorch 2.x:  python3 layer_rates.py
It writes layer_rates.json, with the data of reference.json. The slope of a PReLU has the rate of the layer before it.
"""

import json
import pathlib
import random

import reference

RATES = {"sgd": 0.05, "adam": 0.02, "adamw": 0.02, "rmsprop": 0.01}
CASES = [
    ({"name": "sgd", "momentum": 0.0, "nesterov": False}, {"name": "prelu", "slope": 0.25}, [4, 3], "classes", "crossEntropy"),
    ({"name": "sgd", "momentum": 0.9, "nesterov": True}, {"name": "tanh"}, [5], "numbers", "squaredError"),
    ({"name": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}, {"name": "maxout", "pieces": 3}, [4, 3], "classes", "squaredError"),
    ({"name": "adamw", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weightDecay": 0.3}, {"name": "prelu", "slope": 0.1}, [3], "classes", "crossEntropy"),
    ({"name": "rmsprop", "decay": 0.99, "epsilon": 1e-8}, {"name": "relu"}, [], "numbers", "squaredError"),
]
FACTORS = [1.0, 0.3, 2.0]


def layer_groups(layers, settings):
    """One group for each layer, and one without weight decay for what AdamW does not decay."""
    parameters = []
    layer = -1
    for values in layers:
        layer += "weights" in values
        for key, value in values.items():
            decay = {"weight_decay": settings["weightDecay"] if key == "weights" else 0.0} if "weightDecay" in settings else {}
            parameters.append({"params": [value], "lr": settings["layerRates"][layer], **decay})
    return parameters


def main():
    source = random.Random(22)
    numbers = reference.data(random.Random(20))
    reference.groups = layer_groups
    cases = []
    for optimizer, activation, hidden, name, loss in CASES:
        rate = RATES[optimizer["name"]]
        rates = [rate * factor for factor in FACTORS[:len(hidden) + 1]]
        case = {
            "data": name, "loss": loss, "hidden": hidden, "activation": activation, "l1": 0.001, "l2": 0.01, "batchSize": 7,
            "schedule": {"name": "exponential", "factor": 0.8}, "warmup": 0,
            "optimizer": {**optimizer, "rate": rate, "layerRates": rates},
            "start": reference.start(source, hidden, activation, 1 if name == "numbers" else reference.CLASSES),
        }
        reference.train(case, numbers)
        cases.append(case)
    lines = ",\n".join(json.dumps(case) for case in cases)
    file = pathlib.Path(__file__).with_name("layer_rates.json")
    file.write_text("[\n%s\n]\n" % lines, encoding="utf-8")


if __name__ == "__main__":
    main()
