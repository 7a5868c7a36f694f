package hyperlab.cli;

import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.RunFailure;
import hyperlab.file.MapFolder;
import hyperlab.file.MapTrainers;
import hyperlab.file.RelativePaths;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.PixelTrainer;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Computes a map until it is complete or stopped, and writes its folder. */
final class MapRecorder {
    private final CommandOutput console;
    private final Texts texts;
    private final InterruptHandler stop;
    private final ChartFileWriter files;

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
     * @throws RunFailure if a result cannot be written
     */
    void run(MapSpecification map, int threads, @Nullable Path baseFolder, Path folder) throws IOException {
        PixelTrainer trainer = MapTrainers.of(map, baseFolder);
        MapText text = new MapText(map, texts);
        MapSpecification recorded = RelativePaths.rebased(map, baseFolder, folder.toAbsolutePath());
        MapCharts charts = new MapCharts(files, texts);
        try (MapFolder mapFolder = MapFolder.open(folder, recorded)) {
            charts.requireWritable(folder);
            charts.warmUp();
            stop.listen();
            console.printLine(text.start(threads));
            if (mapFolder.wasTruncated()) {
                console.printLine(texts.get("command.tune.torn"));
            }
            if (mapFolder.knownPixels() > 0) {
                console.printLine(text.resumed(mapFolder.knownPixels()));
            }
            try {
                compute(
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

    private void compute(
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
    }
}
