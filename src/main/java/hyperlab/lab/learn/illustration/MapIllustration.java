package hyperlab.lab.learn.illustration;

import hyperlab.chart.map.MapChart;
import hyperlab.chart.map.MapModel;
import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.lab.LabContext;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.OverlayCurves;
import hyperlab.map.Pixel;
import hyperlab.map.PixelStore;
import hyperlab.text.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A map of two hyperparameters, with the boundaries that are known in closed form. */
final class MapIllustration implements Illustration<MapSnapshot, MapModel> {
    private final MapSpecification map;
    private final MapChart chart;

    /** @param name the name of the settings */
    MapIllustration(LabContext context, String name) {
        map = LinkedSettings.map(name);
        chart = new MapChart(context.messages().texts(), context.appearance().chartTheme());
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfMap(map);
    }

    @Override
    public MapSnapshot compute() {
        return compute(() -> false);
    }

    @Override
    public MapSnapshot compute(BooleanSupplier cancelled) {
        MapComputation computation = new MapComputation(map, MapTrainers.of(map, null), PixelStore.NONE);
        computation.run(Runnable::run, 1, snapshot -> {}, cancelled);
        IllustrationTrainings.requireComplete(cancelled);
        return computation.snapshot();
    }

    @Override
    public MapChart chart() {
        return chart;
    }

    @Override
    public MapModel model(MapSnapshot found, Texts texts) {
        return MapModel.of(found).withOverlays(OverlayCurves.ofQuadratic(map));
    }

    @Override
    public String toCsv(MapSnapshot found) {
        StringBuilder text = new StringBuilder(map.x().key())
                .append(',')
                .append(map.y().key())
                .append(",outcome,epochs,")
                .append(map.color().fileName())
                .append('\n');
        List<String> xValues = map.x().values();
        List<String> yValues = map.y().values();
        for (int row = 0; row < found.rows(); row++) {
            for (int column = 0; column < found.columns(); column++) {
                Pixel pixel = found.pixel(column, row);
                if (pixel != null) {
                    text.append(xValues.get(column))
                            .append(',')
                            .append(yValues.get(row))
                            .append(',')
                            .append(pixel.outcome().fileName())
                            .append(',')
                            .append(pixel.epochs())
                            .append(',')
                            .append(Double.isNaN(pixel.value()) ? "" : Double.toString(pixel.value()))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
