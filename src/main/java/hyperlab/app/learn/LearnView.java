package hyperlab.app.learn;

import hyperlab.app.Lab;
import hyperlab.app.LabContext;
import hyperlab.app.LabName;
import hyperlab.app.LabParts;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.DocumentRequest;
import hyperlab.file.Document;
import hyperlab.learn.Target;
import java.nio.file.Path;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The Learn lab: the pages and the glossary. FX thread only. */
public final class LearnView implements Lab {
    private final LearnViewModel model = new LearnViewModel();
    private final Pictures pictures;
    private final Contents contents;
    private final Reader reader;
    private final StackPane stage;
    private final LabParts parts;
    private boolean onStage;

    public LearnView(LabContext context) {
        Messages messages = context.messages();
        pictures = new Pictures(context);
        contents = new Contents(context, model);
        reader = new Reader(context, model, pictures, this::follow);
        stage = new StackPane(reader);
        stage.setId("learn-stage");
        stage.getStyleClass().add("learn-lab");
        parts = new LabParts(
                messages.compute(
                        () -> messages.get("learn.name." + model.entry().get()), model.entry()),
                contents,
                stage,
                null,
                model.playback(),
                model.undo(),
                null);
        EventHandler<KeyEvent> move = this::move;
        EventHandler<KeyEvent> scroll = this::scroll;
        stage.sceneProperty().addListener((observed, before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, move);
                before.removeEventFilter(KeyEvent.KEY_PRESSED, scroll);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, move);
                now.addEventFilter(KeyEvent.KEY_PRESSED, scroll);
            }
        });
        model.entry().addListener((observed, before, now) -> activate());
    }

    /** The view model of the lab. */
    LearnViewModel model() {
        return model;
    }

    /** The charts of the pages. */
    Pictures pictures() {
        return pictures;
    }

    private void follow(Target target) {
        if (target instanceof Target.ToPage to) {
            model.turn(to.name());
        }
        Links.document(target).ifPresent(document -> stage.fireEvent(new DocumentRequest(document, null)));
    }

    /**
     * Arrow keys that no other node has consumed move the focus to the table of contents, or scroll the page if the
     * contents are hidden.
     */
    private void move(KeyEvent event) {
        double lines = event.getCode() == KeyCode.UP ? -Reader.LINE : Reader.LINE;
        boolean arrow = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
        if (onStage && arrow && (contents.takeKeys() || reader.scroll(lines))) {
            event.consume();
        }
    }

    /**
     * The page keys scroll the page wherever the focus is. Otherwise, a panel that has the focus would scroll instead.
     */
    private void scroll(KeyEvent event) {
        double screens = event.getCode() == KeyCode.PAGE_UP ? -Reader.SCREEN : Reader.SCREEN;
        if (onStage && (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN)) {
            reader.scroll(screens);
            event.consume();
        }
    }

    private void activate() {
        pictures.active(onStage ? reader.shownPictures() : List.of());
    }

    @Override
    public LabName name() {
        return LabName.LEARN;
    }

    @Override
    public LabParts parts() {
        return parts;
    }

    @Override
    public List<ChartCard> charts() {
        return pictures.cards(reader.shownPictures());
    }

    @Override
    public Document document() {
        return model.document();
    }

    @Override
    public Document displayedDocument(ChartCard card) {
        return pictures.made(card).orElseGet(this::document);
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        model.open(document);
    }

    @Override
    public boolean scrollPage() {
        reader.readOn();
        return true;
    }

    @Override
    public void setOnStage(boolean nowOnStage) {
        onStage = nowOnStage;
        activate();
    }

    @Override
    public void close() {
        // Nothing to stop: the computation of an illustration is short and ends by itself.
    }
}
