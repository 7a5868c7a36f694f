package hyperlab.lab.map;

import hyperlab.chart.map.MapChart;
import hyperlab.chart.map.MapModel;
import hyperlab.chart.style.ChartTheme;
import hyperlab.file.MapTrainers;
import hyperlab.map.MapAxis;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSpecification;
import hyperlab.map.PixelStore;
import hyperlab.text.Texts;

/** Loads what the first picture of a map needs, so that it appears sooner. */
final class FirstPicture {
    private static final int COUNT = 4;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    private FirstPicture() {}

    /** Trains and draws a very small map. Any thread. */
    static void prepare(Texts texts, ChartTheme theme) {
        MapSpecification whole = MapPreset.MOONS.map();
        MapSpecification small = whole.withAxes(withFewValues(whole.x()), withFewValues(whole.y()));
        MapComputation computation = new MapComputation(small, MapTrainers.of(small, null), PixelStore.NONE);
        computation.run(Runnable::run, 1, snapshot -> {}, () -> false);
        MapChart chart = new MapChart(texts, theme);
        chart.show(MapModel.of(computation.snapshot()));
        chart.chart().createBufferedImage(WIDTH, HEIGHT).flush();
    }

    private static MapAxis withFewValues(MapAxis axis) {
        return new MapAxis(axis.key(), axis.dimension(), COUNT, axis.logarithmic());
    }
}
