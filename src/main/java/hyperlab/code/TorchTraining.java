package hyperlab.code;

import static hyperlab.code.PythonFormat.number;

import hyperlab.data.PredictionTask;
import hyperlab.nn.Loss;
import hyperlab.optim.Penalty;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The training part of a program: loss, optimizer, evaluation and the loop over epochs, each as a piece of code. */
final class TorchTraining {
    private final TrainingSettings training;
    private final boolean dropout;
    private final PredictionTask task;
    private final int outputs;
    private final boolean ensemble;
    /** Whether each layer has its own learning rate. */
    private final boolean layered;

    private final TorchOrder order;

    /** The variable that holds the network, or the networks of an ensemble. */
    private final String modelVariable;

    /**
     * @param dropout whether the network has dropout
     * @param outputs the number of network outputs: the number of classes, or 1
     */
    TorchTraining(Experiment experiment, boolean dropout, PredictionTask task, int outputs) {
        this.training = experiment.training();
        this.dropout = dropout;
        this.task = task;
        this.outputs = outputs;
        this.ensemble = experiment.ensemble() > 1;
        this.layered = !training.layerRates().isEmpty();
        this.order = new TorchOrder(experiment);
        this.modelVariable = ensemble ? "models" : "model";
    }

    /** Whether the program needs {@code import copy}. */
    boolean needsCopy() {
        return training.patience() > 0;
    }

    /** The pieces of code, in program order. */
    List<String> sections() {
        return Stream.of(setup(), evaluation(false), loop())
                .flatMap(List::stream)
                .toList();
    }

    /** The loss, the optimizer, its schedule and the penalty. */
    List<String> setup() {
        TorchOptimizer.TorchCode optimizer = layered
                ? TorchOptimizer.ofGroups(training.optimizer(), training.learningRate())
                : TorchOptimizer.of(training.optimizer(), modelVariable, training.learningRate());
        List<String> pieces = new ArrayList<>(List.of(criterionCode()));
        if (!optimizer.definition().isEmpty()) {
            pieces.add(optimizer.definition());
        }
        pieces.add(optimizerCode(optimizer.call()));
        if (!training.schedule().isConstant()) {
            int epochs = Math.max(1, training.epochs());
            pieces.add(
                    layered
                            ? TorchOptimizer.scheduleFunctionOfBase(training.schedule(), epochs)
                            : TorchOptimizer.scheduleFunction(training.schedule(), training.learningRate(), epochs));
        }
        if (addsPenalty()) {
            pieces.add(penaltyFunction(training.penalty()));
        }
        if (training.penalty().hasSoftThreshold()) {
            double l1 = training.penalty().l1();
            pieces.add(layered ? layeredSoftThresholdFunction(l1) : softThresholdFunction(l1));
        }
        return pieces;
    }

    /** @param keepsHistory whether the rows that are printed are also kept in the list {@code history} */
    List<String> evaluation(boolean keepsHistory) {
        List<String> pieces = new ArrayList<>();
        if (ensemble) {
            pieces.add(ensembleFunction());
        }
        pieces.add(evaluateFunction());
        pieces.add(reportFunction(keepsHistory));
        return pieces;
    }

    /** The order of the samples, and the loop over the epochs. */
    List<String> loop() {
        return order.isShuffled()
                ? List.of(order.definition(), order.variables(), trainingLoop())
                : List.of(trainingLoop());
    }

    /** What is minimized, and how, as Markdown. */
    String description() {
        StringBuilder text = new StringBuilder();
        if (training.lossFor(task) == Loss.CROSS_ENTROPY) {
            text.append("The loss is the cross-entropy: the mean over the samples of $-\\ln \\mathrm{softmax}(z)_y$,"
                    + " where $z$ are the outputs and $y$ is the class.");
        } else {
            text.append(
                    "The loss is the mean over the samples of half the squared error, $\\frac{1}{2}\\sum (o - t)^2$.");
        }
        text.append(" The optimizer is `" + training.optimizer().name() + "` with ");
        text.append(
                layered
                        ? "a learning rate for each layer."
                        : "a learning rate of " + number(training.learningRate())
                                + (training.schedule().isConstant()
                                        ? "."
                                        : ", which the schedule changes in each epoch."));
        if (!training.penalty().isNone()) {
            text.append(" The penalty concerns weights only, not biases.");
        }
        if (ensemble) {
            text.append(" Each network of the ensemble is trained on its own; their predictions are averaged.");
        }
        return text.toString();
    }

    private String criterionCode() {
        if (training.lossFor(task) == Loss.CROSS_ENTROPY) {
            return "criterion = nn.CrossEntropyLoss()\n";
        }
        return task == PredictionTask.REGRESSION ? """
                def criterion(outputs, targets):
                    ""\"The mean over the samples of half the squared error.""\"
                    return 0.5 * ((outputs.squeeze(1) - targets) ** 2).mean()
                """ : """
                def criterion(outputs, targets):
                    ""\"The mean over the samples of half the sum of squared errors, 1 being wanted of the class and 0 of others.""\"
                    wanted = nn.functional.one_hot(targets, %d).to(outputs)
                    return 0.5 * ((outputs - wanted) ** 2).sum(dim=1).mean()
                """.formatted(outputs);
    }

    private String optimizerCode(String constructorCall) {
        StringBuilder text = new StringBuilder();
        boolean decoupled = training.optimizer().updateRule().decays();
        if (layered) {
            text.append(groupsCode(decoupled));
        }
        if ((decoupled && !layered) || !training.penalty().isNone()) {
            text.append("""
                    # Weight decay is for weights, not for biases and the slopes of PReLU, which have one dimension.
                    weights = [parameter for parameter in %s.parameters() if parameter.dim() > 1]
                    """.formatted(modelVariable));
        }
        if (decoupled && !layered) {
            text.append("others = [parameter for parameter in " + modelVariable
                    + ".parameters() if parameter.dim() == 1]\n");
        }
        return text.append("optimizer = ").append(constructorCall).append('\n').toString();
    }

    /** Parameter groups with the rate of their layer, and without weight decay for biases and slopes. */
    private String groupsCode(boolean decoupled) {
        String rates = training.layerRates().stream().map(PythonFormat::number).collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder();
        appendLine(
                text,
                0,
                "# Each layer with weights has its own learning rate; the slope of a PReLU has that of the layer before it.");
        appendLine(text, 0, "layers = []");
        appendLine(text, 0, "for parameter in " + modelVariable + ".parameters():");
        appendLine(text, 1, "if parameter.dim() > 1:");
        appendLine(text, 2, "layers.append([])");
        appendLine(text, 1, "layers[-1].append(parameter)");
        appendLine(text, 0, "layer_rates = [" + rates + "]" + (ensemble ? " * len(models)" : ""));
        if (decoupled) {
            appendLine(text, 0, "groups = [");
            appendLine(
                    text,
                    1,
                    "{\"params\": [each], \"lr\": rate, \"base\": rate, **({} if each.dim() > 1 else {\"weight_decay\": 0.0})}");
            appendLine(text, 1, "for layer, rate in zip(layers, layer_rates)");
            appendLine(text, 1, "for each in layer");
            appendLine(text, 0, "]");
        } else {
            appendLine(
                    text,
                    0,
                    "groups = [{\"params\": layer, \"lr\": rate, \"base\": rate} for layer, rate in zip(layers, layer_rates)]");
        }
        return text.toString();
    }

    private static String penaltyFunction(Penalty penalty) {
        List<String> terms = new ArrayList<>();
        if (penalty.l1InGradient() > 0) {
            terms.add(number(penalty.l1()) + " * sum(each.abs().sum() for each in weights)");
        }
        if (penalty.l2() > 0) {
            terms.add("0.5 * " + number(penalty.l2()) + " * sum((each**2).sum() for each in weights)");
        }
        return "def penalty():\n    return " + String.join(" + ", terms) + "\n";
    }

    /** Whether the loss that is differentiated includes a penalty. */
    private boolean addsPenalty() {
        return training.penalty().l1InGradient() > 0 || training.penalty().l2() > 0;
    }

    private static String softThresholdFunction(double l1) {
        return """
                @torch.no_grad()
                def soft_threshold(rate):
                    ""\"The L1 penalty as a proximal step: moves each weight toward 0, and to 0 if it is closer.""\"
                    threshold = rate * %s
                    for each in weights:
                        each.copy_(each.sign() * (each.abs() - threshold).clamp(min=0))
                """.formatted(number(l1));
    }

    private static String layeredSoftThresholdFunction(double l1) {
        return """
                @torch.no_grad()
                def soft_threshold():
                    ""\"The L1 penalty as a proximal step: moves each weight toward 0, and to 0 if it is closer.""\"
                    for group in optimizer.param_groups:
                        threshold = group["lr"] * %s
                        for each in group["params"]:
                            if each.dim() > 1:
                                each.copy_(each.sign() * (each.abs() - threshold).clamp(min=0))
                """.formatted(number(l1));
    }

    private String ensembleFunction() {
        String modelOutput =
                training.lossFor(task) == Loss.CROSS_ENTROPY ? "model(rows).softmax(dim=1)" : "model(rows)";
        return """
                def predict(rows):
                    ""\"The mean of what the networks predict.""\"
                    return torch.stack([%s for model in models]).mean(dim=0)
                """.formatted(modelOutput);
    }

    private String evaluateFunction() {
        boolean ofProbabilities = ensemble && training.lossFor(task) == Loss.CROSS_ENTROPY;
        boolean classes = task == PredictionTask.CLASSIFICATION;
        StringBuilder text = new StringBuilder();
        appendLine(text, 0, "def evaluate(features, targets):");
        appendLine(text, 1, "\"\"\"The loss" + (classes ? " and the accuracy" : "") + " over a whole part.\"\"\"");
        appendLine(text, 1, "with torch.no_grad():");
        String outputs = ensemble ? "predict(rows)" : "model(rows)";
        appendLine(text, 2, "outputs = torch.cat([" + outputs + " for rows in features.split(1000)])");
        appendLine(
                text,
                1,
                "loss = " + (ofProbabilities ? "nn.functional.nll_loss(outputs.log()" : "criterion(outputs")
                        + ", targets)");
        if (classes) {
            appendLine(text, 1, "accuracy = (outputs.argmax(dim=1) == targets).double().mean()");
        }
        appendLine(text, 1, "return loss.item(), " + (classes ? "accuracy.item()" : "\"\""));
        return text.toString();
    }

    private String reportFunction(boolean keepsHistory) {
        StringBuilder text = new StringBuilder();
        appendLine(text, 0, "def report(epoch, step, rate):");
        appendLine(
                text,
                1,
                "\"\"\"Prints a row of the history, unless the run has diverged; gives the loss of both parts.\"\"\"");
        if (dropout) {
            appendLine(text, 1, modelVariable + ".eval()");
        }
        appendLine(text, 1, "train, validation = evaluate(x_train, y_train), evaluate(x_validation, y_validation)");
        if (dropout) {
            appendLine(text, 1, modelVariable + ".train()");
        }
        appendLine(text, 1, "if math.isfinite(train[0]):");
        String row = "epoch, step, train[0], validation[0], train[1], validation[1], rate";
        if (keepsHistory) {
            appendLine(text, 2, "history.append((" + row + "))");
        }
        appendLine(text, 2, "print(" + row + ", sep=\",\")");
        appendLine(text, 1, "return train[0], validation[0]");
        return text.toString();
    }

    private String trainingLoop() {
        boolean constant = training.schedule().isConstant();
        boolean stopsEarly = training.patience() > 0;
        String rate = number(training.learningRate());
        StringBuilder text = new StringBuilder();
        appendLine(
                text,
                0,
                "print(\"epoch,step,trainLoss,validationLoss,trainAccuracy,validationAccuracy,learningRate\")");
        appendLine(text, 0, "step = 0");
        String scheduled = layered ? ", " + rate + ")" : ")";
        String first = "report(0, step, " + (constant ? rate : "learning_rate(0" + scheduled) + ")";
        if (stopsEarly) {
            appendLine(text, 0, "_, best_loss = " + first);
            appendLine(text, 0, "best_epoch, best_state = 0, copy.deepcopy(" + modelVariable + ".state_dict())");
        } else {
            appendLine(text, 0, first);
        }
        appendLine(text, 0, "for epoch in range(1, " + (training.epochs() + 1) + "):");
        if (constant) {
            appendLine(text, 1, "rate = " + rate);
        } else {
            appendLine(text, 1, "rate = learning_rate(epoch - 1" + scheduled);
            appendLine(text, 1, "for group in optimizer.param_groups:");
            appendLine(text, 2, "group[\"lr\"] = " + (layered ? "learning_rate(epoch - 1, group[\"base\"])" : "rate"));
        }
        String size = training.batchSize().isFull()
                ? "len(x_train)"
                : Integer.toString(training.batchSize().samples());
        String batches = order.batches(size);
        if (ensemble) {
            appendLine(text, 1, "for batches in " + batches + ":");
            appendLine(text, 2, "optimizer.zero_grad()");
            appendLine(text, 2, "# Each network has its own loss; their sum has the gradients of all.");
            appendLine(text, 2, "learners = zip(models, batches)");
            appendLine(
                    text,
                    2,
                    "loss = sum(criterion(model(x_train[batch]), y_train[batch]) for model, batch in learners)");
        } else {
            appendLine(text, 1, "for batch in " + batches + ":");
            appendLine(text, 2, "optimizer.zero_grad()");
            appendLine(text, 2, "loss = criterion(model(x_train[batch]), y_train[batch])");
        }
        appendLine(text, 2, addsPenalty() ? "(loss + penalty()).backward()" : "loss.backward()");
        appendLine(text, 2, "optimizer.step()");
        if (training.penalty().hasSoftThreshold()) {
            appendLine(text, 2, layered ? "soft_threshold()" : "soft_threshold(rate)");
        }
        appendLine(text, 2, "step += 1");
        appendLine(
                text,
                1,
                (stopsEarly ? "train_loss, validation_loss" : "train_loss, _") + " = report(epoch, step, rate)");
        appendLine(text, 1, "if not math.isfinite(train_loss):");
        appendLine(text, 2, "break");
        if (stopsEarly) {
            appendLine(text, 1, "if validation_loss < best_loss:");
            appendLine(
                    text,
                    2,
                    "best_loss, best_epoch, best_state = validation_loss, epoch, copy.deepcopy(" + modelVariable
                            + ".state_dict())");
            appendLine(text, 1, "elif epoch - best_epoch >= " + training.patience() + ":");
            appendLine(text, 2, "break");
            appendLine(text, 0, modelVariable + ".load_state_dict(best_state)");
        }
        return text.toString();
    }

    private static void appendLine(StringBuilder text, int depth, String code) {
        text.append("    ".repeat(depth)).append(code).append('\n');
    }
}
