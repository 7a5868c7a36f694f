package hyperlab.lab.map;

import hyperlab.map.MapAxis;
import hyperlab.tune.SearchDimension;
import hyperlab.ui.SettingsState;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of one axis of a map, each as a property. */
final class MapAxisProperties {
    private final ObjectProperty<String> key;
    private final ObjectProperty<AxisScale> scale;
    private final DoubleProperty low;
    private final DoubleProperty high;
    private final ObjectProperty<List<String>> list;

    private final boolean isX;

    MapAxisProperties(SettingsState<MapSetup> state, boolean isX) {
        this.isX = isX;
        key = state.part("map.undo.axis", setup -> axis(setup).key(), this::withKey);
        scale = state.part(
                "map.undo.scale",
                setup -> AxisScale.of(axis(setup)),
                (setup, chosen) -> with(setup, chosen.apply(axis(setup))));
        low = state.number(
                "map.undo.bounds",
                setup -> axis(setup).low(),
                (setup, value) -> withBounds(setup, value, axis(setup).high()));
        high = state.number(
                "map.undo.bounds",
                setup -> axis(setup).high(),
                (setup, value) -> withBounds(setup, axis(setup).low(), value));
        list = state.part(
                "map.undo.bounds",
                setup -> axis(setup).dimension() instanceof SearchDimension.CategoricalDimension choice
                        ? choice.values()
                        : List.of(),
                (setup, values) -> axis(setup).dimension() instanceof SearchDimension.CategoricalDimension
                        ? with(setup, axis(setup).withDimension(new SearchDimension.CategoricalDimension(values)))
                        : setup);
    }

    MapAxis axis(MapSetup setup) {
        return isX ? setup.map().x() : setup.map().y();
    }

    private MapSetup with(MapSetup setup, MapAxis axis) {
        return isX
                ? setup.withAxes(axis, setup.map().y())
                : setup.withAxes(setup.map().x(), axis);
    }

    private MapSetup withBounds(MapSetup setup, double newLow, double newHigh) {
        AxisScale now = AxisScale.of(axis(setup));
        return now == AxisScale.LIST ? setup : with(setup, now.withBounds(axis(setup), newLow, newHigh));
    }

    /** If the other axis has the key, the axes trade places. */
    private MapSetup withKey(MapSetup setup, String chosen) {
        MapAxis other = isX ? setup.map().y() : setup.map().x();
        if (chosen.equals(axis(setup).key())) {
            return setup;
        }
        if (chosen.equals(other.key())) {
            return setup.withAxes(setup.map().y(), setup.map().x());
        }
        return MapSettings.withOfferedColor(
                with(setup, AxisKeys.axis(chosen, axis(setup).count())));
    }

    ObjectProperty<String> keyProperty() {
        return key;
    }

    ObjectProperty<AxisScale> scaleProperty() {
        return scale;
    }

    DoubleProperty lowProperty() {
        return low;
    }

    DoubleProperty highProperty() {
        return high;
    }

    ObjectProperty<List<String>> listProperty() {
        return list;
    }
}
