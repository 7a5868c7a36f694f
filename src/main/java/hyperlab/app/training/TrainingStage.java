package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.RefusalWords;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Finding;
import hyperlab.app.control.Icons;
import hyperlab.app.control.Prose;
import hyperlab.app.control.StageGrid;
import hyperlab.data.Task;
import hyperlab.rule.Refusal;
import hyperlab.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The charts: loss over accuracy, or loss alone where there is no accuracy; above them what waits for a restart. */
final class TrainingStage extends BorderPane {
    private static final Duration PATIENCE = Duration.millis(300);

    private final TrainingViewModel lab;
    private final Messages messages;
    private final CurveCards curves;
    private final ChartCard lossCard;
    private final ChartCard accuracyCard;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private boolean both = true;

    TrainingStage(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.messages = context.messages();
        curves = new CurveCards(lab, context);
        lossCard = curves.loss();
        accuracyCard = curves.accuracy();
        setTop(waiting());
        place(true);
        patience.setOnFinished(event -> working(true));
        lab.opening().addListener((observed, before, now) -> opening(now));
        opening(lab.opening().get());
        lab.picture().addListener((observed, before, now) -> show());
        messages.language().addListener((observed, before, now) -> show());
        show();
    }

    List<ChartCard> cards() {
        return both ? List.of(lossCard, accuracyCard) : List.of(lossCard);
    }

    void shown(boolean onStage) {
        lossCard.active(onStage);
        accuracyCard.active(onStage);
    }

    private void show() {
        Picture picture = lab.picture().get();
        RunFacts facts = picture.facts();
        failed(picture.refusal());
        place(picture.refusal() == null && (facts == null ? both : facts.task() == Task.CLASSIFICATION));
        curves.show();
    }

    private void place(boolean withAccuracy) {
        if (getCenter() != null && both == withAccuracy) {
            return;
        }
        both = withAccuracy;
        StageGrid grid = new StageGrid(new double[] {1}, both ? new double[] {3, 2} : new double[] {1});
        grid.put(lossCard, 0, 0, 1);
        if (both) {
            grid.put(accuracyCard, 0, 1, 1);
        }
        setCenter(grid);
    }

    private void failed(@Nullable Refusal refusal) {
        if (refusal == null) {
            lossCard.instead(null);
            return;
        }
        Finding failure = new Finding(
                "training-failed",
                Finding.Kind.DANGER,
                messages.bind("training.failed"),
                messages.compute(() -> RefusalWords.line(refusal, messages.texts())));
        if (lab.undo().canUndo().get()) {
            failure.remedy(messages.bind("training.failed.undo"), lab.undo()::undo);
        } else {
            failure.remedy(
                    messages.bind("training.failed.reset"),
                    () -> lab.settings().source().set("moons"));
        }
        lossCard.instead(failure);
    }

    private Node waiting() {
        Prose line = new Prose(messages.compute(this::waitingText, lab.waiting()));
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(line, Priority.ALWAYS);
        Button restart = new Button();
        restart.setId("training-restart");
        restart.textProperty().bind(messages.bind("training.restart"));
        restart.setGraphic(Icons.icon("fth-rotate-ccw"));
        restart.setMinWidth(USE_PREF_SIZE);
        restart.setOnAction(event -> lab.restart());
        HBox strip = new HBox(12, line, restart);
        strip.setId("training-waiting");
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().addAll("banner", "waiting");
        strip.visibleProperty().bind(lab.waiting().map(list -> !list.isEmpty()));
        strip.managedProperty().bind(strip.visibleProperty());
        return strip;
    }

    private String waitingText() {
        Texts texts = messages.texts();
        String list = lab.waiting().get().stream()
                .map(difference -> difference.said().in(texts))
                .collect(Collectors.joining(", "));
        return texts.get("training.waiting", list);
    }

    private void opening(boolean now) {
        if (now) {
            patience.playFromStart();
        } else {
            patience.stop();
            working(false);
        }
    }

    private void working(boolean now) {
        lossCard.working(now);
        accuracyCard.working(now);
    }
}
