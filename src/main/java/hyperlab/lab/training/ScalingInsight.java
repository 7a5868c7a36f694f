package hyperlab.lab.training;

import hyperlab.finding.Severity;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FindingCard;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/** Says that the features of a table are standardized, and shows the effect once the run has ended. */
final class ScalingInsight extends VBox {
    private final ScalingComparison comparison;
    private final Messages messages;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty ended = new SimpleBooleanProperty(this, "ended");

    ScalingInsight(ScalingComparison comparison, Messages messages) {
        this.comparison = comparison;
        this.messages = messages;
        FindingCard card =
                new FindingCard("training-scaling", Severity.NOTE, messages.bind("training.scaling.title"), text);
        card.remedy(messages.bind("training.scaling.compare"), comparison::trainWithout);
        SettingControlFactory.showWhile(ended, card.getChildren().get(card.getChildren().size() - 1));
        getChildren().add(card);
        SettingControlFactory.showWhile(text.isNotEmpty(), this);
    }

    void show(TrainingViewState state) {
        RunFacts facts = state.facts();
        boolean hasEnded = state.outcome() != null;
        ended.set(hasEnded);
        text.set(
                facts == null || !comparison.applies(state)
                        ? ""
                        : messages.get(
                                hasEnded ? "training.scaling.ended" : "training.scaling.waits",
                                NumberFormats.format(facts.scaleRatioBefore(), 3)));
    }
}
