package hyperlab.lab.training.run;

import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** The number of seeds, the button that starts and stops training with them, and its progress. */
public final class SeedsRow extends VBox {
    private final SeedStudyViewModel seeds;
    private final Messages messages;
    private final Button button = new Button();
    private final ProgressBar progress = new ProgressBar(0);

    /** @param trainOrStop starts the training, or stops it if it is in progress */
    public SeedsRow(SeedStudyViewModel seeds, Runnable trainOrStop, LabContext context) {
        this.seeds = seeds;
        this.messages = context.messages();
        NumberField count = new NumberField(
                "training-seeds",
                messages,
                NumberRule.wholeWithin(SeedStudyViewModel.MIN_SEEDS, SeedStudyViewModel.MAX_SEEDS),
                seeds.countProperty().get());
        count.valueProperty()
                .addListener((observed, before, now) -> seeds.countProperty().set(now.intValue()));
        seeds.countProperty()
                .addListener((observed, before, now) -> count.valueProperty().set(now.intValue()));
        button.setId("training-seeds-train");
        button.setOnAction(event -> trainOrStop.run());
        button.setMinWidth(USE_PREF_SIZE);
        progress.setId("training-seeds-progress");
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        Hints.withHint(
                                new FieldRow(messages.bind("training.seeds"), count, button),
                                messages.bind("training.seeds.hint")),
                        progress);
        seeds.statusProperty().addListener((observed, before, now) -> show());
        seeds.errorProperty().addListener((observed, before, now) -> reportError(now, context));
        NodeListeners.listen(this, messages.languageProperty(), this::show);
        show();
    }

    private void show() {
        boolean running = seeds.statusProperty().get().isRunning();
        button.setText(messages.get(running ? "training.seeds.stop" : "training.seeds.train"));
        button.setGraphic(Icons.icon(running ? "fth-x" : "fth-shuffle"));
        progress.setProgress(seeds.statusProperty().get().share());
        progress.setVisible(running);
    }

    private void reportError(InvalidInputException error, LabContext context) {
        if (error != null) {
            context.showError(error);
        }
    }
}
