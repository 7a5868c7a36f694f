# Written by Hyperlab 1.2.3 for PyTorch 2.x: the same experiment, from the same data and initial weights, in double
# precision.
# Prints what Hyperlab's history.csv holds, but for the seconds. Every step is the same: the batches and their order,
# too. PyTorch rounds sums in another way, by about 1e-16 in each. Training can amplify this: in a run with a large
# learning rate, late rows can differ visibly.

import math

import torch
from torch import nn

torch.set_default_dtype(torch.float64)

# Data: own.csv, target kind; features a, b; trainFraction 0.7 of the rows, sequential; classes from 0: down, up.
x_train = torch.tensor([[0.5, -1.0], [1.25, 3.0], [-2.0, 0.125], [4.0, 1e-7]])
y_train = torch.tensor([1, 0, 1, 0])
x_validation = torch.tensor([[0.0, 2.0], [1.0, 1.0]])
y_validation = torch.tensor([1, 0])
start = [
    [[0.0, 0.0], [0.0, 0.0]],
    [0.0, 0.0],
    [[0.0, 0.0], [0.0, 0.0]],
    [0.0, 0.0],
]

model = nn.Sequential(
    nn.Linear(2, 2),
    nn.Tanh(),
    nn.Linear(2, 2),
)
# The initial weights, drawn by Hyperlab: zero, seed 42.
with torch.no_grad():
    for parameter, values in zip(model.parameters(), start):
        parameter.copy_(torch.tensor(values))

criterion = nn.CrossEntropyLoss()

optimizer = torch.optim.Adam(model.parameters(), lr=0.03, betas=(0.9, 0.999), eps=1e-8)


def evaluate(features, targets):
    """The loss and the accuracy over a whole part."""
    with torch.no_grad():
        outputs = torch.cat([model(rows) for rows in features.split(1000)])
    loss = criterion(outputs, targets)
    accuracy = (outputs.argmax(dim=1) == targets).double().mean()
    return loss.item(), accuracy.item()


def report(epoch, step, rate):
    """Prints a row of the history, unless the run has diverged; gives the loss of both parts."""
    train, validation = evaluate(x_train, y_train), evaluate(x_validation, y_validation)
    if math.isfinite(train[0]):
        print(epoch, step, train[0], validation[0], train[1], validation[1], rate, sep=",")
    return train[0], validation[0]


print("epoch,step,trainLoss,validationLoss,trainAccuracy,validationAccuracy,learningRate")
step = 0
report(0, step, 0.03)
for epoch in range(1, 4):
    rate = 0.03
    for batch in torch.arange(len(x_train)).split(2):
        optimizer.zero_grad()
        loss = criterion(model(x_train[batch]), y_train[batch])
        loss.backward()
        optimizer.step()
        step += 1
    train_loss, _ = report(epoch, step, rate)
    if not math.isfinite(train_loss):
        break
