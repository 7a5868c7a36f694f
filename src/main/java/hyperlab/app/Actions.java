package hyperlab.app;

import hyperlab.app.control.ChartCard;
import hyperlab.app.control.ChartRequest;
import hyperlab.export.FigureForm;
import hyperlab.export.FigureFormat;
import hyperlab.text.Language;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/** The actions of buttons, menus and keyboard shortcuts, each defined once. FX thread only. */
final class Actions {
    /** The default export format of a chart. */
    static final FigureForm USUAL_FORM = FigureForm.usual(FigureFormat.PNG);

    private final Navigation navigation;
    private final Desk desk;
    private final ChartExports exports;
    private final LabContext context;
    private Around around = new Around() {};

    /** Actions that the shell around the labs handles itself. */
    interface Around {
        default void help() {}

        default void insight() {}

        default void remedy() {}

        default void controls() {}

        default void present() {}

        default void recent() {}

        /** Leaves a temporary full-window mode; returns false if there is none. */
        default boolean leave() {
            return false;
        }

        default @Nullable Node focused() {
            return null;
        }
    }

    Actions(Navigation navigation, Desk desk, ChartExports exports, LabContext context) {
        this.navigation = navigation;
        this.desk = desk;
        this.exports = exports;
        this.context = context;
    }

    void frame(Around frame) {
        around = frame;
    }

    /** Handles Escape if nothing else did; returns false if there was nothing to leave. */
    boolean leave() {
        return around.leave();
    }

    /** Exports the chart that a card's menu requests. */
    void answer(ChartRequest request) {
        if (request.want() instanceof ChartRequest.AsFile file) {
            exports.export(request.card(), file.form());
        } else if (request.want() instanceof ChartRequest.AsFilm) {
            exports.film(request.card());
        } else if (request.want() instanceof ChartRequest.AsTable) {
            exports.data(request.card());
        } else {
            exports.copy(request.card());
        }
    }

    void run(Shortcut shortcut) {
        Lab lab = navigation.current().get();
        switch (shortcut) {
            case PLAY -> {
                if (!lab.readsOn()) {
                    lab.parts().playback().playPause();
                }
            }
            case STEP_BACK -> lab.parts().playback().stepBack();
            case STEP_FORWARD -> lab.parts().playback().stepForward();
            case TO_START -> lab.parts().playback().home();
            case TO_END -> lab.parts().playback().end();
            case SLOWER -> lab.parts().playback().slower();
            case FASTER -> lab.parts().playback().faster();
            case RESET -> lab.parts().playback().reset();
            case UNDO -> lab.parts().undo().undo();
            case REDO -> lab.parts().undo().redo();
            case OPEN -> desk.open();
            case RECENT -> around.recent();
            case SAVE -> desk.save();
            case SAVE_AS -> desk.saveAs();
            case PASTE -> {
                if (!lab.takesPasted()) {
                    desk.paste(Clipboard.getSystemClipboard().getString());
                }
            }
            case EXPORT -> export(USUAL_FORM);
            case COPY_CHART -> chosenCard().ifPresent(exports::copy);
            case HELP -> around.help();
            case PRESENT -> around.present();
            case THEME ->
                context.appearance()
                        .theme()
                        .set(context.appearance().theme().get().other());
            case INSIGHT -> around.insight();
            case REMEDY -> around.remedy();
            case CONTROLS -> around.controls();
            case LANGUAGE -> nextLanguage();
        }
    }

    void export(FigureForm form) {
        chosenCard().ifPresent(card -> exports.export(card, form));
    }

    void film() {
        chosenCard().ifPresent(exports::film);
    }

    /** Exports all charts on stage as one figure. */
    void exportStage(FigureForm form) {
        exports.exportStage(form);
    }

    /** The number of charts on stage. */
    int stageCharts() {
        return StageCharts.shown(navigation.current().get()).size();
    }

    /** Shows the lab at this position of the navigation rail, counted from 0, if there is one. */
    void lab(int place) {
        if (place < navigation.names().size()) {
            navigation.show(navigation.names().get(place));
        }
    }

    /** The card that has the focus; otherwise the lab's first card. */
    Optional<ChartCard> chosenCard() {
        Lab lab = navigation.current().get();
        for (Node node = around.focused(); node != null; node = node.getParent()) {
            if (node instanceof ChartCard card && lab.charts().contains(card)) {
                return Optional.of(card);
            }
        }
        return lab.charts().stream().findFirst();
    }

    private void nextLanguage() {
        List<Language> all = List.of(Language.values());
        int now = all.indexOf(context.messages().language().get());
        context.messages().language().set(all.get((now + 1) % all.size()));
    }
}
