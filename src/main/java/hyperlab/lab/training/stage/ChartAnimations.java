package hyperlab.lab.training.stage;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.BoundaryChart;
import hyperlab.chart.training.ConfusionChart;
import hyperlab.chart.training.HistogramChart;
import hyperlab.chart.training.HistogramChart.Quantity;
import hyperlab.chart.training.PredictionChart;
import hyperlab.chart.training.WorstPredictionsChart;
import hyperlab.chart.training.network.NetworkChart;
import hyperlab.diagnosis.Distribution;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.WorstPredictions;
import hyperlab.export.FrameRenderer;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.PredictionInspection.PlanePredictions;
import hyperlab.lab.training.inspection.RunReplay;
import hyperlab.lab.training.run.StageChart;
import hyperlab.text.Texts;
import hyperlab.ui.control.chart.GifAvailability;
import hyperlab.ui.control.chart.GifAvailability.GifContent;
import hyperlab.ui.control.chart.GifSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates animations of the stage's charts over the training, each drawn on a separate chart in the current language
 * and theme.
 */
public final class ChartAnimations {
    private final Supplier<RunReplay> replay;
    private final LabContext context;
    private final CurveAnimations curves;

    /** @param replay steps through the run that is displayed when it is called */
    public ChartAnimations(Supplier<RunReplay> replay, LabContext context, CurveCards curveCards) {
        this.replay = replay;
        this.context = context;
        curves = curveCards.animations();
    }

    /** Whether an animation of a chart is available now. */
    public GifAvailability availability(StageChart kind) {
        RunReplay run = replay.get();
        return switch (kind) {
            case LOSS, ACCURACY -> curves(kind, run);
            case BOUNDARY, CONFUSION, PREDICTION, FIT, NETWORK, WEIGHTS, GRADIENTS, ACTIVATIONS, MISTAKES ->
                ifTrained(run.inspectionEpochs(), () -> animation(kind, run));
            case RATE_TEST, SHARPNESS, RATIOS, MEMBERS, CAPACITY, PATHS, STEP, PLAYGROUND ->
                new GifAvailability.NotSupported();
        };
    }

    /** Those of the run; before it has trained, those of a log. */
    private GifAvailability curves(StageChart kind, RunReplay run) {
        int[] epochs = run.curveEpochs();
        Optional<GifSource> ofLog = epochs.length > 1 ? Optional.empty() : curves.ofLog(kind);
        return ofLog.<GifAvailability>map(source -> new GifAvailability.Available(GifContent.LOG, () -> source))
                .orElseGet(() -> ifTrained(epochs, () -> curves.ofRun(kind, run)));
    }

    private static GifAvailability ifTrained(int[] epochs, Supplier<GifSource> source) {
        return epochs.length > 1
                ? new GifAvailability.Available(GifContent.RUN, source)
                : new GifAvailability.Unavailable(GifContent.RUN, "shell.film.untrained");
    }

    private GifSource animation(StageChart kind, RunReplay run) {
        Texts texts = context.messages().texts();
        ChartTheme theme = context.appearance().chartTheme();
        return switch (kind) {
            case BOUNDARY -> {
                BoundaryChart chart = new BoundaryChart(texts, theme);
                yield animation(kind, run, FrameRenderer.withFixedAxes(chart.chart(), chart::show), inspection -> {
                    PlanePredictions ground = inspection.predictions().planePredictions();
                    return ground == null ? null : new InspectionChartModels(inspection, texts).boundary(ground);
                });
            }
            case CONFUSION -> {
                ConfusionChart chart = new ConfusionChart(texts, theme);
                yield animation(
                        kind,
                        run,
                        FrameRenderer.withFixedAxes(chart.chart(), chart::show),
                        InspectionChartModels::confusion);
            }
            case PREDICTION, FIT -> {
                PredictionChart chart = new PredictionChart(texts, theme);
                yield animation(
                        kind,
                        run,
                        new FrameRenderer<>(chart.chart(), chart::fixAxes, chart::show),
                        inspection -> new InspectionChartModels(inspection, texts).prediction(kind));
            }
            case NETWORK -> {
                NetworkChart chart = new NetworkChart(texts, theme);
                yield animation(
                        kind,
                        run,
                        new FrameRenderer<>(chart.chart(), chart::fixLineWidths, chart::show),
                        inspection -> NetworkDiagramBuilder.of(inspection, texts));
            }
            case WEIGHTS -> histogramAnimation(kind, run, Quantity.WEIGHTS, LayerReport::weights);
            case GRADIENTS -> histogramAnimation(kind, run, Quantity.GRADIENTS, LayerReport::weightGradients);
            case ACTIVATIONS -> histogramAnimation(kind, run, Quantity.ACTIVATIONS, LayerReport::outputs);
            case MISTAKES -> {
                WorstPredictionsChart chart = new WorstPredictionsChart(theme);
                yield animation(kind, run, FrameRenderer.withFixedAxes(chart.chart(), chart::show), inspection -> {
                    WorstPredictions mistakes = inspection.predictions().worstPredictions();
                    return mistakes == null ? null : new InspectionChartModels(inspection, texts).mistakes(mistakes);
                });
            }
            case LOSS, ACCURACY, RATE_TEST, SHARPNESS, RATIOS, MEMBERS, CAPACITY, PATHS, STEP, PLAYGROUND ->
                throw new IllegalArgumentException(kind.id() + " does not inspect the network");
        };
    }

    private GifSource histogramAnimation(
            StageChart kind, RunReplay run, Quantity quantity, Function<LayerReport, Distribution> of) {
        Texts texts = context.messages().texts();
        HistogramChart chart =
                new HistogramChart(quantity, texts, context.appearance().chartTheme());
        return animation(
                kind,
                run,
                new FrameRenderer<>(chart.chart(), chart::fixAxis, chart::show),
                inspection -> new InspectionChartModels(inspection, texts).histograms(of));
    }

    private static <P> GifSource animation(
            StageChart kind,
            RunReplay run,
            FrameRenderer<P> renderer,
            Function<NetworkInspection, @Nullable P> picture) {
        return new RunAnimation<>(run.inspectionEpochs(), renderer, (epoch, cancelled) -> {
            NetworkInspection inspection = run.inspect(kind, epoch, cancelled);
            return inspection == null ? null : picture.apply(inspection);
        });
    }
}
