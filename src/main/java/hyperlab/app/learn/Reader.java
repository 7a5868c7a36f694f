package hyperlab.app.learn;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.learn.Block;
import hyperlab.learn.Target;
import hyperlab.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows the open page or the glossary. Each page is built once for each language and keeps its scroll position. */
final class Reader extends StackPane {
    /** How far the arrow keys scroll, in screens. */
    static final double LINE = 0.08;
    /** How far the page keys scroll, in screens. */
    static final double SCREEN = 0.9;

    private final LabContext context;
    private final LearnViewModel lab;
    private final Pictures pictures;
    private final Consumer<Target> follow;
    private final Map<Key, Opened> opened = new HashMap<>();
    private @Nullable Opened shown;

    private record Key(String name, Language language) {}

    /** A scrolling column and the page in it; the page is null for the glossary. */
    private record Opened(PageScroll scroll, @Nullable PageView page) {}

    Reader(LabContext context, LearnViewModel lab, Pictures pictures, Consumer<Target> follow) {
        this.context = context;
        this.lab = lab;
        this.pictures = pictures;
        this.follow = follow;
        Messages messages = context.messages();
        lab.entry().addListener((observed, before, now) -> show());
        messages.language().addListener((observed, before, now) -> {
            double place = scroll().getVvalue();
            show();
            scroll().startAt(place);
        });
        show();
    }

    private void show() {
        Opened now = opened.computeIfAbsent(
                new Key(lab.entry().get(), context.messages().language().get()), this::lay);
        shown = now;
        if (now.page() != null) {
            now.page().bring(pictures.named(shownPictures()));
        }
        getChildren().setAll(List.of(now.scroll()));
    }

    private Opened lay(Key key) {
        if (LearnViewModel.isGlossary(key.name())) {
            return new Opened(scroll(key, new GlossaryView(context, lab, follow)), null);
        }
        PageView page = new PageView(LearnViewModel.page(key.name(), key.language()), context, follow);
        return new Opened(scroll(key, page), page);
    }

    private PageScroll scroll(Key key, Region body) {
        return new PageScroll(body, new PageFoot(context.messages(), lab, key.name()));
    }

    private PageScroll scroll() {
        Opened now = shown;
        if (now == null) {
            throw new IllegalStateException("nothing is open");
        }
        return now.scroll();
    }

    /** The names of the charts of the open page. */
    List<String> shownPictures() {
        return lab.isGlossary()
                ? List.of()
                : LearnViewModel.page(
                                lab.entry().get(), context.messages().language().get())
                        .pictures()
                        .stream()
                        .map(Block.Picture::name)
                        .toList();
    }

    /** Scrolls by a number of screens. Returns false if it was already at the end. */
    boolean scroll(double screens) {
        return scroll().by(screens);
    }

    /** Scrolls down by almost one screen, or turns the page at the end. */
    void readOn() {
        if (!scroll(SCREEN)) {
            lab.playback().stepForward();
        }
    }
}
