package hyperlab.app;

import hyperlab.app.export.ChartExports;
import hyperlab.app.export.ExportMenu;
import hyperlab.app.export.StageCharts;
import hyperlab.export.FigureOptions;
import hyperlab.lab.AcceptsPaste;
import hyperlab.lab.HasPages;
import hyperlab.lab.HasSlowMotion;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartRequest;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** The actions of buttons, menus and keyboard shortcuts, each defined once. FX thread only. */
final class Actions implements ExportMenu.ExportCommands {
    private final Navigation navigation;
    private final DocumentController documentController;
    private final DocumentSaver saver;
    private final ChartExports exports;
    private final LabContext context;
    private ShellActions shellActions = new ShellActions() {};

    /** Actions that the shell around the labs handles itself. */
    interface ShellActions {
        default void toggleHelp() {}

        default void togglePalette() {}

        default void showSettings() {}

        default void toggleQuestions() {}

        default void addScene() {}

        default void toggleScenes() {}

        default void toggleInsight() {}

        default void focusNextRemedy() {}

        default void toggleControls() {}

        default void togglePresentation() {}

        default void toggleFullScreen() {}

        default void showRecentFiles() {}

        /** Scrolls what is on stage, or the panel over it, by a number of screens; negative scrolls up. */
        default void scroll(double screens) {}

        /** Leaves a temporary full-window mode; returns false if there is none. */
        default boolean handleEscape() {
            return false;
        }

        default @Nullable Node focusedNode() {
            return null;
        }
    }

    Actions(
            Navigation navigation,
            DocumentController documents,
            DocumentSaver saver,
            ChartExports exports,
            LabContext context) {
        this.navigation = navigation;
        this.documentController = documents;
        this.saver = saver;
        this.exports = exports;
        this.context = context;
    }

    void setShellActions(ShellActions newShellActions) {
        shellActions = newShellActions;
    }

    /** Handles Escape if nothing else did; returns false if there was nothing to leave. */
    boolean handleEscape() {
        return shellActions.handleEscape();
    }

    /** Handles PgDn and PgUp if nothing else did. */
    void scroll(double screens) {
        shellActions.scroll(screens);
    }

    /** Handles Ctrl+F if nothing else did: in Learn, opens the palette, which knows its pages, lessons and terms. */
    void find() {
        if (navigation.currentProperty().get().name() == LabName.LEARN) {
            shellActions.togglePalette();
        }
    }

    /** Exports the chart that a card's menu requests. */
    void handleRequest(ChartRequest request) {
        if (request.kind() instanceof ChartRequest.DescriptionExport) {
            copyDescription(request.card());
        } else if (request.kind() instanceof ChartRequest.FileExport file) {
            exports.export(request.card(), file.form());
        } else if (request.kind() instanceof ChartRequest.FigureExport) {
            exports.composeFigure(request.card());
        } else if (request.kind() instanceof ChartRequest.LatexExport formula) {
            exports.copyLatex(request.card(), formula.latex().get());
        } else if (request.kind() instanceof ChartRequest.GifExport) {
            exports.exportGif(request.card());
        } else if (request.kind() instanceof ChartRequest.CsvExport) {
            exports.exportData(request.card());
        } else {
            exports.copy(request.card());
        }
    }

    private void copyDescription(ChartCard card) {
        ClipboardContent content = new ClipboardContent();
        content.putString(card.title() + ". " + card.description());
        Clipboard.getSystemClipboard().setContent(content);
        context.notices().showSuccess(texts -> texts.get("shell.descriptionCopied", card.title()));
    }

    void run(Shortcut shortcut) {
        Lab lab = navigation.currentProperty().get();
        switch (shortcut) {
            case PLAY ->
                lab.feature(HasPages.class)
                        .ifPresentOrElse(HasPages::scrollPage, lab.parts().playback()::playPause);
            case STEP_BACK -> lab.parts().playback().stepBack();
            case STEP_FORWARD -> lab.parts().playback().stepForward();
            case TO_START -> lab.parts().playback().toStart();
            case TO_END -> lab.parts().playback().toEnd();
            case SLOWER -> lab.parts().playback().slower();
            case FASTER -> lab.parts().playback().faster();
            case RESET -> lab.parts().playback().reset();
            case SLOW_MOTION ->
                lab.feature(HasSlowMotion.class).ifPresent(motion -> motion.setSlowMotion(!motion.isInSlowMotion()));
            case UNDO -> lab.parts().undo().undo();
            case REDO -> lab.parts().undo().redo();
            case OPEN -> documentController.open();
            case RECENT -> shellActions.showRecentFiles();
            case SAVE -> saver.save();
            case SAVE_AS -> saver.saveAs();
            case PASTE -> {
                if (lab.feature(AcceptsPaste.class)
                        .filter(AcceptsPaste::handlePaste)
                        .isEmpty()) {
                    documentController.paste(Clipboard.getSystemClipboard().getString());
                }
            }
            case EXPORT -> export(ExportMenu.DEFAULT_FORM);
            case FIGURE -> composeFigure();
            case COPY_CHART -> copyChart();
            case ASK -> shellActions.toggleQuestions();
            case PALETTE -> shellActions.togglePalette();
            case SETTINGS -> shellActions.showSettings();
            case SCENE_ADD -> shellActions.addScene();
            case SCENES -> shellActions.toggleScenes();
            case HELP -> shellActions.toggleHelp();
            case PRESENT -> shellActions.togglePresentation();
            case FULL_SCREEN -> shellActions.toggleFullScreen();
            case THEME ->
                context.appearance()
                        .themeProperty()
                        .set(context.appearance().themeProperty().get().other());
            case INSIGHT -> shellActions.toggleInsight();
            case REMEDY -> shellActions.focusNextRemedy();
            case CONTROLS -> shellActions.toggleControls();
            case LANGUAGE -> nextLanguage();
        }
    }

    @Override
    public void export(FigureOptions form) {
        selectedCard().ifPresent(card -> exports.export(card, form));
    }

    @Override
    public void exportGif() {
        selectedCard().ifPresent(exports::exportGif);
    }

    @Override
    public boolean canReport() {
        return exports.canReport();
    }

    @Override
    public void exportReport() {
        exports.exportReport();
    }

    @Override
    public void composeFigure() {
        selectedCard().ifPresent(exports::composeFigure);
    }

    @Override
    public void composeStageFigure() {
        exports.composeStageFigure();
    }

    @Override
    public void copyChart() {
        selectedCard().ifPresent(exports::copy);
    }

    @Override
    public void exportStage(FigureOptions form) {
        exports.exportStage(form);
    }

    @Override
    public int stageChartCount() {
        return StageCharts.visibleCharts(navigation.currentProperty().get()).size();
    }

    /** Shows the lab at this position of the navigation rail, counted from 0, if there is one. */
    void showLab(int place) {
        if (place < navigation.labNames().size()) {
            navigation.visit(navigation.labNames().get(place));
        }
    }

    /** The card that has the focus; otherwise the lab's first card. */
    @Override
    public Optional<ChartCard> selectedCard() {
        Lab lab = navigation.currentProperty().get();
        for (Node node = shellActions.focusedNode(); node != null; node = node.getParent()) {
            if (node instanceof ChartCard card && lab.charts().contains(card)) {
                return Optional.of(card);
            }
        }
        return lab.charts().stream().findFirst();
    }

    private void nextLanguage() {
        List<Language> all = List.of(Language.values());
        int now = all.indexOf(context.messages().languageProperty().get());
        context.messages().languageProperty().set(all.get((now + 1) % all.size()));
    }
}
