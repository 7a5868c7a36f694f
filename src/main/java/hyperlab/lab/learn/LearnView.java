package hyperlab.lab.learn;

import hyperlab.file.Document;
import hyperlab.lab.ExerciseScored;
import hyperlab.lab.HasGlossary;
import hyperlab.lab.HasPages;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.lab.LessonProgress;
import hyperlab.lab.ListsLessons;
import hyperlab.lab.learn.exercise.ExercisesViewModel;
import hyperlab.lab.learn.illustration.IllustrationCards;
import hyperlab.learn.LinkTarget;
import hyperlab.ui.Messages;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.DocumentRequest;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Learn lab: the pages and the glossary. FX thread only. */
public final class LearnView extends LabView<LearnSettings, LearnSettings>
        implements HasGlossary, HasPages, ListsLessons {
    private final LearnViewModel model;
    private final IllustrationCards illustrationCards;
    private final ExercisesViewModel exercises;
    private final TableOfContents contents;
    private static final double CONTENTS_GAP = 12;

    private final PageContainer pageContainer;
    private final LessonList lessons;
    private final LearnSearchField find;
    private final SegmentedButton<LearnTab> tabs;
    private final StackPane stage;

    public LearnView(LabContext context) {
        this(context, new LearnViewModel());
    }

    private LearnView(LabContext context, LearnViewModel model) {
        super(LabName.LEARN, context, model);
        this.model = model;
        Messages messages = context.messages();
        illustrationCards = new IllustrationCards(context);
        exercises = new ExercisesViewModel(
                model.undo(), work -> context.workers().run("exercise", work), context.pulses(), this::record);
        contents = new TableOfContents(context, model, exercises);
        LessonCatalog catalog = new LessonCatalog(work -> context.workers().run("lessons", work), context.pulses());
        pageContainer = new PageContainer(context, model, exercises, illustrationCards, catalog, this::openLink);
        lessons = new LessonList(context, catalog);
        lessons.setVisible(false);
        find = new LearnSearchField(context, this::openMatch);
        find.blankProperty().addListener((observed, before, now) -> updateContents());
        tabs = new SegmentedButton<>(
                "learn-tab", messages, List.of(LearnTab.values()), tab -> "player.tab." + tab.id());
        tabs.valueProperty().addListener((observed, before, now) -> showTab(now));
        stage = new StackPane(pageContainer, lessons);
        stage.setId("learn-stage");
        stage.getStyleClass().add("learn-lab");
        handleKeys(stage, this::handleArrowKey);
        handleKeys(stage, this::handleFindKey);
        filterKeys(stage, this::handlePageKey);
        model.glossaryEntryProperty().addListener((observed, before, now) -> {
            tabs.valueProperty().set(LearnTab.PAGES);
            updateActiveCharts();
        });
        start(new LabParts(
                messages.compute(
                        () -> messages.get(
                                showsPages()
                                        ? "learn.name."
                                                + model.glossaryEntryProperty().get()
                                        : "player.tab.lessons"),
                        model.glossaryEntryProperty(),
                        tabs.valueProperty()),
                new VBox(CONTENTS_GAP, tabs, find, contents),
                stage,
                null,
                model.playback(),
                model.undo(),
                null));
    }

    /** The pages follow the view model, the language and the style by themselves. */
    @Override
    protected void show(LearnSettings settings) {}

    /** The view model of the lab. */
    LearnViewModel model() {
        return model;
    }

    /** The charts of the pages. */
    IllustrationCards illustrationCards() {
        return illustrationCards;
    }

    private void showTab(LearnTab tab) {
        boolean pages = tab == LearnTab.PAGES;
        pageContainer.setVisible(pages);
        lessons.setVisible(!pages);
        updateContents();
        updateActiveCharts();
        if (!pages) {
            lessons.focusFirst();
        }
    }

    /** The contents make way for what is found. */
    private void updateContents() {
        boolean shown = showsPages() && find.blankProperty().get();
        contents.setVisible(shown);
        contents.setManaged(shown);
    }

    /** Opens a page, the glossary at a term, or the list of the lessons at a lesson. */
    private void openMatch(LearnSearch.Match match) {
        switch (match.kind()) {
            case PAGE -> {
                tabs.valueProperty().set(LearnTab.PAGES);
                model.openEntry(match.name());
            }
            case LESSON -> {
                tabs.valueProperty().set(LearnTab.LESSONS);
                lessons.focus(match.name());
            }
            case TERM -> {
                tabs.valueProperty().set(LearnTab.PAGES);
                model.openTerm(match.title());
            }
        }
    }

    private boolean showsPages() {
        return tabs.valueProperty().get() == LearnTab.PAGES;
    }

    @Override
    public void showLessonProgress(Map<String, LessonProgress> progress) {
        lessons.showProgress(progress);
        exercises.showProgress(progress);
    }

    private void record(ExerciseScored scored) {
        stage.fireEvent(scored);
    }

    @Override
    public void showLessons() {
        tabs.valueProperty().set(LearnTab.LESSONS);
        lessons.focusFirst();
    }

    @Override
    public void focusLesson(String name) {
        Node link = stage.lookup("#learn-page-lesson-" + name);
        if (!showsPages()) {
            lessons.focus(name);
        } else if (link != null) {
            link.requestFocus();
        }
    }

    @Override
    public void showTerm(String word) {
        model.openTerm(word);
    }

    private void openLink(LinkTarget target) {
        if (target instanceof LinkTarget.PageTarget to) {
            model.openEntry(to.name());
        }
        LinkResolver.document(target)
                .ifPresent(document -> stage.fireEvent(new DocumentRequest(document, null, LinkResolver.view(target))));
    }

    /**
     * Arrow keys that no other node has consumed move the focus to the table of contents, or scroll the page if the
     * contents are hidden.
     */
    private void handleArrowKey(KeyEvent event) {
        double lines =
                event.getCode() == KeyCode.UP ? -PageContainer.ARROW_KEY_SCREENS : PageContainer.ARROW_KEY_SCREENS;
        boolean arrow = showsPages() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN);
        if (arrow && ((contents.isVisible() && contents.focusOpenRow()) || pageContainer.scroll(lines))) {
            event.consume();
        }
    }

    private void handleFindKey(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.F && event.isShortcutDown() && plain && find.focusField()) {
            event.consume();
        }
    }

    /**
     * The page keys scroll the page wherever the focus is, because a panel that has the focus would scroll instead. With
     * the shortcut key they switch tabs, as they switch topics in other labs.
     */
    private void handlePageKey(KeyEvent event) {
        // Filters of the scene are called even if another one, such as that of a presentation, has consumed the event.
        if (event.isConsumed()) {
            return;
        }
        double screens =
                event.getCode() == KeyCode.PAGE_UP ? -PageContainer.PAGE_KEY_SCREENS : PageContainer.PAGE_KEY_SCREENS;
        boolean paging = event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN;
        if (paging && event.isShortcutDown()) {
            tabs.valueProperty().set(event.getCode() == KeyCode.PAGE_UP ? LearnTab.PAGES : LearnTab.LESSONS);
            event.consume();
        } else if (showsPages() && paging) {
            pageContainer.scroll(screens);
            event.consume();
        } else if (paging) {
            lessons.movePage(event.getCode() == KeyCode.PAGE_UP ? -1 : 1);
            event.consume();
        }
    }

    @Override
    protected void updateActiveCharts() {
        illustrationCards.setActive(isOnStage() && showsPages() ? pageContainer.shownCharts() : List.of());
    }

    @Override
    public List<ChartCard> charts() {
        return showsPages() ? illustrationCards.cards(pageContainer.shownCharts()) : List.of();
    }

    @Override
    public Document displayedDocument(ChartCard card) {
        return illustrationCards.settingsDocument(card).orElseGet(this::document);
    }

    @Override
    public void scrollPage() {
        if (showsPages()) {
            pageContainer.scrollOrTurnPage();
        } else {
            lessons.scrollDown();
        }
    }
}
