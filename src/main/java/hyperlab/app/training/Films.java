package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.control.GifSource;
import hyperlab.app.control.GifAvailability;
import hyperlab.app.training.PredictionLook.Ground;
import hyperlab.chart.BoundaryChart;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.ConfusionChart;
import hyperlab.chart.HistogramChart;
import hyperlab.chart.HistogramChart.Quantity;
import hyperlab.chart.MistakesChart;
import hyperlab.chart.NetworkChart;
import hyperlab.chart.PredictionChart;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.Distribution;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.Mistakes;
import hyperlab.export.Filming;
import hyperlab.export.Reel;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates animations of the stage's charts over the training, each drawn on a separate chart in the current language
 * and theme.
 */
final class Films {
    private final TrainingViewModel lab;
    private final LabContext context;
    private final CurveCards curves;

    Films(TrainingViewModel lab, LabContext context, CurveCards curves) {
        this.lab = lab;
        this.context = context;
        this.curves = curves;
    }

    /** A confusion matrix with its class names. */
    private record Counted(ConfusionMatrix matrix, List<String> classNames) {
        static @Nullable Counted of(Look look) {
            ConfusionMatrix matrix = look.predictions().confusion();
            return matrix == null
                    ? null
                    : new Counted(matrix, look.when().partition().whole().classNames());
        }
    }

    /** Whether an animation of a chart is available now. */
    GifAvailability of(StageChart kind) {
        Playthrough run = lab.playthrough();
        return switch (kind) {
            case LOSS, ACCURACY -> ready(run.curveEpochs(), () -> curves.film(kind, run));
            case BOUNDARY, CONFUSION, PREDICTION, FIT, NETWORK, WEIGHTS, GRADIENTS, ACTIVATIONS, MISTAKES ->
                ready(run.lookEpochs(), () -> film(kind, run));
            case RATE_TEST, SHARPNESS, RATIOS, MEMBERS, CAPACITY, PATHS, PLAYGROUND -> new GifAvailability.NotSupported();
        };
    }

    private static GifAvailability ready(int[] epochs, Supplier<GifSource> film) {
        return epochs.length > 1 ? new GifAvailability.Available(film) : new GifAvailability.Unavailable("shell.film.untrained");
    }

    private GifSource film(StageChart kind, Playthrough run) {
        Texts texts = context.messages().texts();
        ChartTheme theme = context.appearance().chartTheme();
        return switch (kind) {
            case BOUNDARY -> {
                BoundaryChart chart = new BoundaryChart(texts, theme);
                yield film(kind, run, Reel.steady(chart.chart(), chart::show), look -> {
                    Ground ground = look.predictions().ground();
                    return ground == null ? null : new LookPictures(look, texts).boundary(ground);
                });
            }
            case CONFUSION -> {
                ConfusionChart chart = new ConfusionChart(texts, theme);
                Reel<Counted> reel =
                        Reel.steady(chart.chart(), counted -> chart.show(counted.matrix(), counted.classNames()));
                yield film(kind, run, reel, Counted::of);
            }
            case PREDICTION, FIT -> {
                PredictionChart chart = new PredictionChart(texts, theme);
                yield film(
                        kind,
                        run,
                        new Reel<>(chart.chart(), chart::hold, chart::show),
                        look -> new LookPictures(look, texts).prediction(kind));
            }
            case NETWORK -> {
                NetworkChart chart = new NetworkChart(texts, theme);
                yield film(
                        kind,
                        run,
                        new Reel<>(chart.chart(), chart::hold, chart::show),
                        look -> NetworkPictures.of(look, texts));
            }
            case WEIGHTS -> histograms(kind, run, Quantity.WEIGHTS, LayerReport::weights);
            case GRADIENTS -> histograms(kind, run, Quantity.GRADIENTS, LayerReport::weightGradients);
            case ACTIVATIONS -> histograms(kind, run, Quantity.ACTIVATIONS, LayerReport::outputs);
            default -> {
                MistakesChart chart = new MistakesChart(theme);
                yield film(kind, run, Reel.steady(chart.chart(), chart::show), look -> {
                    Mistakes mistakes = look.predictions().mistakes();
                    return mistakes == null ? null : new LookPictures(look, texts).mistakes(mistakes);
                });
            }
        };
    }

    private GifSource histograms(
            StageChart kind, Playthrough run, Quantity quantity, Function<LayerReport, Distribution> of) {
        Texts texts = context.messages().texts();
        HistogramChart chart =
                new HistogramChart(quantity, texts, context.appearance().chartTheme());
        return film(
                kind,
                run,
                new Reel<>(chart.chart(), chart::hold, chart::show),
                look -> new LookPictures(look, texts).histograms(of));
    }

    private static <P> GifSource film(
            StageChart kind, Playthrough run, Reel<P> reel, Function<Look, @Nullable P> picture) {
        int[] epochs = run.lookEpochs();
        return new GifSource() {
            @Override
            public int lastEpoch() {
                return epochs[epochs.length - 1];
            }

            @Override
            public Optional<byte[]> gif(Filming filming, DoubleConsumer share, BooleanSupplier cancelled) {
                return filming.gif(
                        reel,
                        epochs,
                        epoch -> {
                            Look look = run.look(kind, epoch, cancelled);
                            return look == null ? null : picture.apply(look);
                        },
                        share,
                        cancelled);
            }
        };
    }
}
