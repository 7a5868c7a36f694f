package hyperlab.app;

import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** A button with a drop-down menu of the most recently opened or saved files. */
final class RecentMenu {
    private static final Path HOME =
            Path.of(System.getProperty("user.home", "")).toAbsolutePath();

    private final DocumentController documentController;
    private final RecentFiles files;
    private final Messages messages;
    private final Button button;
    private final ContextMenu menu = new ContextMenu();

    RecentMenu(DocumentController documents, Messages messages) {
        this.documentController = documents;
        files = documents.recent();
        this.messages = messages;
        button = Icons.button(
                "recent", "fth-chevron-down", Shortcut.RECENT.tooltip(messages), () -> show(this.button()));
        button.getStyleClass().add("drop");
        button.disableProperty().bind(Bindings.isEmpty(files.paths()));
        menu.setId("recent-menu");
    }

    Button button() {
        return button;
    }

    /**
     * Shows the menu below its button, or below {@code bar} if the button is hidden; does nothing if there are no
     * files.
     */
    void showBelow(Node bar) {
        show(button.isVisible() ? button : bar);
    }

    private void show(Node anchor) {
        if (files.paths().isEmpty() || menu.isShowing()) {
            return;
        }
        menu.getItems().setAll(files.paths().stream().map(this::item).toList());
        MenuItem forget = new MenuItem(messages.get("shell.recent.forget"));
        forget.setId("recent-forget");
        forget.setOnAction(event -> files.clear());
        menu.getItems().addAll(new SeparatorMenuItem(), forget);
        menu.show(anchor, Side.BOTTOM, 0, 0);
    }

    private MenuItem item(Path path) {
        MenuItem item = new MenuItem(messages.get("shell.recent.file", name(path), folder(path)));
        item.setId("recent-" + (files.paths().indexOf(path) + 1));
        // Underscores in file names are not mnemonics.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> documentController.open(path));
        return item;
    }

    private static String name(Path path) {
        return Objects.toString(path.getFileName(), path.toString());
    }

    /** The file's folder, with {@code ~} for the user's home folder. */
    private static String folder(Path path) {
        Path folder = path.getParent();
        if (folder == null) {
            return "";
        }
        return folder.startsWith(HOME)
                ? Path.of("~").resolve(HOME.relativize(folder)).toString()
                : folder.toString();
    }
}
