package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.nn.Evaluation;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.TrainingOutcome;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/** The result on the test set once a run has ended, and before that an explanation of why there is none yet. */
public final class TestSetInsight extends VBox {
    private final ComparedRuns runs;
    private final Messages messages;
    private final StringProperty text = new SimpleStringProperty(this, "said", "");

    public TestSetInsight(ComparedRuns runs, Messages messages) {
        this.runs = runs;
        this.messages = messages;
        WrappedText label = new WrappedText(text);
        label.setId("training-test");
        getChildren().add(new Section(messages.bind("training.test.title"), label));
        SettingControlFactory.showWhile(text.isNotEmpty(), this);
    }

    public void show(TrainingViewState state) {
        RunFacts facts = state.facts();
        text.set(facts == null || facts.testRows() == 0 ? "" : resultText(state, facts));
    }

    private String resultText(TrainingViewState state, RunFacts facts) {
        Texts texts = messages.texts();
        RunHistory history = runs.live().history();
        Evaluation test = history.test();
        String rows = NumberFormats.count(facts.testRows());
        if (test == null) {
            return texts.get("training.test.waits", rows);
        }
        String loss = NumberFormats.format(test.loss(), 3);
        String weights = texts.get(usesBestWeights(state, history) ? "training.test.best" : "training.test.last");
        return Double.isNaN(test.accuracy())
                ? texts.get("training.test.loss", loss, rows, weights)
                : texts.get(
                        "training.test.both", loss, NumberFormats.formatFixed(100 * test.accuracy(), 1), rows, weights);
    }

    /** The same rule as for the resulting weights of a run. */
    private static boolean usesBestWeights(TrainingViewState state, RunHistory history) {
        return state.experiment().training().patience() > 0 || history.outcome() instanceof TrainingOutcome.Diverged;
    }
}
