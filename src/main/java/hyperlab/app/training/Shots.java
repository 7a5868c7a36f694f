package hyperlab.app.training;

import hyperlab.chart.CursorReading;
import hyperlab.chart.EventMarks;
import hyperlab.chart.RunBand;
import hyperlab.chart.RunCurves;
import hyperlab.chart.RunLine;
import hyperlab.chart.TrainingShot;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Creates the content of the curve charts.
 *
 * @param smoothed whether curves are smoothed, with thin raw curves underneath
 * @param gap whether the area between training and validation curves is shaded
 * @param reads whether the curves' values at the play head are shown while the pointer is on no chart
 */
record Shots(boolean smoothed, boolean gap, boolean reads) {
    private static final Quantity LOSS = new Quantity(
            curves -> new RunCurves(curves.trainLoss(), curves.validationLoss()),
            SeedBands::loss,
            EpochReport::trainLoss,
            EpochReport::validationLoss,
            NumberFormats::format,
            true);
    private static final Quantity ACCURACY = new Quantity(
            curves -> new RunCurves(curves.trainAccuracy(), curves.validationAccuracy()),
            SeedBands::accuracy,
            EpochReport::trainAccuracy,
            EpochReport::validationAccuracy,
            share -> NumberFormats.formatFixed(100 * share, 1) + "\u00a0%",
            false);

    /** Loss or accuracy: its curves, its values in a row, and how a value is formatted. */
    private record Quantity(
            Function<Curves, RunCurves> curves,
            Function<SeedBands, SeedBands.Band> band,
            ToDoubleFunction<EpochReport> train,
            ToDoubleFunction<EpochReport> validation,
            Function<Double, String> said,
            boolean marksBest) {}

    TrainingShot loss(Picture picture, Texts texts) {
        return shot(LOSS, picture, texts);
    }

    TrainingShot accuracy(Picture picture, Texts texts) {
        return shot(ACCURACY, picture, texts);
    }

    private TrainingShot shot(Quantity quantity, Picture picture, Texts texts) {
        List<RunLine> lines =
                picture.runs().stream().map(run -> line(quantity, run, texts)).toList();
        Reading reading = picture.reading();
        EpochReport head = reading == null ? null : reading.head();
        TrainingShot.Head at = head == null
                ? null
                : new TrainingShot.Head(
                        head.epoch(),
                        quantity.train().applyAsDouble(head),
                        quantity.validation().applyAsDouble(head));
        List<RunBand> bands = bands(quantity, picture, texts);
        TrainingShot.Notes notes = new TrainingShot.Notes(
                marks(picture, texts),
                quantity.marksBest() ? best(picture, bands.isEmpty()) : null,
                gap,
                cursor(quantity, picture, texts));
        return new TrainingShot(lines, bands, picture.lastEpoch(), at, notes);
    }

    private static List<RunBand> bands(Quantity quantity, Picture picture, Texts texts) {
        List<RunBand> bands = new ArrayList<>();
        for (ShownRun run : picture.runs()) {
            SeedBands seeds = run.seeds();
            if (seeds != null) {
                SeedBands.Band band = quantity.band().apply(seeds);
                String number = Integer.toString(seeds.seeds());
                String name = picture.runs().size() == 1
                        ? texts.get("training.seeds.band.alone", number)
                        : texts.get("training.seeds.band", run.name().in(texts), number);
                bands.add(new RunBand(name, run.run().look(), band.lower(), band.middle(), band.upper()));
            }
        }
        return bands;
    }

    private RunLine line(Quantity quantity, ShownRun shown, Texts texts) {
        RunHistory history = shown.run().history();
        RunCurves raw = quantity.curves().apply(history.curves());
        return new RunLine(
                shown.name().in(texts),
                shown.run().look(),
                smoothed ? quantity.curves().apply(history.smoothed()) : raw,
                smoothed ? raw : null,
                shown.live(),
                history.divergedIn());
    }

    /**
     * The best epoch. It is marked only where it matters: with early stopping, or after the run has ended if there are
     * no seed bands.
     */
    private static @Nullable Integer best(Picture picture, boolean alone) {
        Reading reading = picture.reading();
        boolean decides = picture.experiment().training().patience() > 0 || (alone && picture.outcome() != null);
        return reading == null || !decides || reading.best().epoch() == 0
                ? null
                : (Integer) reading.best().epoch();
    }

    private @Nullable CursorReading cursor(Quantity quantity, Picture picture, Texts texts) {
        Integer pointed = picture.cursor();
        Reading reading = picture.reading();
        if (pointed == null && (!reads || reading == null)) {
            return null;
        }
        int epoch = pointed != null || reading == null
                ? Objects.requireNonNull(pointed)
                : reading.head().epoch();
        List<CursorReading.Row> rows = new ArrayList<>();
        for (ShownRun run : picture.runs()) {
            EpochReport at = pointed == null ? run.head() : run.cursor();
            if (at != null) {
                double train = quantity.train().applyAsDouble(at);
                double validation = quantity.validation().applyAsDouble(at);
                String values = texts.get(
                        "training.cursor.values",
                        quantity.said().apply(train),
                        quantity.said().apply(validation));
                boolean alone = picture.runs().size() == 1;
                String text = alone
                        ? values
                        : texts.get("training.cursor.run", run.name().in(texts), values);
                rows.add(new CursorReading.Row(run.run().look(), text, train, validation));
            }
        }
        return new CursorReading(epoch, rows);
    }

    private static List<EventMarks.Event> marks(Picture picture, Texts texts) {
        return picture.marks().stream()
                .map(mark -> new EventMarks.Event(mark.epoch(), mark.said().in(texts)))
                .toList();
    }
}
