# Written by Hyperlab 1.2.3 for PyTorch 2.x: the same experiment, from the same data and initial weights, in double
# precision.
# Prints what Hyperlab's history.csv holds, but for the seconds. What cannot agree are the dropout masks, which
# PyTorch draws from random numbers of its own ("dropout": 0 drops none). Without them, every step would be the same.
# PyTorch rounds sums in another way, by about 1e-16 in each. Training can amplify this: in a run with a large
# learning rate, late rows can differ visibly.

import json
import math
import pathlib

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.manual_seed(42)

# Data: own.csv, target kind; features a, b; trainFraction 0.7 of the rows, sequential; standardized by the training
# part; classes from 0: down, up.
with open(pathlib.Path(__file__).with_name("it's \"mine\".json"), encoding="utf-8") as file:
    numbers = json.load(file)
x_train = torch.tensor(numbers["x_train"])
y_train = torch.tensor(numbers["y_train"])
x_validation = torch.tensor(numbers["x_validation"])
y_validation = torch.tensor(numbers["y_validation"])
start = numbers["start"]


class Maxout(nn.Module):
    """The largest of several pieces; unit u owns the rows u * pieces ... of the layer before."""

    def __init__(self, pieces):
        super().__init__()
        self.pieces = pieces

    def forward(self, z):
        return z.unflatten(1, (-1, self.pieces)).max(dim=2).values


models = nn.ModuleList(
    nn.Sequential(
        nn.Linear(2, 4),
        Maxout(2),
        nn.Dropout(0.25),
        nn.Linear(2, 2),
        Maxout(2),
        nn.Dropout(0.25),
        nn.Linear(1, 2),
    )
    for _ in start
)
# The initial weights, drawn by Hyperlab: auto, seed 42 and those that follow.
with torch.no_grad():
    for model, arrays in zip(models, start):
        for parameter, values in zip(model.parameters(), arrays):
            parameter.copy_(torch.tensor(values))


def criterion(outputs, targets):
    """The mean over the samples of half the sum of squared errors, 1 being wanted of the class and 0 of others."""
    wanted = nn.functional.one_hot(targets, 2).to(outputs)
    return 0.5 * ((outputs - wanted) ** 2).sum(dim=1).mean()


# Weight decay is for weights, not for biases and the slopes of PReLU, which have one dimension.
weights = [parameter for parameter in models.parameters() if parameter.dim() > 1]
optimizer = torch.optim.Adam(models.parameters(), lr=0.03, betas=(0.9, 0.999), eps=1e-8)


def learning_rate(epoch):
    return 0.001 + (0.03 - 0.001) * (1 + math.cos(math.pi * epoch / 100)) / 2


def penalty():
    return 0.5 * 0.02 * sum((each**2).sum() for each in weights)


def predict(rows):
    """The mean of what the networks predict."""
    return torch.stack([model(rows) for model in models]).mean(dim=0)


def evaluate(features, targets):
    """The loss and the accuracy over a whole part."""
    with torch.no_grad():
        outputs = torch.cat([predict(rows) for rows in features.split(1000)])
    loss = criterion(outputs, targets)
    accuracy = (outputs.argmax(dim=1) == targets).double().mean()
    return loss.item(), accuracy.item()


def report(epoch, step, rate):
    """Prints a row of the history, unless the run has diverged; gives the loss of both parts."""
    models.eval()
    train, validation = evaluate(x_train, y_train), evaluate(x_validation, y_validation)
    models.train()
    if math.isfinite(train[0]):
        print(epoch, step, train[0], validation[0], train[1], validation[1], rate, sep=",")
    return train[0], validation[0]


class Order:
    """Shuffles the samples before each epoch: Fisher and Yates, with the random numbers of Hyperlab (SplitMix64)."""

    def __init__(self, state):
        self.state = state
        self.order = list(range(len(x_train)))

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        z = self.state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
        return (z ^ z >> 31) >> 1

    def below(self, bound):
        """A number from 0 to bound - 1, all equally likely."""
        bits = self.bits()
        while bits - bits % bound + bound > 2**63:
            bits = self.bits()
        return bits % bound

    def shuffled(self):
        for i in range(len(self.order) - 1, 0, -1):
            j = self.below(i + 1)
            self.order[i], self.order[j] = self.order[j], self.order[i]
        return torch.tensor(self.order)


orders = [Order(state) for state in (0x265A64A4F9B776B7, 0x29A23FA326B8470D)]  # seed 42 and those that follow

print("epoch,step,trainLoss,validationLoss,trainAccuracy,validationAccuracy,learningRate")
step = 0
report(0, step, learning_rate(0))
for epoch in range(1, 101):
    rate = learning_rate(epoch - 1)
    for group in optimizer.param_groups:
        group["lr"] = rate
    for batches in zip(*(each.shuffled().split(3) for each in orders)):
        optimizer.zero_grad()
        # Each network has its own loss; their sum has the gradients of all.
        learners = zip(models, batches)
        loss = sum(criterion(model(x_train[batch]), y_train[batch]) for model, batch in learners)
        (loss + penalty()).backward()
        optimizer.step()
        step += 1
    train_loss, _ = report(epoch, step, rate)
    if not math.isfinite(train_loss):
        break
