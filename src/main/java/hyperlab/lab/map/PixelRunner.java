package hyperlab.lab.map;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.map.DescentPixelTrainer;
import hyperlab.map.MapSpecification;
import hyperlab.map.MeanFieldPixelTrainer;
import hyperlab.map.NetworkPixelTrainer;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.PixelTrainer;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Performs the run of one pixel again, to show its losses. Thread-safe; runs one at a time. */
final class PixelRunner {
    private static final double ROUNDING = 1e-6;

    private static final int MAX_CURVES = 16;

    private final Map<CurveKey, LossCurve> curves = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CurveKey, LossCurve> eldest) {
            return size() > MAX_CURVES;
        }
    };
    private @Nullable PixelTrainer trainer;
    private @Nullable MapSpecification trainerMap;
    private @Nullable Path trainerFolder;

    /**
     * A pixel to run.
     *
     * @param x the value of the column
     * @param y the value of the row
     * @param known the result if it is known; null otherwise
     */
    record PixelRequest(
            MapSpecification map,
            @Nullable Path folder,
            MapCell cell,
            String x,
            String y,
            @Nullable Pixel known) {}

    /** The runs that a curve belongs to: the color does not matter. */
    private record CurveKey(MapSpecification runs, @Nullable Path folder, String x, String y, double epochs) {}

    private record LossCurve(
            double[] losses, long steps, @Nullable Document document) {}

    /** Trains one pixel and records its losses. Returns null if canceled, or if the map is invalid. */
    synchronized @Nullable PixelRun run(PixelRequest request, BooleanSupplier cancelled) {
        PixelTrainer.PixelValues values = new PixelTrainer.PixelValues(request.x(), request.y());
        try {
            PixelTrainer known = trainer(request);
            Pixel pixel = request.known() == null ? known.train(values, cancelled) : request.known();
            if (pixel == null || cancelled.getAsBoolean()) {
                return null;
            }
            LossCurve curve = pixel.outcome() == PixelOutcome.INVALID
                    ? new LossCurve(new double[0], 0, null)
                    : knownCurve(request, known, pixel, cancelled);
            if (cancelled.getAsBoolean()) {
                return null;
            }
            return new PixelRun(
                    request.cell(), request.x(), request.y(), pixel, curve.losses(), curve.steps(), curve.document());
        } catch (InvalidInputException invalid) {
            return null;
        }
    }

    private LossCurve knownCurve(
            PixelRequest request, PixelTrainer pixelTrainer, Pixel pixel, BooleanSupplier cancelled) {
        CurveKey key =
                new CurveKey(request.map().withoutColor(), request.folder(), request.x(), request.y(), pixel.epochs());
        LossCurve known = curves.get(key);
        if (known == null) {
            PixelTrainer.PixelValues values = new PixelTrainer.PixelValues(request.x(), request.y());
            known = curve(pixelTrainer, values, pixel, request.folder(), cancelled);
            if (!cancelled.getAsBoolean()) {
                curves.put(key, known);
            }
        }
        return known;
    }

    private PixelTrainer trainer(PixelRequest request) {
        PixelTrainer known = trainer;
        if (known == null || !request.map().equals(trainerMap) || !Objects.equals(request.folder(), trainerFolder)) {
            known = MapTrainers.of(request.map(), request.folder());
            trainer = known;
            trainerMap = request.map();
            trainerFolder = request.folder();
        }
        return known;
    }

    private static LossCurve curve(
            PixelTrainer trainer,
            PixelTrainer.PixelValues values,
            Pixel pixel,
            @Nullable Path folder,
            BooleanSupplier cancelled) {
        if (trainer instanceof NetworkPixelTrainer networks) {
            return ofTraining(pixel, networks.experiment(values), folder, cancelled);
        }
        if (trainer instanceof DescentPixelTrainer descents) {
            return ofDescent(descents.setup(values));
        }
        double[] losses = ((MeanFieldPixelTrainer) trainer).losses(values, cancelled);
        return new LossCurve(losses, losses.length - 1L, null);
    }

    /** The number of steps in a number of epochs, whose fraction is that of the samples of the last epoch. */
    private static long steps(double epochs, Experiment experiment, DataSplit split) {
        int samples = split.train().samples();
        int batch = experiment.training().batchSize().effective(samples);
        double whole = Math.floor(epochs);
        long stepsPerEpoch = (samples + batch - 1L) / batch;
        return ((long) whole) * stepsPerEpoch + (long) Math.ceil((epochs - whole) * samples / batch - ROUNDING);
    }

    private static LossCurve ofTraining(
            Pixel pixel, Experiment experiment, @Nullable Path folder, BooleanSupplier cancelled) {
        DataSplit split = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), folder);
        TrainingRun run = new TrainingRun(experiment, split, null);
        double[] losses = new double[experiment.training().epochs() + 1];
        int[] count = new int[1];
        double[] limit = new double[1];
        run.train(
                report -> {
                    limit[0] = report.epoch() == 0
                            ? PixelOutcome.MAX_LOSS_RATIO * Math.max(1, report.trainLoss())
                            : limit[0];
                    losses[report.epoch()] = report.trainLoss();
                    count[0] = report.epoch() + 1;
                },
                () -> cancelled.getAsBoolean() || (count[0] > 0 && !(losses[count[0] - 1] <= limit[0])));
        return new LossCurve(
                Arrays.copyOf(losses, count[0]),
                steps(pixel.epochs(), experiment, split),
                new Document.OfExperiment(experiment));
    }

    private static LossCurve ofDescent(DescentSetup setup) {
        DescentSetup.Racer racer = setup.racers().get(0);
        DescentPath path = GradientDescent.run(
                ObjectiveFunctions.of(setup.function(), setup.parameters()), setup.runSettings(racer));
        double[] values =
                IntStream.range(0, path.rows()).mapToDouble(path::value).toArray();
        return new LossCurve(values, path.steps(), new Document.OfDescent(setup));
    }
}
