package hyperlab.lab.training.settings;

import hyperlab.optim.L1Method;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Schedule;
import hyperlab.optim.ScheduleConstant;
import hyperlab.train.TrainingSettings;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LogSlider;
import hyperlab.ui.control.slider.PinnedControl;
import hyperlab.ui.control.slider.PowerOfTwoSlider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;

/** The controls for training: learning rate, batch size, optimizer, loss, schedule and epochs. */
public final class LearningControls {
    private static final double MIN_RATE = 1e-4;
    private static final double MAX_RATE = 10;

    private static final List<String> L1_METHODS =
            Arrays.stream(L1Method.values()).map(L1Method::fileName).toList();

    private final LearningSettings learning;
    private final UndoHistory undo;
    private final SettingControlFactory fields;
    private final Messages messages;

    public LearningControls(
            LearningSettings learning, UndoHistory undo, SettingControlFactory fields, Messages messages) {
        this.learning = learning;
        this.undo = undo;
        this.fields = fields;
        this.messages = messages;
    }

    /** The optimizer, its constants, and what it minimizes. */
    public Node[] optimizerRows() {
        List<Node> rows = new ArrayList<>();
        optimizer(rows);
        rows.add(fields.toggle("training-shuffle", "training.shuffle", learning.shuffle()));
        rows.add(fields.choice(
                "training-loss-function",
                "training.lossFunction",
                LearningSettings.LOSSES,
                learning.loss(),
                name -> name,
                name -> name));
        rows.add(fields.choiceWhile(
                learning.l1().map(strength -> strength > 0),
                "training-l1-method",
                "training.l1Method",
                L1_METHODS,
                learning.l1Method(),
                L1Method::byName,
                L1Method::fileName));
        return rows.toArray(Node[]::new);
    }

    /** The schedule of the learning rate, and when training ends. */
    public Node[] scheduleRows() {
        List<Node> rows = new ArrayList<>();
        schedule(rows);
        rows.add(fields.integer(
                "training-epochs",
                "training.epochs",
                NumberRule.wholeWithin(0, TrainingSettings.MAX_EPOCHS),
                learning.epochs()));
        rows.add(fields.integer(
                "training-patience",
                "training.patience",
                NumberRule.wholeWithin(0, TrainingSettings.MAX_EPOCHS),
                learning.patience()));
        return rows.toArray(Node[]::new);
    }

    private void optimizer(List<Node> rows) {
        OptimizerSettings optimizer = learning.optimizer();
        rows.add(fields.choice(
                "training-optimizer",
                "training.optimizer",
                "component.optimizer",
                Optimizer.all().stream().map(Optimizer::name).toList(),
                optimizer.kind(),
                this::optimizerNamed,
                Optimizer::name));
        for (OptimizerConstant constant : OptimizerConstant.values()) {
            rows.add(fields.constant(optimizer, constant));
            if (constant == OptimizerConstant.MOMENTUM) {
                rows.add(fields.toggleWhile(
                        optimizer
                                .constant(constant)
                                .map(momentum -> momentum > 0)
                                .orElse(true),
                        "training-nesterov",
                        "training.nesterov",
                        optimizer.nesterov()));
            }
        }
    }

    /** The optimizer with this name. If it is already selected, it keeps its current constants. */
    private Optimizer optimizerNamed(String name) {
        Optimizer now = learning.optimizer().kind().get();
        return now.name().equals(name) ? now : Optimizer.byName(name);
    }

    /** The learning rate. */
    public Node rate() {
        LogSlider rate = new LogSlider(
                "training-learning-rate",
                messages,
                messages.bind("training.learningRate"),
                MIN_RATE,
                MAX_RATE,
                TrainingSettings.DEFAULT.learningRate());
        rate.onSettled(undo::settle);
        SettingBindings.bindNumber(rate.valueProperty(), learning.learningRate());
        return PinnedControl.markFirst(fields.withHint(rate, "training.learningRate"));
    }

    private void schedule(List<Node> rows) {
        ScheduleSettings schedule = learning.schedule();
        rows.add(fields.choice(
                "training-schedule",
                "training.schedule",
                "component.schedule",
                Schedule.all().stream().map(Schedule::name).toList(),
                schedule.kind(),
                schedule::fromName,
                Schedule::name));
        rows.add(fields.integer(
                "training-schedule-every",
                "training.schedule.every",
                NumberRule.of(ScheduleConstant.EVERY.range()).atMost(TrainingSettings.MAX_EPOCHS),
                schedule.every()));
        rows.add(fields.number(
                "training-schedule-factor",
                "training.schedule.factor",
                NumberRule.of(ScheduleConstant.FACTOR.range()),
                schedule.factor()));
        rows.add(fields.number(
                "training-schedule-floor",
                "training.schedule.floor",
                NumberRule.of(ScheduleConstant.FLOOR.range()),
                schedule.floor()));
        rows.add(fields.integer(
                "training-warmup",
                "training.warmup",
                NumberRule.of(ScheduleConstant.WARMUP.range()).atMost(TrainingSettings.MAX_EPOCHS),
                schedule.warmup()));
    }

    /** The batch size. */
    public Node batch() {
        PowerOfTwoSlider batch = new PowerOfTwoSlider(
                "training-batch-size",
                messages,
                messages.bind("training.batchSize"),
                TrainingSettings.DEFAULT.batchSize());
        batch.onSettled(undo::settle);
        SettingBindings.bind(batch.batchSizeProperty(), learning.batchSize());
        return fields.withHint(batch, "training.batchSize");
    }
}
