package hyperlab.code;

import static hyperlab.code.PythonText.number;

import hyperlab.data.Task;
import hyperlab.nn.Loss;
import hyperlab.optim.AdamW;
import hyperlab.optim.Penalty;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;

/** The training part of a program: loss, optimizer, evaluation and the loop over epochs, each as a piece of code. */
final class TorchTraining {
    private final TrainingSettings training;
    private final boolean dropout;
    private final Task task;
    private final int outputs;
    private final boolean ensemble;
    /** The variable that holds the network, or the networks of an ensemble. */
    private final String learner;

    /**
     * @param dropout whether the network has dropout
     * @param outputs the number of network outputs: the number of classes, or 1
     */
    TorchTraining(Experiment experiment, boolean dropout, Task task, int outputs) {
        this.training = experiment.training();
        this.dropout = dropout;
        this.task = task;
        this.outputs = outputs;
        this.ensemble = experiment.ensemble() > 1;
        this.learner = ensemble ? "models" : "model";
    }

    /** Whether the program needs {@code import copy}. */
    boolean copies() {
        return training.patience() > 0;
    }

    /** The pieces of code, in program order. */
    List<String> pieces() {
        List<String> pieces = new ArrayList<>(List.of(criterion(), optimizer()));
        if (!TorchOptimizer.isConstant(training.schedule())) {
            pieces.add(TorchOptimizer.function(
                    training.schedule(), training.learningRate(), Math.max(1, training.epochs())));
        }
        if (!training.penalty().isNone()) {
            pieces.add(penalty(training.penalty()));
        }
        if (ensemble) {
            pieces.add(mean());
        }
        pieces.add(evaluate());
        pieces.add(report());
        pieces.add(loop());
        return pieces;
    }

    private String criterion() {
        if (training.lossFor(task) == Loss.CROSS_ENTROPY) {
            return "criterion = nn.CrossEntropyLoss()\n";
        }
        return task == Task.REGRESSION ? """
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

    private String optimizer() {
        StringBuilder text = new StringBuilder();
        boolean decoupled = training.optimizer() instanceof AdamW;
        if (decoupled || !training.penalty().isNone()) {
            text.append("""
                    # Weight decay is for weights, not for biases and the slopes of PReLU, which have one dimension.
                    weights = [parameter for parameter in %s.parameters() if parameter.dim() > 1]
                    """.formatted(learner));
        }
        if (decoupled) {
            text.append("others = [parameter for parameter in " + learner + ".parameters() if parameter.dim() == 1]\n");
        }
        return text.append("optimizer = ")
                .append(TorchOptimizer.call(training.optimizer(), learner, training.learningRate()))
                .append('\n')
                .toString();
    }

    private static String penalty(Penalty penalty) {
        List<String> terms = new ArrayList<>();
        if (penalty.l1() > 0) {
            terms.add(number(penalty.l1()) + " * sum(each.abs().sum() for each in weights)");
        }
        if (penalty.l2() > 0) {
            terms.add("0.5 * " + number(penalty.l2()) + " * sum((each**2).sum() for each in weights)");
        }
        return "def penalty():\n    return " + String.join(" + ", terms) + "\n";
    }

    private String mean() {
        String own = training.lossFor(task) == Loss.CROSS_ENTROPY ? "model(rows).softmax(dim=1)" : "model(rows)";
        return """
                def predict(rows):
                    ""\"The mean of what the networks predict.""\"
                    return torch.stack([%s for model in models]).mean(dim=0)
                """.formatted(own);
    }

    private String evaluate() {
        boolean ofProbabilities = ensemble && training.lossFor(task) == Loss.CROSS_ENTROPY;
        boolean classes = task == Task.CLASSIFICATION;
        StringBuilder text = new StringBuilder();
        line(text, 0, "def evaluate(features, targets):");
        line(text, 1, "\"\"\"The loss" + (classes ? " and the accuracy" : "") + " over a whole part.\"\"\"");
        line(text, 1, "with torch.no_grad():");
        String outputs = ensemble ? "predict(rows)" : "model(rows)";
        line(text, 2, "outputs = torch.cat([" + outputs + " for rows in features.split(1000)])");
        line(
                text,
                1,
                "loss = " + (ofProbabilities ? "nn.functional.nll_loss(outputs.log()" : "criterion(outputs")
                        + ", targets)");
        if (classes) {
            line(text, 1, "accuracy = (outputs.argmax(dim=1) == targets).double().mean()");
        }
        line(text, 1, "return loss.item(), " + (classes ? "accuracy.item()" : "\"\""));
        return text.toString();
    }

    private String report() {
        StringBuilder text = new StringBuilder();
        line(text, 0, "def report(epoch, step, rate):");
        line(
                text,
                1,
                "\"\"\"Prints a row of the history, unless the run has diverged; gives the loss of both parts.\"\"\"");
        if (dropout) {
            line(text, 1, learner + ".eval()");
        }
        line(text, 1, "train, validation = evaluate(x_train, y_train), evaluate(x_validation, y_validation)");
        if (dropout) {
            line(text, 1, learner + ".train()");
        }
        line(text, 1, "if math.isfinite(train[0]):");
        line(text, 2, "print(epoch, step, train[0], validation[0], train[1], validation[1], rate, sep=\",\")");
        line(text, 1, "return train[0], validation[0]");
        return text.toString();
    }

    private String loop() {
        boolean constant = TorchOptimizer.isConstant(training.schedule());
        boolean patient = training.patience() > 0;
        String rate = number(training.learningRate());
        StringBuilder text = new StringBuilder();
        line(text, 0, "print(\"epoch,step,trainLoss,validationLoss,trainAccuracy,validationAccuracy,learningRate\")");
        line(text, 0, "step = 0");
        String first = "report(0, step, " + (constant ? rate : "learning_rate(0)") + ")";
        if (patient) {
            line(text, 0, "_, best_loss = " + first);
            line(text, 0, "best_epoch, best_state = 0, copy.deepcopy(" + learner + ".state_dict())");
        } else {
            line(text, 0, first);
        }
        line(text, 0, "for epoch in range(1, " + (training.epochs() + 1) + "):");
        if (constant) {
            line(text, 1, "rate = " + rate);
        } else {
            line(text, 1, "rate = learning_rate(epoch - 1)");
            line(text, 1, "for group in optimizer.param_groups:");
            line(text, 2, "group[\"lr\"] = rate");
        }
        String order = training.shuffle() ? "randperm" : "arange";
        String size = training.batchSize().isFull()
                ? "len(x_train)"
                : Integer.toString(training.batchSize().samples());
        String batches = "torch." + order + "(len(x_train)).split(" + size + ")";
        if (ensemble) {
            line(text, 1, "for batches in zip(*(" + batches + " for _ in models)):");
            line(text, 2, "optimizer.zero_grad()");
            line(text, 2, "# Each network has its own loss; their sum has the gradients of all.");
            line(text, 2, "learners = zip(models, batches)");
            line(text, 2, "loss = sum(criterion(model(x_train[batch]), y_train[batch]) for model, batch in learners)");
        } else {
            line(text, 1, "for batch in " + batches + ":");
            line(text, 2, "optimizer.zero_grad()");
            line(text, 2, "loss = criterion(model(x_train[batch]), y_train[batch])");
        }
        line(text, 2, training.penalty().isNone() ? "loss.backward()" : "(loss + penalty()).backward()");
        line(text, 2, "optimizer.step()");
        line(text, 2, "step += 1");
        line(text, 1, (patient ? "train_loss, validation_loss" : "train_loss, _") + " = report(epoch, step, rate)");
        line(text, 1, "if not math.isfinite(train_loss):");
        line(text, 2, "break");
        if (patient) {
            line(text, 1, "if validation_loss < best_loss:");
            line(
                    text,
                    2,
                    "best_loss, best_epoch, best_state = validation_loss, epoch, copy.deepcopy(" + learner
                            + ".state_dict())");
            line(text, 1, "elif epoch - best_epoch >= " + training.patience() + ":");
            line(text, 2, "break");
            line(text, 0, learner + ".load_state_dict(best_state)");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, int depth, String code) {
        text.append("    ".repeat(depth)).append(code).append('\n');
    }
}
