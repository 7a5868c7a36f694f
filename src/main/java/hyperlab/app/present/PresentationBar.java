package hyperlab.app.present;

import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.PagedStage;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The top bar in presentation mode: the lab, its main control, the page of the stage, and a menu with everything else.
 */
public final class PresentationBar extends HBox {
    static final String PAGE_KEY = "V";

    private static final List<Shortcut> MENU = List.of(
            Shortcut.ASK,
            Shortcut.SCENE_ADD,
            Shortcut.SCENES,
            Shortcut.CONTROLS,
            Shortcut.INSIGHT,
            Shortcut.UNDO,
            Shortcut.REDO,
            Shortcut.OPEN,
            Shortcut.SAVE,
            Shortcut.THEME,
            Shortcut.LANGUAGE,
            Shortcut.HELP,
            Shortcut.PRESENT);

    private final Messages messages;
    private final Consumer<Shortcut> runner;
    private final Label title = new Label();
    private final MenuButton labs = new MenuButton();
    private final Button page = new Button();
    private final MenuButton menu = new MenuButton();
    private final ChangeListener<Number> pageListener = (observed, before, now) -> updatePage();
    private @Nullable PagedStage pages;

    /**
     * Creates the bar.
     *
     * @param labSwitcher shows another lab
     * @param runner runs an action of the menu
     */
    public PresentationBar(
            Messages messages,
            List<LabName> labNames,
            Consumer<LabName> labSwitcher,
            Consumer<Shortcut> runner,
            PresentedControls controls) {
        this.messages = messages;
        this.runner = runner;
        setId("presentation-bar");
        getStyleClass().add("presentation-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("presented-title");
        title.getStyleClass().add("lab-title");
        title.setMinWidth(USE_PREF_SIZE);
        labs.setId("presented-labs");
        labs.getStyleClass().add("lab-menu");
        labs.setGraphic(Icons.icon("fth-menu"));
        labs.setMinWidth(USE_PREF_SIZE);
        Icons.addTooltip(labs, messages.bind("present.labs"));
        for (LabName name : labNames) {
            MenuItem item = new MenuItem();
            item.setId("presented-lab-" + name.id());
            item.textProperty()
                    .bind(messages.compute(() -> messages.get(
                            "shell.withKeys",
                            messages.get(name.titleKey()),
                            Shortcut.labKeys(labNames.indexOf(name)))));
            item.setGraphic(Icons.icon(name.icon()));
            item.setOnAction(event -> labSwitcher.accept(name));
            labs.getItems().add(item);
        }
        page.setId("presented-page");
        page.getStyleClass().add("page-button");
        page.setFocusTraversable(false);
        page.setMinWidth(USE_PREF_SIZE);
        page.setOnAction(event -> turnPage(1));
        page.managedProperty().bind(page.visibleProperty());
        page.setVisible(false);
        Icons.addTooltip(
                page, messages.compute(() -> messages.get("shell.withKeys", messages.get("present.page"), PAGE_KEY)));
        Button end = Icons.button(
                "presented-end",
                "fth-minimize-2",
                messages.bind("shell.present.end"),
                () -> runner.accept(Shortcut.PRESENT));
        menu.setId("presented-menu");
        menu.setGraphic(Icons.icon("fth-more-vertical"));
        Icons.addTooltip(menu, messages.bind("present.menu"));
        for (Shortcut shortcut : MENU) {
            menu.getItems().add(item(shortcut));
        }
        StackPane control = new StackPane(controls.main());
        HBox.setHgrow(control, Priority.ALWAYS);
        getChildren().addAll(labs, title, control, page, end, menu);
        for (Node node : List.of(labs, title)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        managedProperty().bind(visibleProperty());
    }

    private MenuItem item(Shortcut shortcut) {
        MenuItem item = new MenuItem();
        item.setId("presented-" + shortcut.name().toLowerCase(Locale.ROOT));
        item.textProperty().bind(shortcut.tooltip(messages));
        item.setOnAction(event -> runner.accept(shortcut));
        return item;
    }

    /** Shows which of the scenes is on stage, if there are any; the button opens their list. */
    public void showScenes(SceneList scenes, Runnable openList) {
        Button button = new Button();
        button.setId("presented-scene");
        button.getStyleClass().add("page-button");
        button.setGraphic(Icons.icon("fth-film"));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> openList.run());
        button.managedProperty().bind(button.visibleProperty());
        button.visibleProperty()
                .bind(scenes.stateProperty().map(state -> !state.scenes().isEmpty()));
        button.textProperty()
                .bind(scenes.stateProperty()
                        .map(state ->
                                (state.current() + 1) + " / " + state.scenes().size()));
        Icons.addTooltip(button, Shortcut.SCENES.tooltip(messages));
        getChildren().add(getChildren().indexOf(page), button);
    }

    /** Shows the name of the lab on stage. */
    public void show(Lab lab) {
        title.textProperty().bind(messages.bind(lab.name().titleKey()));
        labs.textProperty().bind(messages.bind(lab.name().titleKey()));
    }

    /** In a narrow window a menu replaces the rail. */
    public void setNarrow(boolean narrow) {
        labs.setVisible(narrow);
        title.setVisible(!narrow);
    }

    /** Follows the pages of the stage that is visible now. */
    public void followPages(Node stage) {
        PagedStage found = PagedStage.visibleIn(stage).orElse(null);
        if (found != pages) {
            if (pages != null) {
                pages.pageProperty().removeListener(pageListener);
                pages.pageCountProperty().removeListener(pageListener);
            }
            pages = found;
            if (found != null) {
                found.pageProperty().addListener(pageListener);
                found.pageCountProperty().addListener(pageListener);
            }
        }
        updatePage();
    }

    private void updatePage() {
        PagedStage now = pages;
        boolean several = now != null && now.pageCountProperty().get() > 1;
        page.setVisible(several);
        if (now != null && several) {
            page.setText(messages.get(
                    "present.page.number",
                    Integer.toString(now.pageProperty().get() + 1),
                    Integer.toString(now.pageCountProperty().get())));
        }
    }

    /** Whether the stage has several pages. */
    public boolean hasSeveralPages() {
        return pages != null && pages.pageCountProperty().get() > 1;
    }

    /** Turns the page of the stage; the first page follows the last one. Returns whether there are several. */
    public boolean turnPage(int by) {
        PagedStage now = pages;
        if (now == null || !hasSeveralPages()) {
            return false;
        }
        now.turnPage(by);
        return true;
    }

    /** Shows the next page of the stage, or with −1 the previous one; returns false if there is none. */
    public boolean movePage(int by) {
        PagedStage now = pages;
        int target = now == null ? -1 : now.pageProperty().get() + by;
        return now != null && target >= 0 && target < now.pageCountProperty().get() && turnPage(by);
    }

    /** Shows the first or the last page of the stage. */
    public void showEndPage(boolean last) {
        PagedStage now = pages;
        if (now != null) {
            turnPage((last ? now.pageCountProperty().get() - 1 : 0)
                    - now.pageProperty().get());
        }
    }
}
