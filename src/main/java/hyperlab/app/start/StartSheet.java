package hyperlab.app.start;

import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.ModalSheet;
import hyperlab.ui.control.SegmentedButton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Three ways into the program, offered once. Escape leaves it for what lies below. FX thread only. */
public final class StartSheet {
    private final Messages messages;
    private final Map<Way, Runnable> ways;
    private final ModalSheet sheet;

    /** A way into the program. */
    public enum Way {
        /** Present the first lesson to a class. */
        CLASS("fth-monitor", KeyCode.DIGIT1),
        /** Try the first lab. */
        EXPLORE("fth-sliders", KeyCode.DIGIT2),
        /** Open a table and train on it. */
        DATA("fth-upload", KeyCode.DIGIT3);

        private final String icon;
        private final KeyCode key;

        Way(String icon, KeyCode key) {
            this.icon = icon;
            this.key = key;
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Creates a sheet that is still closed.
     *
     * @param ways what each way does, after the sheet has closed
     */
    public StartSheet(Messages messages, Map<Way, Runnable> ways) {
        this.messages = messages;
        this.ways = Map.copyOf(ways);
        Label title = new Label();
        title.textProperty().bind(messages.bind("shell.start"));
        title.getStyleClass().add("start-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        SegmentedButton<Language> language = new SegmentedButton<>(
                "start-language", messages, List.of(Language.values()), each -> "shell.language." + each.code());
        language.valueProperty().bindBidirectional(messages.languageProperty());
        HBox head = new HBox(12, title, gap, language);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox cards = new HBox(12);
        for (Way way : Way.values()) {
            cards.getChildren().add(card(way));
        }
        Button skip = new Button();
        skip.setId("start-skip");
        skip.getStyleClass().add("link");
        skip.textProperty().bind(messages.bind("shell.start.skip"));
        skip.setOnAction(event -> close());
        HBox foot = new HBox(skip);
        foot.setAlignment(Pos.CENTER);
        VBox content = new VBox(16, head, cards, foot);
        content.getStyleClass().add("start-content");
        sheet = new ModalSheet("start-sheet", Pos.CENTER, content);
        sheet.setKeys(this::handleKey);
        sheet.setFirstFocus(cards.getChildren().get(0));
    }

    /** The sheet, to be put over the window. */
    public ModalSheet sheet() {
        return sheet;
    }

    private void close() {
        sheet.close();
    }

    private Node card(Way way) {
        Label key = new Label(way.key.getName());
        key.getStyleClass().add("key");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Icons.icon(way.icon), gap, key);
        Label title = new Label();
        title.textProperty().bind(messages.bind("shell.start." + way.id()));
        title.getStyleClass().add("start-way-title");
        Label what = new Label();
        what.textProperty().bind(messages.bind("shell.start." + way.id() + ".what"));
        what.getStyleClass().add("start-way-what");
        what.setWrapText(true);
        VBox words = new VBox(10, head, title, what);
        words.setMouseTransparent(true);
        Button button = new Button();
        button.setId("start-" + way.id());
        button.getStyleClass().add("start-way");
        button.setGraphic(words);
        button.accessibleTextProperty()
                .bind(messages.compute(() -> messages.get("shell.start." + way.id()) + ". "
                        + messages.get("shell.start." + way.id() + ".what")));
        button.setOnAction(event -> choose(way));
        return button;
    }

    private boolean handleKey(KeyEvent event) {
        for (Way way : Way.values()) {
            if (event.getCode() == way.key && !event.isShortcutDown() && !event.isAltDown()) {
                choose(way);
                return true;
            }
        }
        return false;
    }

    private void choose(Way way) {
        sheet.close();
        Runnable task = ways.get(way);
        if (task != null) {
            task.run();
        }
    }
}
