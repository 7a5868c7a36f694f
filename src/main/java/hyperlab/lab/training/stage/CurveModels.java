package hyperlab.lab.training.stage;

import hyperlab.chart.series.Curve;
import hyperlab.chart.training.CrosshairValues;
import hyperlab.chart.training.EventMarkers;
import hyperlab.chart.training.RunBand;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.RunLine;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.PlayheadReading;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.lab.training.run.SeedBands;
import hyperlab.lab.training.run.TrainingViewState;
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
 * @param shadeGap whether the area between training and validation curves is shaded
 * @param readAtPlayhead whether the curves' values at the play head are shown while the pointer is on no chart
 * @param bySteps whether the curves are over optimizer steps instead of epochs
 */
public record CurveModels(boolean smoothed, boolean shadeGap, boolean readAtPlayhead, boolean bySteps) {
    private static final CurveQuantity LOSS = new CurveQuantity(
            RunHistory::loss,
            RunHistory::smoothedLoss,
            SeedBands::loss,
            EpochReport::trainLoss,
            EpochReport::validationLoss,
            NumberFormats::format,
            true);
    private static final CurveQuantity ACCURACY = new CurveQuantity(
            RunHistory::accuracy,
            RunHistory::smoothedAccuracy,
            SeedBands::accuracy,
            EpochReport::trainAccuracy,
            EpochReport::validationAccuracy,
            share -> NumberFormats.formatFixed(100 * share, 1) + "\u00a0%",
            false);

    /** Loss or accuracy: its curves, its values in a row, and how a value is formatted. */
    private record CurveQuantity(
            Function<RunHistory, RunCurves> curves,
            Function<RunHistory, RunCurves> smoothedCurves,
            Function<SeedBands, SeedBands.Band> band,
            ToDoubleFunction<EpochReport> train,
            ToDoubleFunction<EpochReport> validation,
            Function<Double, String> format,
            boolean marksBestEpoch) {}

    public TrainingCurvesModel loss(TrainingViewState state, Texts texts) {
        return model(LOSS, state, texts);
    }

    public TrainingCurvesModel accuracy(TrainingViewState state, Texts texts) {
        return model(ACCURACY, state, texts);
    }

    private TrainingCurvesModel model(CurveQuantity quantity, TrainingViewState state, Texts texts) {
        List<RunLine> lines =
                state.runs().stream().map(run -> runLine(quantity, run, texts)).toList();
        StepScale scale = StepScale.of(state);
        PlayheadReading reading = state.reading();
        EpochReport head = reading == null ? null : reading.atPlayhead();
        TrainingCurvesModel.PlayHeadValues row = head == null
                ? null
                : new TrainingCurvesModel.PlayHeadValues(
                        bySteps ? scale.toStep(head.epoch()) : head.epoch(),
                        quantity.train().applyAsDouble(head),
                        quantity.validation().applyAsDouble(head));
        List<RunBand> bands = bands(quantity, state, texts);
        TrainingCurvesModel.TrainingMarks notes = new TrainingCurvesModel.TrainingMarks(
                events(state, scale, texts),
                quantity.marksBestEpoch() ? best(state, scale, bands.isEmpty()) : null,
                shadeGap,
                cursor(quantity, state, scale, texts));
        return new TrainingCurvesModel(lines, bands, bySteps ? lastStep(state, scale) : state.lastEpoch(), row, notes);
    }

    /** The last step of the live run's epochs and of the other runs. */
    private static int lastStep(TrainingViewState state, StepScale scale) {
        int last = 0;
        for (DisplayedRun run : state.runs()) {
            RunHistory history = run.run().history();
            RunHistory logged = history.bySteps();
            last = Math.max(
                    last,
                    run.live()
                            ? scale.toStep(state.ownLastEpoch())
                            : logged != null
                                    ? logged.lastEpoch()
                                    : StepScale.of(history).toStep(history.lastEpoch()));
        }
        return last;
    }

    private List<RunBand> bands(CurveQuantity quantity, TrainingViewState state, Texts texts) {
        List<RunBand> bands = new ArrayList<>();
        for (DisplayedRun run : state.runs()) {
            SeedBands seeds = run.seeds();
            if (seeds != null) {
                SeedBands.Band band = quantity.band().apply(seeds);
                String number = Integer.toString(seeds.seeds());
                String name = state.runs().size() == 1
                        ? texts.get("training.seeds.band.alone", number)
                        : texts.get("training.seeds.band", run.experimentName().format(texts), number);
                StepScale scale = StepScale.of(run.run().history());
                bands.add(new RunBand(
                        name,
                        run.run().style(),
                        scaled(band.lower(), scale),
                        scaled(band.median(), scale),
                        scaled(band.upper(), scale)));
            }
        }
        return bands;
    }

    private RunLine runLine(CurveQuantity quantity, DisplayedRun shown, Texts texts) {
        RunHistory history = shown.run().history();
        RunCurves raw = overAxis(history, quantity.curves());
        Integer diverged = history.divergedEpoch();
        RunHistory logged = history.bySteps();
        if (bySteps) {
            diverged = logged != null
                    ? logged.divergedEpoch()
                    : diverged == null ? null : (Integer) StepScale.of(history).toStep(diverged);
        }
        return new RunLine(
                shown.name().format(texts),
                shown.shortName().format(texts),
                shown.run().style(),
                smoothed ? overAxis(history, quantity.smoothedCurves()) : raw,
                smoothed ? raw : null,
                shown.live(),
                shown.ghost(),
                diverged);
    }

    /** The curves of a run over epochs or steps; empty if the positions of a log's values are not known. */
    private RunCurves overAxis(RunHistory history, Function<RunHistory, RunCurves> curves) {
        if (!bySteps) {
            return curves.apply(history);
        }
        RunHistory logged = history.bySteps();
        if (history.isLogged()) {
            return logged == null ? RunCurves.EMPTY : curves.apply(logged);
        }
        StepScale scale = StepScale.of(history);
        RunCurves overEpochs = curves.apply(history);
        return new RunCurves(scaled(overEpochs.train(), scale), scaled(overEpochs.validation(), scale));
    }

    private Curve scaled(Curve curve, StepScale scale) {
        if (!bySteps) {
            return curve;
        }
        double[] x = new double[curve.size()];
        double[] y = new double[curve.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = scale.toStep(curve.x(i));
            y[i] = curve.y(i);
        }
        return Curve.of(x, y).named(curve.name());
    }

    /**
     * The best epoch. It is marked only where it matters: with early stopping, or after the run has ended if there are
     * no seed bands.
     */
    private @Nullable Integer best(TrainingViewState state, StepScale scale, boolean alone) {
        PlayheadReading reading = state.reading();
        boolean decides = state.experiment().training().patience() > 0 || (alone && state.outcome() != null);
        if (reading == null || !decides || reading.best().epoch() == 0) {
            return null;
        }
        int epoch = reading.best().epoch();
        return bySteps ? scale.toStep(epoch) : epoch;
    }

    private @Nullable CrosshairValues cursor(
            CurveQuantity quantity, TrainingViewState state, StepScale scale, Texts texts) {
        Integer pointerEpoch = state.cursor();
        PlayheadReading reading = state.reading();
        if (pointerEpoch == null && (!readAtPlayhead || reading == null)) {
            return null;
        }
        int epoch = pointerEpoch != null || reading == null
                ? Objects.requireNonNull(pointerEpoch)
                : reading.atPlayhead().epoch();
        List<CrosshairValues.Row> rows = new ArrayList<>();
        for (DisplayedRun run : state.runs()) {
            EpochReport atEpoch = pointerEpoch == null ? run.atPlayhead() : run.atPointer();
            EpochReport row = bySteps ? StepScale.rowAt(run.run().history(), scale.toStep(epoch)) : atEpoch;
            if (row != null) {
                double train = quantity.train().applyAsDouble(row);
                double validation = quantity.validation().applyAsDouble(row);
                String values = texts.get(
                        "training.cursor.values",
                        quantity.format().apply(train),
                        quantity.format().apply(validation));
                boolean alone = state.runs().size() == 1;
                String text = alone
                        ? values
                        : texts.get("training.cursor.run", run.name().format(texts), values);
                rows.add(new CrosshairValues.Row(run.run().style(), text, train, validation));
            }
        }
        return new CrosshairValues(bySteps ? scale.toStep(epoch) : epoch, rows);
    }

    private List<EventMarkers.Event> events(TrainingViewState state, StepScale scale, Texts texts) {
        return state.markers().stream()
                .map(marker -> new EventMarkers.Event(
                        bySteps ? scale.toStep(marker.epoch()) : marker.epoch(),
                        marker.description().format(texts)))
                .toList();
    }
}
