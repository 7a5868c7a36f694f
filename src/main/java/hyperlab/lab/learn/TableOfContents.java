package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.lab.learn.exercise.ExercisesViewModel;
import hyperlab.lab.learn.exercise.PageScore;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The lab's left panel: a list of the numbered pages and the glossary, with the open one marked. */
final class TableOfContents extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Map<KeyCode, Integer> ROW_OFFSETS = Map.of(KeyCode.UP, -1, KeyCode.DOWN, 1);

    private final Messages messages;
    private final LearnViewModel lab;
    private final ExercisesViewModel exercises;
    private final List<Button> rows = new ArrayList<>();

    TableOfContents(LabContext context, LearnViewModel lab, ExercisesViewModel exercises) {
        this.messages = context.messages();
        this.lab = lab;
        this.exercises = exercises;
        getStyleClass().add("learn-contents");
        LearnViewModel.ENTRIES.forEach(name -> rows.add(row(name)));
        VBox list = new VBox();
        for (int k = 0; k < rows.size(); k++) {
            list.getChildren().add(new StackPane(rows.get(k), score(LearnViewModel.ENTRIES.get(k))));
        }
        list.getStyleClass().add("page-rows");
        // A button would move the focus by itself, out of the list at its end.
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::handleKeyPress);
        getChildren().add(new Section(messages.bind("learn.contents"), list));
        lab.glossaryEntryProperty().addListener((observed, before, now) -> updateMark());
        updateMark();
    }

    private Button row(String name) {
        boolean glossary = LearnViewModel.isGlossary(name);
        Label number = new Label(glossary ? "" : Integer.toString(LearnViewModel.ENTRIES.indexOf(name) + 1));
        number.getStyleClass().add("page-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Button row = new Button();
        row.setId("learn-open-" + name);
        row.getStyleClass().add("page-row");
        row.setGraphic(number);
        row.setContentDisplay(ContentDisplay.LEFT);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(Double.MAX_VALUE);
        row.textProperty().bind(messages.compute(() -> messages.get("learn.name." + name)));
        row.setOnAction(event -> lab.openEntry(name));
        row.accessibleTextProperty().bind(messages.compute(() -> accessibleText(name), exercises.scoresProperty()));
        return Hints.withHint(
                row,
                messages.compute(() -> glossary
                        ? messages.get("learn.glossary.hint")
                        : LearnViewModel.page(name, messages.languageProperty().get())
                                .title()));
    }

    private String accessibleText(String name) {
        String title = messages.get("learn.name." + name);
        PageScore score = exercises.score(name);
        return score.answered() == 0
                ? title
                : title + ". "
                        + messages.get(
                                "learn.exercises.score",
                                Integer.toString(score.right()),
                                Integer.toString(score.total()));
    }

    /** How many exercises of a page are answered correctly; empty if none is answered. */
    private Label score(String name) {
        Label mark = new Label();
        mark.setId("learn-score-" + name);
        mark.getStyleClass().addAll("caption", "page-score");
        mark.setMouseTransparent(true);
        mark.textProperty().bind(exercises.scoresProperty().map(scores -> {
            PageScore score = scores.getOrDefault(name, PageScore.NONE);
            return score.answered() == 0 ? "" : score.right() + "/" + score.total();
        }));
        StackPane.setAlignment(mark, Pos.CENTER_RIGHT);
        return mark;
    }

    private void handleKeyPress(KeyEvent event) {
        for (int k = 0; k < rows.size(); k++) {
            if (!rows.get(k).isFocused()) {
                continue;
            }
            if (event.getCode() == KeyCode.ENTER) {
                rows.get(k).fire();
                event.consume();
            } else if (ROW_OFFSETS.containsKey(event.getCode())) {
                int to = k + ROW_OFFSETS.get(event.getCode());
                rows.get(Math.max(0, Math.min(rows.size() - 1, to))).requestFocus();
                event.consume();
            }
            return;
        }
    }

    /** Moves the focus to the row of the open page. Returns false if the panel is hidden. */
    boolean focusOpenRow() {
        if (getScene() == null) {
            return false;
        }
        rows.get(lab.entryIndex()).requestFocus();
        return true;
    }

    private void updateMark() {
        for (int k = 0; k < rows.size(); k++) {
            rows.get(k).pseudoClassStateChanged(CHOSEN, k == lab.entryIndex());
        }
    }
}
