package hyperlab.lab.map;

import hyperlab.file.Document;
import hyperlab.file.DocumentOverrides;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pixels that are compared: the pinned one, and the one under the pointer or the one that was pinned before. Their
 * places are kept as values, so that they stay where they are when the axes change.
 */
final class PixelSelection {
    private AxisValues x;
    private AxisValues y;
    private MapPoint pinned;
    private MapPoint compared;
    private @Nullable MapCell pointer;

    PixelSelection(MapSetup setup) {
        x = new AxisValues(setup.map().x());
        y = new AxisValues(setup.map().y());
        pinned = pinnedPlace(setup);
        compared = comparedPlace(setup);
    }

    AxisValues x() {
        return x;
    }

    AxisValues y() {
        return y;
    }

    /** Follows the settings. Places that have not changed there stay, such as the stop of a walk. */
    void update(MapSetup before, MapSetup now) {
        if (!now.map().equals(before.map())) {
            x = new AxisValues(now.map().x());
            y = new AxisValues(now.map().y());
            pointer = null;
        }
        if (!pinnedPlace(now).equals(pinnedPlace(before)) || !comparedPlace(now).equals(comparedPlace(before))) {
            pinned = pinnedPlace(now);
            compared = comparedPlace(now);
        }
    }

    private static MapPoint pinnedPlace(MapSetup setup) {
        MapPoint place = setup.display().pinned();
        return place == null ? defaultPinned(setup) : place;
    }

    private static MapPoint comparedPlace(MapSetup setup) {
        MapDisplay display = setup.display();
        if (display.compared() != null) {
            return display.compared();
        }
        Optional<MapPreset> preset = preset(setup.map());
        return preset.isPresent()
                ? new MapPoint(preset.get().comparedX(), preset.get().comparedY())
                : pinnedPlace(setup);
    }

    /**
     * The place of a preset, otherwise the subject's own values, where the full batch is the largest one, otherwise the
     * middle of an axis.
     */
    private static MapPoint defaultPinned(MapSetup setup) {
        Optional<MapPreset> preset = preset(setup.map());
        if (preset.isPresent()) {
            return new MapPoint(preset.get().pinnedX(), preset.get().pinnedY());
        }
        return new MapPoint(
                ownValue(setup.map(), new AxisValues(setup.homeX())),
                ownValue(setup.map(), new AxisValues(setup.homeY())));
    }

    /** The preset with this subject and these keys. */
    private static Optional<MapPreset> preset(MapSpecification map) {
        return MapPreset.of(map.subject())
                .filter(preset -> preset.map().x().key().equals(map.x().key())
                        && preset.map().y().key().equals(map.y().key()));
    }

    private static double ownValue(MapSpecification map, AxisValues axis) {
        boolean fullBatch = map.subject() instanceof MapSubject.OfExperiment whole
                && whole.experiment().training().batchSize().isFull()
                && axis.axis().key().equals("training.batchSize");
        double middle = axis.number(fullBatch ? axis.count() - 1 : axis.count() / 2);
        return map.subject() instanceof MapSubject.OfExperiment of && !axis.isChoice()
                ? DocumentOverrides.number(
                                new Document.OfExperiment(of.experiment()),
                                axis.axis().key())
                        .orElse(middle)
                : middle;
    }

    MapPoint pinned() {
        return pinned;
    }

    /** Moves the pinned place for now, such as to the stop of a walk. */
    void moveTo(MapCell cell) {
        pinned = place(cell);
    }

    MapPoint place(MapCell cell) {
        return new MapPoint(x.number(cell.column()), y.number(cell.row()));
    }

    private MapCell cell(MapPoint place) {
        return new MapCell(x.nearest(place.x()), y.nearest(place.y()));
    }

    MapCell pinnedCell() {
        return cell(pinned);
    }

    /** The pixel under the pointer, or else the one that is compared with the pinned one. */
    MapCell otherCell() {
        return pointer == null ? cell(compared) : pointer;
    }

    @Nullable
    MapCell pointer() {
        return pointer;
    }

    /** Returns whether the pointer was elsewhere. */
    boolean pointAt(@Nullable MapCell cell) {
        boolean moved = !Objects.equals(pointer, cell);
        pointer = cell;
        return moved;
    }

    /** The pixel at a distance from the pointer, or from the pinned pixel, within the map. */
    MapCell neighbor(int columns, int rows) {
        MapCell from = pointer == null ? pinnedCell() : pointer;
        return new MapCell(
                Math.max(0, Math.min(x.count() - 1, from.column() + columns)),
                Math.max(0, Math.min(y.count() - 1, from.row() + rows)));
    }
}
