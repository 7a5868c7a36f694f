package hyperlab.lab.learn.illustration;

import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.learn.Block;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The card of a page's chart. Its result is computed on a worker thread when the card is first visible. */
final class IllustrationCard<R, M> {
    private final LabContext context;
    private final Illustration<R, M> illustration;
    private final ChartCardView<M> view;
    private final ChartCard card;
    private boolean requested;
    private @Nullable R currentResult;

    /** @param block supplies the title and the subtitle in the current language */
    IllustrationCard(
            LabContext context, String name, Illustration<R, M> illustration, Supplier<Block.ChartBlock> block) {
        this.context = context;
        this.illustration = illustration;
        view = context.chartCard(
                        "learn-" + name,
                        illustration.chart(),
                        context.messages().compute(() -> block.get().title()),
                        context.messages().compute(() -> block.get().caption()))
                .withDataExport(this::toCsv)
                .onLanguageChange(this::show);
        card = view.card();
        card.getStyleClass().add("page-picture");
        card.showInstead(new EmptyState(context.messages().bind("learn.working")));
    }

    ChartCard card() {
        return card;
    }

    Document settingsDocument() {
        return illustration.settingsDocument();
    }

    /** Returns whether the chart shows its result. */
    boolean isComputed() {
        return currentResult != null;
    }

    void setActive(boolean active) {
        card.setActive(active);
        if (active && !requested) {
            requested = true;
            card.showProgress(true);
            context.workers().run("illustration", () -> {
                R result = illustration.compute();
                context.pulses().execute(() -> resultComputed(result));
            });
        }
    }

    private void resultComputed(R result) {
        currentResult = result;
        card.showProgress(false);
        card.showInstead(null);
        show();
    }

    private void show() {
        R shownResult = currentResult;
        if (shownResult != null) {
            view.show(illustration.model(shownResult, context.messages().texts()));
        }
    }

    private String toCsv() {
        R shownResult = currentResult;
        return shownResult == null ? "" : illustration.toCsv(shownResult);
    }
}
