package hyperlab.lab.learn.illustration;

import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.learn.Block;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The card of a page's chart. Its result is computed on a worker thread when the card is first visible, and again when
 * its number in the text changes.
 */
final class IllustrationCard<R, M> {
    private final LabContext context;
    private final Illustration<R, M> illustration;
    private final ChartCardView<M> view;
    private final ChartCard card;
    private final LatestTask<Computation<R>, R> task;
    private final @Nullable ChartNumber number;
    private boolean requested;
    private @Nullable R currentResult;

    private interface Computation<R> {
        R compute();
    }

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
        task = new LatestTask<>(
                work -> context.workers().run("illustration", work),
                context.pulses(),
                Computation::compute,
                this::resultComputed);
        number = illustration
                .adjustment()
                .map(adjustment -> new ChartNumber(adjustment.values(), adjustment.initial()))
                .orElse(null);
        if (number != null) {
            number.indexProperty().addListener((observed, before, now) -> recompute());
        }
    }

    /** The number in the text that changes the chart; empty if there is none. */
    Optional<ChartNumber> number() {
        return Optional.ofNullable(number);
    }

    private void recompute() {
        if (requested) {
            task.submit(computation());
        }
    }

    /** Computes the result for the current number. */
    private Computation<R> computation() {
        ChartNumber changed = number;
        Illustration.Adjustment<R> adjustment = illustration.adjustment().orElse(null);
        if (changed == null || adjustment == null) {
            return illustration::compute;
        }
        double value = changed.value();
        return () -> adjustment.result().apply(value);
    }

    ChartCard card() {
        return card;
    }

    Document settingsDocument() {
        ChartNumber changed = number;
        Illustration.Adjustment<R> adjustment = illustration.adjustment().orElse(null);
        return changed == null || adjustment == null
                ? illustration.settingsDocument()
                : adjustment.document().apply(changed.value());
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
            task.submit(computation());
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
