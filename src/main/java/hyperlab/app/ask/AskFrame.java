package hyperlab.app.ask;

import hyperlab.file.Document;
import hyperlab.lab.AsksAboutSelection;
import hyperlab.lab.HidesResults;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.MarksQuestion;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.ask.AskedState;
import hyperlab.ui.control.chart.PagedStage;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Asks about a lab: the card, and the covers over the stage. The controls stay usable; a change of the settings asks
 * anew. FX thread only.
 */
public final class AskFrame {
    private final LabContext context;
    private final Lab lab;
    private final Supplier<@Nullable Path> folder;
    private final AskViewModel model;
    private final AskCard card;
    private final AskCovers covers;
    private final AskKeys keys;
    private final ReadOnlyBooleanWrapper hiding = new ReadOnlyBooleanWrapper(this, "hiding");
    private @Nullable AskedState played;
    /** The cards that answer the question. */
    private List<String> shownCards = List.of();

    /**
     * Begins to ask.
     *
     * @param folder the folder that the files of the lab's document are relative to
     * @param end ends the questions
     */
    public AskFrame(LabContext context, Lab lab, Supplier<@Nullable Path> folder, Runnable end) {
        this.context = context;
        this.lab = lab;
        this.folder = folder;
        model = new AskViewModel(work -> context.workers().run("question", work), context.pulses());
        card = new AskCard(context.messages(), model, this::next, end);
        covers = new AskCovers(context.messages(), lab, card);
        keys = new AskKeys(model, card.numberField(), this::next, end);
        model.stateProperty().addListener((observed, before, now) -> show(before, now));
        lab.parts().playback().playingProperty().set(false);
        mark(null, true);
        poll();
        hide();
    }

    /** The card that asks. */
    public Region card() {
        return card;
    }

    /** Over the stage. */
    public Region overlay() {
        return covers;
    }

    /** The lab that is asked about. */
    public Lab lab() {
        return lab;
    }

    public boolean isBar() {
        return card.isBar();
    }

    /** Makes the question a low bar, for {@link #aboveStage}, or a card again. */
    public void setBar(boolean bar) {
        card.setBar(bar);
    }

    /** The stage of the lab below the question, with the covers over it. */
    public Region aboveStage() {
        StackPane covered = new StackPane(lab.parts().stage(), covers);
        covered.setMinHeight(0);
        VBox.setVgrow(covered, Priority.ALWAYS);
        return new VBox(card, covered);
    }

    public AskViewModel model() {
        return model;
    }

    /** Whether the results are hidden. */
    public ReadOnlyBooleanProperty hidingProperty() {
        return hiding.getReadOnlyProperty();
    }

    /** Handles a key before anything else does; returns whether the key is not for anyone else. */
    public boolean handleKey(KeyEvent event, @Nullable Node focused) {
        return keys.handle(event, focused);
    }

    private AskedState subject() {
        int selected = lab.feature(AsksAboutSelection.class)
                .map(AsksAboutSelection::selectedIndex)
                .orElse(0);
        return new AskedState(lab.document(), folder.get(), selected);
    }

    /** Follows the lab; called several times a second. */
    public void poll() {
        model.update(subject(), context.messages().texts());
        if (hiding.get()) {
            hide();
        }
    }

    private void next() {
        lab.parts().playback().playingProperty().set(false);
        lab.feature(AsksAboutSelection.class).ifPresent(AsksAboutSelection::varySettings);
        model.next(subject(), context.messages().texts());
    }

    private void mark(@Nullable Document asked, boolean hidden) {
        lab.feature(MarksQuestion.class).ifPresent(marks -> marks.markQuestion(asked, hidden));
    }

    private void show(AskCardState before, AskCardState now) {
        mark(
                now.asked() instanceof AskedQuestion question
                        ? question.step().scene().document()
                        : null,
                now.hidesResults());
        if (now.hidesResults()) {
            lab.parts().playback().playingProperty().set(false);
            hide();
        } else {
            reveal();
        }
        showPageWith(now.asked() instanceof AskedQuestion question ? question.answeredBy() : List.of());
        boolean committed = now.committed() && !before.committed();
        if (committed && now.asked() instanceof AskedQuestion question && question.plays()) {
            play();
        }
    }

    /** Plays the run, unless a question about it has played it already. */
    private void play() {
        AskedState subject = subject();
        if (played != null && played.isSameSubject(subject)) {
            return;
        }
        played = subject;
        Playback playback = lab.parts().playback();
        playback.reset();
        playback.playingProperty().set(true);
    }

    private void hide() {
        boolean hides = model.state().hidesResults();
        if (!hides) {
            return;
        }
        if (!hiding.get()) {
            hiding.set(true);
            lab.feature(HidesResults.class).ifPresent(results -> results.setResultsHidden(true));
        }
        if (lab.feature(HidesResults.class).isEmpty()) {
            covers.hideAllBut(model.state().asked() instanceof AskedQuestion question ? question.visible() : List.of());
        }
    }

    private void reveal() {
        if (hiding.get()) {
            covers.revealAll();
            lab.feature(HidesResults.class).ifPresent(results -> results.setResultsHidden(false));
            hiding.set(false);
        }
    }

    /** Shows the charts that answer the question, on the page of a presentation. */
    private void showPageWith(List<String> cards) {
        if (!cards.equals(shownCards)) {
            shownCards = cards;
            PagedStage.visibleIn(lab.parts().stage()).ifPresent(stage -> stage.showCards(cards));
        }
    }

    /** Shows everything again, with the settings as the user had chosen them. */
    public void close() {
        model.close();
        lab.feature(AsksAboutSelection.class).ifPresent(AsksAboutSelection::restoreSettings);
        mark(null, false);
        showPageWith(List.of());
        reveal();
    }
}
