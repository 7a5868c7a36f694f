package hyperlab.lab.learn;

import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.learn.exercise.ExercisesPane;
import hyperlab.lab.learn.exercise.ExercisesViewModel;
import hyperlab.lab.learn.exercise.PageParts;
import hyperlab.lab.learn.illustration.IllustrationCards;
import hyperlab.learn.Block;
import hyperlab.learn.LinkTarget;
import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.RecentlyUsed;
import hyperlab.ui.control.chart.DocumentRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows the open page or the glossary. Keeps the pages that were read last, and the scroll position of every page. */
final class PageContainer extends StackPane {
    /** How far the arrow keys scroll, in screens. */
    static final double ARROW_KEY_SCREENS = 0.08;
    /** How far the page keys scroll, in screens. */
    static final double PAGE_KEY_SCREENS = 0.9;
    /** Each page needs one to two megabytes. */
    private static final int BUILT_PAGES = 6;

    private final LabContext context;
    private final LearnViewModel lab;
    private final IllustrationCards illustrationCards;
    private final Consumer<LinkTarget> linkHandler;
    private final LessonCatalog catalog;
    private final RecentlyUsed<PageKey, BuiltPage> builtPages = new RecentlyUsed<>(BUILT_PAGES, BuiltPage::discard);
    private final Map<PageKey, Double> positions = new HashMap<>();
    private final ExercisesViewModel exercises;
    private final PageParts pageParts = new ContainerParts();
    private @Nullable BuiltPage shownPage;
    private @Nullable PageKey shownKey;

    private record PageKey(String name, Language language) {}

    /** A scrolling column and the page in it; the page is null for the glossary. */
    private record BuiltPage(PageScroll scroll, @Nullable PageView page) {
        /** The charts, which are kept, would keep the page around them. */
        void discard() {
            if (page != null) {
                page.removeCards();
            }
        }
    }

    PageContainer(
            LabContext context,
            LearnViewModel lab,
            ExercisesViewModel exercises,
            IllustrationCards illustrationCards,
            LessonCatalog catalog,
            Consumer<LinkTarget> linkHandler) {
        this.context = context;
        this.catalog = catalog;
        this.lab = lab;
        this.exercises = exercises;
        this.illustrationCards = illustrationCards;
        this.linkHandler = linkHandler;
        Messages messages = context.messages();
        lab.glossaryEntryProperty().addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> {
            double position = scroll().position();
            show();
            scroll().scrollTo(position);
        });
        show();
    }

    private void show() {
        if (shownKey != null) {
            positions.put(shownKey, scroll().position());
        }
        PageKey key = new PageKey(
                lab.glossaryEntryProperty().get(),
                context.messages().languageProperty().get());
        boolean isBuilt = builtPages.contains(key);
        BuiltPage now = builtPages.get(key, this::buildPage);
        shownPage = now;
        shownKey = key;
        if (now.page() != null) {
            now.page().setCards(illustrationCards.chartCards(shownCharts()));
        }
        getChildren().setAll(List.of(now.scroll()));
        Double position = positions.get(key);
        if (!isBuilt && position != null) {
            // A page without its width would have other positions.
            applyCss();
            layout();
            now.scroll().scrollTo(position);
        }
    }

    private BuiltPage buildPage(PageKey key) {
        if (LearnViewModel.isGlossary(key.name())) {
            return new BuiltPage(scroll(key, new GlossaryView(context, lab, linkHandler)), null);
        }
        PageView page = new PageView(
                LearnViewModel.page(key.name(), key.language()),
                context,
                linkHandler,
                new PageTerms(term -> lab.openTerm(term.word(key.language()))),
                illustrationCards::number);
        page.getChildren().add(new ExercisesPane(key.name(), key.language(), exercises, context.messages(), pageParts));
        page.getChildren().add(new PageLessons(key.name(), catalog.lessons(key.language()), context));
        return new BuiltPage(scroll(key, page), page);
    }

    /** Texts and links of exercises look like those of the page. */
    private final class ContainerParts implements PageParts {
        @Override
        public Node text(List<Block> blocks) {
            return new PageBlocks(blocks, context);
        }

        @Override
        public Button link(String id, String words, Document document) {
            return LinkListView.button(
                    id,
                    words,
                    LabName.forDocument(document),
                    context.messages(),
                    () -> fireEvent(new DocumentRequest(document, null)));
        }

        @Override
        public void reveal(Node node) {
            if (node.getScene() != null) {
                scroll().reveal(node);
            }
        }
    }

    private PageScroll scroll(PageKey key, Region body) {
        return new PageScroll(body, new PageNavigation(context.messages(), lab, key.name()), context.appearance());
    }

    private PageScroll scroll() {
        BuiltPage now = shownPage;
        if (now == null) {
            throw new IllegalStateException("nothing is open");
        }
        return now.scroll();
    }

    /** The names of the charts of the open page. */
    List<String> shownCharts() {
        return lab.isGlossary()
                ? List.of()
                : LearnViewModel.page(
                                lab.glossaryEntryProperty().get(),
                                context.messages().languageProperty().get())
                        .charts()
                        .stream()
                        .map(Block.ChartBlock::name)
                        .toList();
    }

    /** Scrolls by a number of screens. Returns false if it was already at the end. */
    boolean scroll(double screens) {
        return scroll().scrollBy(screens);
    }

    /** Scrolls down by almost one screen, or turns the page at the end. */
    void scrollOrTurnPage() {
        if (!scroll(PAGE_KEY_SCREENS)) {
            lab.playback().stepForward();
        }
    }
}
