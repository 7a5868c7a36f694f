package hyperlab.app.descent;

import hyperlab.app.Messages;
import hyperlab.app.control.Choice;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Toggle;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Sgd;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The chosen racer's optimizer and its constants: only those that it has are shown. */
final class OptimizerControls extends VBox {
    private static final List<Optimizer> KINDS = List.of(Sgd.DEFAULT, RmsProp.DEFAULT, Adam.DEFAULT);

    private final RateViewModel lab;
    private final Choice<Optimizer> kind;
    private final LinearSlider momentum;
    private final Toggle nesterov = new Toggle("rate-nesterov");
    private final NumberField decay;
    private final NumberField beta1;
    private final NumberField beta2;
    private final VBox sgd;
    private final VBox rmsProp;
    private final VBox adam;
    private boolean following;

    OptimizerControls(Messages messages, RateViewModel lab) {
        this.lab = lab;
        getStyleClass().add("controls-group");
        kind = new Choice<>("rate-optimizer", messages, KINDS, RateWords::optimizerKey);
        momentum = new LinearSlider(
                "rate-momentum", messages, messages.bind("rate.momentum"), LinearRange.of(0, 0.99, 0.01), 0);
        NumberRule share = NumberRule.atLeastBelow(0, 1);
        momentum.rule(share);
        decay = new NumberField("rate-decay", messages, share, RmsProp.DEFAULT.decay());
        beta1 = new NumberField("rate-beta1", messages, share, Adam.DEFAULT.beta1());
        beta2 = new NumberField("rate-beta2", messages, share, Adam.DEFAULT.beta2());
        FieldRow nesterovRow = new FieldRow(messages.bind("rate.nesterov"), nesterov);
        nesterovRow.visibleProperty().bind(momentum.value().greaterThan(0));
        nesterovRow.managedProperty().bind(nesterovRow.visibleProperty());
        sgd = group(momentum, nesterovRow);
        rmsProp = group(new FieldRow(messages.bind("rate.decay"), decay));
        adam = group(
                new FieldRow(new SimpleStringProperty("β₁"), beta1),
                new FieldRow(new SimpleStringProperty("β₂"), beta2));
        getChildren().addAll(new FieldRow(messages.bind("rate.optimizer"), kind), sgd, rmsProp, adam);
        lab.optimizer().addListener((observed, before, now) -> follow(now));
        follow(lab.optimizer().get());
        settle();
        listen(kind.valueProperty(), () -> kind.getValue());
        listen(momentum.value(), this::newSgd);
        listen(nesterov.selectedProperty(), this::newSgd);
        listen(decay.value(), () -> new RmsProp(decay.value().get(), RmsProp.DEFAULT.epsilon()));
        listen(beta1.value(), this::newAdam);
        listen(beta2.value(), this::newAdam);
    }

    private void settle() {
        kind.onSettled(lab.undo()::settle);
        momentum.onSettled(lab.undo()::settle);
        decay.onSettled(lab.undo()::settle);
        beta1.onSettled(lab.undo()::settle);
        beta2.onSettled(lab.undo()::settle);
    }

    private static VBox group(Node... nodes) {
        VBox group = new VBox(nodes);
        group.getStyleClass().add("controls-group");
        group.managedProperty().bind(group.visibleProperty());
        return group;
    }

    private void listen(ObservableValue<?> control, java.util.function.Supplier<Optimizer> chosen) {
        control.addListener((observed, before, now) -> {
            if (!following && now != null) {
                lab.optimizer().set(chosen.get());
            }
        });
    }

    private Optimizer newSgd() {
        double share = momentum.value().get();
        return new Sgd(share, share > 0 && nesterov.isSelected());
    }

    private Optimizer newAdam() {
        return new Adam(beta1.value().get(), beta2.value().get(), Adam.DEFAULT.epsilon());
    }

    private void follow(Optimizer optimizer) {
        following = true;
        try {
            kind.setValue(KINDS.stream()
                    .filter(known -> known.name().equals(optimizer.name()))
                    .findFirst()
                    .orElseThrow());
            sgd.setVisible(optimizer instanceof Sgd);
            rmsProp.setVisible(optimizer instanceof RmsProp);
            adam.setVisible(optimizer instanceof Adam);
            if (optimizer instanceof Sgd shown) {
                momentum.value().set(shown.momentum());
                nesterov.setSelected(shown.nesterov());
            } else if (optimizer instanceof RmsProp shown) {
                decay.value().set(shown.decay());
            } else if (optimizer instanceof Adam shown) {
                beta1.value().set(shown.beta1());
                beta2.value().set(shown.beta2());
            }
        } finally {
            following = false;
        }
    }
}
