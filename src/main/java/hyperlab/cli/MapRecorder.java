package hyperlab.cli;

import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.RunFailure;
import hyperlab.file.BestRatesFile;
import hyperlab.file.MapFolder;
import hyperlab.file.MapTrainers;
import hyperlab.file.RelativePaths;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MapZoom;
import hyperlab.map.PixelStore;
import hyperlab.map.PixelTrainer;
import hyperlab.map.RateScaling;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Computes a map until it is complete or stopped, and writes its folder. */
final class MapRecorder {
    private final CommandOutput console;
    private final Texts texts;
    private final InterruptHandler stop;
    private final ChartFileWriter files;
    private boolean listening;

    MapRecorder(CommandOutput console, Texts texts, InterruptHandler stop, ChartFileWriter files) {
        this.console = console;
        this.texts = texts;
        this.stop = stop;
        this.files = files;
    }

    /**
     * Continues from the pixels in the folder.
     *
     * @param baseFolder the base folder of the map's relative paths; null for the working directory
     * @return the pixels at the end
     * @throws RunFailure if a result cannot be written
     */
    MapSnapshot run(MapSpecification map, int threads, @Nullable Path baseFolder, Path folder) throws IOException {
        PixelTrainer trainer = MapTrainers.of(map, baseFolder);
        MapText text = new MapText(map, texts);
        MapSpecification recorded = RelativePaths.rebased(map, baseFolder, folder.toAbsolutePath());
        MapCharts charts = new MapCharts(files, texts);
        try (MapFolder mapFolder = MapFolder.open(folder, recorded)) {
            charts.requireWritable(folder);
            charts.warmUp();
            listen();
            console.printLine(text.start(threads));
            if (mapFolder.wasTruncated()) {
                console.printLine(texts.get("command.tune.torn"));
            }
            if (mapFolder.knownPixels() > 0) {
                console.printLine(text.resumed(mapFolder.knownPixels()));
            }
            try {
                return compute(
                        new MapComputation(map, trainer, mapFolder),
                        threads,
                        mapFolder,
                        text,
                        charts,
                        folder,
                        recorded);
            } catch (InvalidInputException error) {
                throw new RunFailure(error);
            }
        }
    }

    private void listen() {
        if (!listening) {
            listening = true;
            stop.listen();
        }
    }

    private MapSnapshot compute(
            MapComputation computation,
            int threads,
            MapFolder mapFolder,
            MapText text,
            MapCharts charts,
            Path folder,
            MapSpecification recorded)
            throws IOException {
        MapProgress progress = new MapProgress(text, console);
        ExecutorService executor = Executors.newCachedThreadPool();
        boolean complete;
        try {
            complete = computation.run(executor, threads, progress, stop::isRequested);
        } finally {
            executor.shutdown();
            progress.end();
        }
        MapSnapshot snapshot = computation.snapshot();
        mapFolder.write(snapshot);
        charts.write(folder, recorded, snapshot);
        console.printLine(text.summary(snapshot, complete));
        console.printLine(folder.toString());
        return snapshot;
    }

    /**
     * Computes one map for each seed, in the folders {@code seed-K}. For the learning rate and the batch size of a
     * network, the best rates of each seed are in {@code best.csv}, and the last line says how they grow.
     */
    void runEachSeed(MapSpecification map, int threads, @Nullable Path baseFolder, Path folder) throws IOException {
        List<MapSnapshot> snapshots = runSeeds(map, threads, baseFolder, folder);
        if (!RateScaling.applies(map) || stop.isRequested()) {
            return;
        }
        Optional<RateScaling> scaling = RateScaling.of(snapshots);
        if (scaling.isEmpty()) {
            console.printLine(texts.get("command.map.noScaling"));
            return;
        }
        BestRatesFile.write(folder.resolve("best.csv"), scaling.get().seeds(), map.color());
        console.printLine(new MapText(map, texts).scaling(scaling.get()));
    }

    /** Computes one map for each seed, in the folders {@code seed-K}, until it is stopped. */
    List<MapSnapshot> runSeeds(MapSpecification map, int threads, @Nullable Path baseFolder, Path folder)
            throws IOException {
        List<MapSnapshot> snapshots = new ArrayList<>();
        for (MapSpecification each : map.eachSeed()) {
            if (!stop.isRequested()) {
                snapshots.add(run(each, threads, baseFolder, folder.resolve("seed-" + seed(each))));
            }
        }
        return snapshots;
    }

    /** Writes {@code charts/zoom.gif}: one map for each frame. */
    void writeZoom(MapZoom zoom, int threads, @Nullable Path baseFolder, Path folder) throws IOException {
        ExecutorService executor = Executors.newCachedThreadPool();
        ZoomProgress progress = new ZoomProgress(zoom, texts, console);
        try {
            new MapCharts(files, texts).writeZoom(folder, zoom, baseFolder, map -> {
                MapComputation computation = new MapComputation(map, MapTrainers.of(map, baseFolder), PixelStore.NONE);
                boolean complete = computation.run(executor, threads, snapshot -> {}, stop::isRequested);
                if (complete) {
                    progress.frameComputed(computation.snapshot());
                }
                return complete ? computation.snapshot() : null;
            });
        } finally {
            executor.shutdown();
            progress.end();
        }
    }

    private static long seed(MapSpecification map) {
        if (map.subject() instanceof MapSubject.OfExperiment of) {
            return of.experiment().seed();
        }
        return map.subject() instanceof MapSubject.OfMeanField of ? of.network().seed() : 0;
    }
}
