# sizes
# Written by Hyperlab 1.2.3 for PyTorch 2.x: the same experiment, from the same data and initial weights, in double
# precision.
# Prints what Hyperlab's history.csv holds, but for the seconds. Every step is the same: the batches and their order,
# too. PyTorch rounds sums in another way, by about 1e-16 in each. Training can amplify this: in a run with a large
# learning rate, late rows can differ visibly.

import copy
import math

import torch
from torch import nn

torch.set_default_dtype(torch.float64)

# Data: own.csv, target size; features a, b; trainFraction 0.7 of the rows, sequential.
x_train = torch.tensor([[0.5, -1.0], [1.25, 3.0], [-2.0, 0.125], [4.0, 1e-7]])
y_train = torch.tensor([1.5, 2.0, -0.25, 0.0])
x_validation = torch.tensor([[0.0, 2.0], [1.0, 1.0]])
y_validation = torch.tensor([3.0, 1.0])
start = [
    [[0.0, 0.0]],
    [0.0],
]

model = nn.Sequential(
    nn.Linear(2, 1),
)
# The initial weights, drawn by Hyperlab: zero, seed 42.
with torch.no_grad():
    for parameter, values in zip(model.parameters(), start):
        parameter.copy_(torch.tensor(values))


def criterion(outputs, targets):
    """The mean over the samples of half the squared error."""
    return 0.5 * ((outputs.squeeze(1) - targets) ** 2).mean()


# Weight decay is for weights, not for biases and the slopes of PReLU, which have one dimension.
weights = [parameter for parameter in model.parameters() if parameter.dim() > 1]
optimizer = torch.optim.SGD(model.parameters(), lr=0.03, momentum=0.9, nesterov=True)


def learning_rate(epoch):
    if epoch < 2:
        return 0.03 * (epoch + 1) / 2
    return 0.03 * 0.5 ** ((epoch - 2) // 4)


def penalty():
    return 0.01 * sum(each.abs().sum() for each in weights)


def evaluate(features, targets):
    """The loss over a whole part."""
    with torch.no_grad():
        outputs = torch.cat([model(rows) for rows in features.split(1000)])
    loss = criterion(outputs, targets)
    return loss.item(), ""


def report(epoch, step, rate):
    """Prints a row of the history, unless the run has diverged; gives the loss of both parts."""
    train, validation = evaluate(x_train, y_train), evaluate(x_validation, y_validation)
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


order = Order(0x265A64A4F9B776B7)  # seed 42

print("epoch,step,trainLoss,validationLoss,trainAccuracy,validationAccuracy,learningRate")
step = 0
_, best_loss = report(0, step, learning_rate(0))
best_epoch, best_state = 0, copy.deepcopy(model.state_dict())
for epoch in range(1, 41):
    rate = learning_rate(epoch - 1)
    for group in optimizer.param_groups:
        group["lr"] = rate
    for batch in order.shuffled().split(len(x_train)):
        optimizer.zero_grad()
        loss = criterion(model(x_train[batch]), y_train[batch])
        (loss + penalty()).backward()
        optimizer.step()
        step += 1
    train_loss, validation_loss = report(epoch, step, rate)
    if not math.isfinite(train_loss):
        break
    if validation_loss < best_loss:
        best_loss, best_epoch, best_state = validation_loss, epoch, copy.deepcopy(model.state_dict())
    elif epoch - best_epoch >= 5:
        break
model.load_state_dict(best_state)
