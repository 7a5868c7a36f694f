package hyperlab.lab.learn;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.learn.LinkTarget;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.DocumentRequest;
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
    private final IllustrationCards illustrationCards;
    private final TableOfContents contents;
    private final PageContainer pageContainer;
    private final StackPane stage;
    private final LabParts parts;
    private boolean onStage;

    public LearnView(LabContext context) {
        Messages messages = context.messages();
        illustrationCards = new IllustrationCards(context);
        contents = new TableOfContents(context, model);
        pageContainer = new PageContainer(context, model, illustrationCards, this::openLink);
        stage = new StackPane(pageContainer);
        stage.setId("learn-stage");
        stage.getStyleClass().add("learn-lab");
        parts = new LabParts(
                messages.compute(
                        () -> messages.get(
                                "learn.name." + model.glossaryEntryProperty().get()),
                        model.glossaryEntryProperty()),
                contents,
                stage,
                null,
                model.playback(),
                model.undo(),
                null);
        EventHandler<KeyEvent> arrowKeyHandler = this::handleArrowKey;
        EventHandler<KeyEvent> pageKeyHandler = this::handlePageKey;
        stage.sceneProperty().addListener((observed, before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, arrowKeyHandler);
                before.removeEventFilter(KeyEvent.KEY_PRESSED, pageKeyHandler);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, arrowKeyHandler);
                now.addEventFilter(KeyEvent.KEY_PRESSED, pageKeyHandler);
            }
        });
        model.glossaryEntryProperty().addListener((observed, before, now) -> updateActiveCharts());
    }

    /** The view model of the lab. */
    LearnViewModel model() {
        return model;
    }

    /** The charts of the pages. */
    IllustrationCards illustrationCards() {
        return illustrationCards;
    }

    private void openLink(LinkTarget target) {
        if (target instanceof LinkTarget.PageTarget to) {
            model.openEntry(to.name());
        }
        LinkResolver.document(target).ifPresent(document -> stage.fireEvent(new DocumentRequest(document, null)));
    }

    /**
     * Arrow keys that no other node has consumed move the focus to the table of contents, or scroll the page if the
     * contents are hidden.
     */
    private void handleArrowKey(KeyEvent event) {
        double lines =
                event.getCode() == KeyCode.UP ? -PageContainer.ARROW_KEY_SCREENS : PageContainer.ARROW_KEY_SCREENS;
        boolean arrow = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
        if (onStage && arrow && (contents.focusOpenRow() || pageContainer.scroll(lines))) {
            event.consume();
        }
    }

    /**
     * The page keys scroll the page wherever the focus is. Otherwise, a panel that has the focus would scroll instead.
     */
    private void handlePageKey(KeyEvent event) {
        double screens =
                event.getCode() == KeyCode.PAGE_UP ? -PageContainer.PAGE_KEY_SCREENS : PageContainer.PAGE_KEY_SCREENS;
        if (onStage && (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN)) {
            pageContainer.scroll(screens);
            event.consume();
        }
    }

    private void updateActiveCharts() {
        illustrationCards.setActive(onStage ? pageContainer.shownCharts() : List.of());
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
        return illustrationCards.cards(pageContainer.shownCharts());
    }

    @Override
    public Document document() {
        return model.document();
    }

    @Override
    public Document displayedDocument(ChartCard card) {
        return illustrationCards.settingsDocument(card).orElseGet(this::document);
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        model.open(document);
    }

    @Override
    public boolean scrollPage() {
        pageContainer.scrollOrTurnPage();
        return true;
    }

    @Override
    public void setOnStage(boolean nowOnStage) {
        onStage = nowOnStage;
        updateActiveCharts();
    }

    @Override
    public void close() {
        // Nothing to stop: the computation of an illustration is short and ends by itself.
    }
}
