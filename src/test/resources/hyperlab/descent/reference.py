"""Descent paths of torch.optim on two functions in float64; prints reference.csv.

    python3 reference.py > reference.csv
"""

import torch

# Otherwise NAdam keeps the product of its momenta in float32.
torch.set_default_dtype(torch.float64)

FUNCTIONS = {
    "rosenbrock": lambda p: (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2,
    "ravine": lambda p: 0.5 * (p[0] ** 2 + 20 * p[1] ** 2),
}
STARTS = {"rosenbrock": [-1.2, 1.0], "ravine": [-4.0, 1.0]}
OPTIMIZERS = {
    "sgd": lambda p, rate: torch.optim.SGD(p, lr=rate),
    "momentum": lambda p, rate: torch.optim.SGD(p, lr=rate, momentum=0.9),
    "nesterov": lambda p, rate: torch.optim.SGD(p, lr=rate, momentum=0.9, nesterov=True),
    "rmsprop": lambda p, rate: torch.optim.RMSprop(p, lr=rate),
    "adam": lambda p, rate: torch.optim.Adam(p, lr=rate),
    "adagrad": lambda p, rate: torch.optim.Adagrad(p, lr=rate),
    "adadelta": lambda p, rate: torch.optim.Adadelta(p, lr=rate),
    "nadam": lambda p, rate: torch.optim.NAdam(p, lr=rate),
    "adamw": lambda p, rate: torch.optim.AdamW(p, lr=rate, weight_decay=0.01),
}
RATES = {
    ("rosenbrock", "sgd"): 0.001,
    ("rosenbrock", "momentum"): 0.0001,
    ("rosenbrock", "nesterov"): 0.0001,
    ("ravine", "sgd"): 0.09,
    ("ravine", "momentum"): 0.02,
    ("ravine", "nesterov"): 0.02,
}
STEPS = [0, 1, 2, 3, 10, 50, 200]

print("function,optimizer,learningRate,step,x,y,value,gradientX,gradientY")
for function, f in FUNCTIONS.items():
    for optimizer, make in OPTIMIZERS.items():
        rate = RATES.get((function, optimizer), 0.05)
        point = torch.tensor(STARTS[function], dtype=torch.float64, requires_grad=True)
        steps = make([point], rate)
        for step in range(max(STEPS) + 1):
            steps.zero_grad()
            value = f(point)
            value.backward()
            if step in STEPS:
                numbers = [*point.tolist(), value.item(), *point.grad.tolist()]
                print(function, optimizer, rate, step, *map(repr, numbers), sep=",")
            steps.step()
