package hyperlab.app.learn;

import hyperlab.app.LabContext;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.EmptyState;
import hyperlab.file.Document;
import hyperlab.learn.Block;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The card of a page's chart. Its result is computed on a worker thread when the card is first visible. */
final class PictureCard<R> {
    private final LabContext context;
    private final Illustration<R> illustration;
    private final ChartCard card;
    private boolean ordered;
    private @Nullable R found;

    /** @param block supplies the title and the subtitle in the current language */
    PictureCard(LabContext context, String name, Illustration<R> illustration, Supplier<Block.Picture> block) {
        this.context = context;
        this.illustration = illustration;
        card = new ChartCard(
                "learn-" + name,
                context.messages(),
                context.messages().compute(() -> block.get().title()),
                context.messages().compute(() -> block.get().how()),
                illustration.chart());
        card.getStyleClass().add("page-picture");
        card.withDataExport(context.messages(), this::table);
        card.followLanguageAndStyle(context, texts -> show(), illustration::style);
        card.showInstead(new EmptyState(context.messages().bind("learn.working")));
    }

    ChartCard card() {
        return card;
    }

    Document made() {
        return illustration.made();
    }

    /** Returns whether the chart shows its result. */
    boolean isShown() {
        return found != null;
    }

    void active(boolean active) {
        card.setActive(active);
        if (active && !ordered) {
            ordered = true;
            card.showProgress(true);
            context.workers().run("illustration", () -> {
                R result = illustration.workOut();
                context.pulses().execute(() -> take(result));
            });
        }
    }

    private void take(R result) {
        found = result;
        card.showProgress(false);
        card.showInstead(null);
        show();
    }

    private void show() {
        R known = found;
        if (known != null) {
            illustration.show(known, context.messages().texts());
        }
    }

    private String table() {
        R known = found;
        return known == null ? "" : illustration.table(known);
    }
}
