package hyperlab.lab.map;

import hyperlab.chart.map.MapChart;
import hyperlab.chart.map.MapModel;
import hyperlab.export.FrameRenderer;
import hyperlab.export.TrainingGif;
import hyperlab.file.MapTrainers;
import hyperlab.lab.LabContext;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapZoom;
import hyperlab.map.OverlayCurves;
import hyperlab.map.PixelStore;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.control.chart.GifAvailability;
import hyperlab.ui.control.chart.GifAvailability.GifContent;
import hyperlab.ui.control.chart.GifSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A GIF of the zoom from the whole map to the part that is shown. Each frame is a map of its own, and all have the same
 * colors.
 */
final class ZoomAnimation implements GifSource {
    private static final int FRAMES = 24;

    private final MapZoom zoom;
    private final @Nullable Path folder;
    private final MapChart chart;

    private ZoomAnimation(MapZoom zoom, @Nullable Path folder, MapChart chart) {
        this.zoom = zoom;
        this.folder = folder;
        this.chart = chart;
    }

    /** Available once the map is zoomed. */
    static GifAvailability availability(MapViewModel lab, LabContext context) {
        MapSetup setup = lab.setup();
        return setup.isZoomed()
                ? new GifAvailability.Available(
                        GifContent.ZOOM,
                        () -> new ZoomAnimation(
                                new MapZoom(setup.map().withAxes(setup.homeX(), setup.homeY()), setup.map(), FRAMES),
                                lab.folder(),
                                new MapChart(
                                        context.messages().texts(),
                                        context.appearance().chartTheme())))
                : new GifAvailability.Unavailable(GifContent.ZOOM, "map.film.unzoomed");
    }

    @Override
    public int lastEpoch() {
        return zoom.frames() - 1;
    }

    @Override
    public String frameText(int epoch, Texts texts) {
        return texts.get("chart.magnified", NumberFormats.format(zoom.magnification(epoch), 3));
    }

    @Override
    public String captionKey() {
        return "map.film.caption";
    }

    @Override
    public Optional<byte[]> gif(TrainingGif gif, DoubleConsumer share, BooleanSupplier cancelled) {
        MapModel whole = picture(zoom.frame(0), cancelled);
        MapModel part = picture(zoom.frame(zoom.frames() - 1), cancelled);
        if (whole == null || part == null) {
            return Optional.empty();
        }
        chart.fixColors(List.of(whole, part));
        return gif.render(
                FrameRenderer.withFixedAxes(chart.chart(), chart::show),
                IntStream.range(0, zoom.frames()).toArray(),
                frame -> frame == 0 ? whole : frame == zoom.frames() - 1 ? part : picture(zoom.frame(frame), cancelled),
                share,
                cancelled);
    }

    private @Nullable MapModel picture(MapSpecification map, BooleanSupplier cancelled) {
        MapComputation computation = new MapComputation(map, MapTrainers.of(map, folder), PixelStore.NONE);
        boolean complete = computation.run(Runnable::run, 1, snapshot -> {}, cancelled);
        return complete ? MapModel.of(computation.snapshot()).withOverlays(OverlayCurves.ofQuadratic(map)) : null;
    }
}
