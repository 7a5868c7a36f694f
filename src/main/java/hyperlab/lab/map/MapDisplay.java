package hyperlab.lab.map;

/**
 * What is drawn over the map.
 *
 * @param curves whether the boundaries in closed form, or η = 2/λ, are drawn
 * @param ratio whether lines of constant η/B are drawn
 * @param best whether the best rate of each row is marked
 * @param contours whether the color value has contour lines
 * @param walk the direction of the walk through the pinned pixel
 */
record MapDisplay(boolean curves, boolean ratio, boolean best, boolean contours, WalkDirection walk) {
    static final MapDisplay DEFAULT = new MapDisplay(true, true, true, false, WalkDirection.X);

    MapDisplay withCurves(boolean on) {
        return new MapDisplay(on, ratio, best, contours, walk);
    }

    MapDisplay withRatio(boolean on) {
        return new MapDisplay(curves, on, best, contours, walk);
    }

    MapDisplay withBest(boolean on) {
        return new MapDisplay(curves, ratio, on, contours, walk);
    }

    MapDisplay withContours(boolean on) {
        return new MapDisplay(curves, ratio, best, on, walk);
    }

    MapDisplay withWalk(WalkDirection direction) {
        return new MapDisplay(curves, ratio, best, contours, direction);
    }
}
