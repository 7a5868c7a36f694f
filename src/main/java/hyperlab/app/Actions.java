package hyperlab.app;

import hyperlab.app.control.ChartCard;
import hyperlab.app.control.ChartRequest;
import hyperlab.export.FigureForm;
import hyperlab.export.FigureFormat;
import hyperlab.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/** What buttons, menus and keys do, each in one place. FX thread alone. */
final class Actions {
    /** How a chart leaves the window where nothing else is asked. */
    static final FigureForm USUAL_FORM = FigureForm.usual(FigureFormat.PNG);

    private final Navigation navigation;
    private final Desk desk;
    private final ChartExports exports;
    private final LabContext context;
    private Runnable help = () -> {};
    private Runnable insight = () -> {};
    private Runnable remedy = () -> {};
    private Supplier<@Nullable Node> focus = () -> null;

    Actions(Navigation navigation, Desk desk, ChartExports exports, LabContext context) {
        this.navigation = navigation;
        this.desk = desk;
        this.exports = exports;
        this.context = context;
    }

    /** What the frame does itself. */
    void frame(Runnable showHelp, Runnable foldInsight, Runnable goToRemedy, Supplier<@Nullable Node> focusOwner) {
        help = showHelp;
        insight = foldInsight;
        remedy = goToRemedy;
        focus = focusOwner;
    }

    /** Takes out the chart that a card's menu asks for. */
    void answer(ChartRequest request) {
        if (request.want() instanceof ChartRequest.AsFile file) {
            exports.export(request.card(), file.form());
        } else if (request.want() instanceof ChartRequest.AsTable) {
            exports.data(request.card());
        } else {
            exports.copy(request.card());
        }
    }

    void run(Shortcut shortcut) {
        Lab lab = navigation.current().get();
        switch (shortcut) {
            case PLAY -> lab.parts().playback().playPause();
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
            case SAVE -> desk.save();
            case SAVE_AS -> desk.saveAs();
            case PASTE -> {
                if (!lab.takesPasted()) {
                    desk.paste(Clipboard.getSystemClipboard().getString());
                }
            }
            case EXPORT -> export(USUAL_FORM);
            case COPY_CHART -> chosenCard().ifPresent(exports::copy);
            case HELP -> help.run();
            case THEME ->
                context.appearance()
                        .theme()
                        .set(context.appearance().theme().get().other());
            case INSIGHT -> insight.run();
            case REMEDY -> remedy.run();
            case LANGUAGE -> nextLanguage();
        }
    }

    void export(FigureForm form) {
        chosenCard().ifPresent(card -> exports.export(card, form));
    }

    /** The lab at this place of the rail, from 0, if there is one. */
    void lab(int place) {
        if (place < navigation.names().size()) {
            navigation.show(navigation.names().get(place));
        }
    }

    /** The card that has the focus, else the lab's first. */
    Optional<ChartCard> chosenCard() {
        Lab lab = navigation.current().get();
        for (Node node = focus.get(); node != null; node = node.getParent()) {
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
