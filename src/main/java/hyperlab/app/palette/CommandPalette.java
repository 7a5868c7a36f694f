package hyperlab.app.palette;

import hyperlab.ui.Messages;
import hyperlab.ui.control.ModalSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A field in which a few letters find everything that can be done or opened. FX thread only. */
public final class CommandPalette {
    private static final int PAGE_ROWS = 8;

    private final Messages messages;
    private final PaletteActions actions;
    private final Supplier<String> bundle;
    private final TextField query = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Label none = new Label();
    private final ModalSheet sheet;
    private List<PaletteEntry> fixed = List.of();
    private List<PaletteEntry> offered = List.of();
    private List<PaletteEntry> settings = List.of();

    /** @param bundle returns the name of the bundle with the texts of the lab on stage */
    public CommandPalette(Messages messages, PaletteActions actions, Supplier<String> bundle) {
        this.messages = messages;
        this.actions = actions;
        this.bundle = bundle;
        query.setId("palette-query");
        query.promptTextProperty().bind(messages.bind("shell.palette.prompt"));
        query.accessibleTextProperty().bind(messages.bind("shell.palette"));
        query.textProperty().addListener((observed, before, now) -> search());
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new EntryCell());
        list.accessibleTextProperty().bind(messages.bind("shell.palette.found"));
        none.setId("palette-none");
        none.setWrapText(true);
        none.getStyleClass().add("caption-14");
        list.setPlaceholder(none);
        none.textProperty().bind(messages.bind("shell.palette.none"));
        // A screen reader follows the field, which has the focus; so the field tells what Enter would do.
        query.accessibleHelpProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            PaletteEntry entry = list.getSelectionModel().getSelectedItem();
                            return entry == null ? none.getText() : describe(entry);
                        },
                        list.getSelectionModel().selectedItemProperty(),
                        none.textProperty()));
        VBox content = new VBox(query, list);
        content.getStyleClass().add("palette-content");
        VBox.setVgrow(list, Priority.ALWAYS);
        sheet = new ModalSheet("palette", Pos.TOP_CENTER, content);
        sheet.setFirstFocus(query);
        sheet.setKeys(this::handleKey);
    }

    /** The sheet, to be put over the window. */
    public ModalSheet sheet() {
        return sheet;
    }

    /** Opens or closes the palette. */
    public void toggle() {
        if (sheet.isOpen()) {
            sheet.close();
            return;
        }
        if (fixed.isEmpty()) {
            fixed = PaletteEntries.fixed(actions);
        }
        none.textProperty()
                .bind(messages.bind(actions.isInLesson() ? "shell.palette.none.lesson" : "shell.palette.none"));
        offered = actions.isInLesson() ? PaletteEntries.readable(fixed) : fixed;
        settings = actions.isInLesson()
                ? List.of()
                : PaletteEntries.settings(actions, messages.languageProperty().get(), bundle.get());
        query.clear();
        search();
        sheet.open();
    }

    private void search() {
        List<PaletteEntry> all = new ArrayList<>(settings);
        all.addAll(offered);
        list.getItems()
                .setAll(PaletteSearch.find(
                        query.getText(), all, messages.languageProperty().get()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private boolean handleKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case DOWN, KP_DOWN -> move(1);
            case UP, KP_UP -> move(-1);
            case PAGE_DOWN -> move(PAGE_ROWS);
            case PAGE_UP -> move(-PAGE_ROWS);
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int rows) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int to = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + rows));
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - PAGE_ROWS / 2));
        }
    }

    private void run(@Nullable PaletteEntry entry) {
        if (entry != null) {
            sheet.close();
            entry.run().run();
        }
    }

    private String describe(PaletteEntry entry) {
        String what = messages.get(
                "shell.palette.entry",
                entry.name(messages.languageProperty().get()),
                messages.get(entry.kind().key()));
        return entry.keys().isEmpty() ? what : messages.get("shell.withKeys", what, entry.keys());
    }

    private final class EntryCell extends ListCell<PaletteEntry> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox(name, kind, new Region(), keys);

        EntryCell() {
            name.setMinWidth(0);
            kind.getStyleClass().add("caption");
            kind.setMinWidth(USE_PREF_SIZE);
            keys.getStyleClass().add("key");
            keys.setMinWidth(USE_PREF_SIZE);
            row.getStyleClass().add("palette-row");
            row.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(row.getChildren().get(2), Priority.ALWAYS);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    run(getItem());
                }
            });
        }

        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(entry.name(messages.languageProperty().get()));
            // Next to the name: a lab, a page and a term may have the same one.
            kind.setText(messages.get(entry.kind().key()));
            keys.setText(entry.keys());
            keys.setVisible(!entry.keys().isEmpty());
            keys.setManaged(keys.isVisible());
            setGraphic(row);
            setAccessibleText(describe(entry));
        }
    }
}
