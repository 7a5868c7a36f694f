package hyperlab.lab.learn.illustration;

import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.learn.Block;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The card of a page's chart. Its result is computed on a worker thread when the card is first visible, and again when
 * its number in the text changes. A page that is left before its result is computed needs it no longer: it is computed
 * when the page is opened again.
 */
final class IllustrationCard<R, M> {
    private final LabContext context;
    private final Illustration<R, M> illustration;
    private final ChartCardView<M> view;
    private final ChartCard card;
    private final LatestTask<Computation<R>, R> task;
    private final @Nullable ChartNumber number;
    private boolean requested;
    /** Becomes true when nobody waits for the first result any more. */
    private AtomicBoolean abandoned = new AtomicBoolean();

    private @Nullable R currentResult;

    private interface Computation<R> {
        R compute();

        /** Returns null if the result was no longer needed. */
        default @Nullable R computeIfNeeded() {
            try {
                return compute();
            } catch (CancellationException e) {
                return null;
            }
        }
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
                Computation::computeIfNeeded,
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
            AtomicBoolean cancelled = abandoned;
            // The window interrupts its workers when it closes, and waits for them.
            return () -> illustration.compute(() -> cancelled.get() || LatestTask.isInterrupted());
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
        } else if (!active && requested && currentResult == null) {
            abandoned.set(true);
            abandoned = new AtomicBoolean();
            task.cancel();
            requested = false;
            card.showProgress(false);
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
