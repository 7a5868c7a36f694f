package hyperlab.cli;

import hyperlab.chart.map.MapChart;
import hyperlab.chart.map.MapModel;
import hyperlab.chart.style.ChartTheme;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.export.FrameRenderer;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapZoom;
import hyperlab.map.OverlayCurves;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The chart that {@code map} writes. */
final class MapCharts {
    private static final String NAME = "map";

    private final ChartFileWriter files;
    private final Texts texts;

    MapCharts(ChartFileWriter files, Texts texts) {
        this.files = files;
        this.texts = texts;
    }

    /** Checks that the chart can be written to a folder. */
    void requireWritable(Path folder) {
        files.requireWritable(folder.resolve(ChartFileWriter.FOLDER), NAME);
    }

    /** See {@link ChartFileWriter#warmUp}. */
    void warmUp() {
        files.warmUp(new MapChart(texts, ChartTheme.LIGHT).chart());
    }

    /** @param recorded the map with its paths relative to {@code folder} */
    void write(Path folder, MapSpecification recorded, MapSnapshot snapshot) throws IOException {
        MapChart chart = new MapChart(texts, ChartTheme.LIGHT);
        chart.show(MapModel.of(snapshot).withOverlays(OverlayCurves.ofQuadratic(snapshot.map())));
        Path charts = folder.resolve(ChartFileWriter.FOLDER);
        Document document = new Document.OfMap(RelativePaths.rebased(recorded, folder, charts));
        files.write(charts, NAME, chart, document);
    }

    /**
     * Writes the GIF of a zoom. A color means the same value in all frames.
     *
     * @param pixels computes the map of a frame; null if it was stopped
     */
    void writeZoom(
            Path folder,
            MapZoom zoom,
            @Nullable Path baseFolder,
            Function<MapSpecification, @Nullable MapSnapshot> pixels)
            throws IOException {
        Path charts = folder.resolve(ChartFileWriter.FOLDER);
        MapModel whole = model(zoom.frame(0), pixels);
        MapModel part = whole == null ? null : model(zoom.frame(zoom.frames() - 1), pixels);
        if (whole == null || part == null) {
            return;
        }
        MapChart chart = new MapChart(texts, ChartTheme.LIGHT);
        chart.fixColors(List.of(whole, part));
        Document document = new Document.OfMap(RelativePaths.rebased(zoom.part(), baseFolder, charts.toAbsolutePath()));
        files.trainingChart(charts, "zoom", document)
                .withFrameText(
                        frame -> texts.get("chart.magnified", NumberFormats.format(zoom.magnification(frame), 3)))
                .write(
                        FrameRenderer.<MapModel>withFixedAxes(chart.chart(), chart::show),
                        IntStream.range(0, zoom.frames()).toArray(),
                        frame -> frame == 0
                                ? whole
                                : frame == zoom.frames() - 1 ? part : model(zoom.frame(frame), pixels));
    }

    private static @Nullable MapModel model(
            MapSpecification map, Function<MapSpecification, @Nullable MapSnapshot> pixels) {
        MapSnapshot snapshot = pixels.apply(map);
        return snapshot == null ? null : MapModel.of(snapshot).withOverlays(OverlayCurves.ofQuadratic(map));
    }
}
