package hyperlab.lab.map;

import hyperlab.map.MapAxis;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;

/**
 * The settings of the lab.
 *
 * @param map what is computed
 * @param homeX the columns before any zoom
 * @param homeY the rows before any zoom
 */
record MapSetup(MapSpecification map, MapAxis homeX, MapAxis homeY, MapDisplay display) {
    /** A map that is not zoomed. */
    static MapSetup of(MapSpecification map, MapDisplay display) {
        return new MapSetup(map, map.x(), map.y(), display);
    }

    /** A map with the same axes, whose zoom stays. */
    MapSetup withMap(MapSpecification newMap) {
        return new MapSetup(newMap, homeX, homeY, display);
    }

    MapSetup withSubject(MapSubject subject) {
        return withMap(map.withSubject(subject));
    }

    /** A map with other axes, which ends the zoom. Places do not keep their meaning under other keys. */
    MapSetup withAxes(MapAxis x, MapAxis y) {
        boolean sameKeys =
                x.key().equals(map.x().key()) && y.key().equals(map.y().key());
        return of(map.withAxes(x, y), sameKeys ? display : display.withoutPlaces());
    }

    /** A part of the map. */
    MapSetup withZoom(MapAxis x, MapAxis y) {
        return withMap(map.withAxes(x, y));
    }

    MapSetup withDisplay(MapDisplay newDisplay) {
        return new MapSetup(map, homeX, homeY, newDisplay);
    }

    boolean isZoomed() {
        return !map.x().equals(homeX) || !map.y().equals(homeY);
    }
}
