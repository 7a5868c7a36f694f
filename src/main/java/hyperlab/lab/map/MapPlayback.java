package hyperlab.lab.map;

import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.WalkDirection;
import hyperlab.ui.control.playback.Playback;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * What the playback bar plays: a walk across the map, which moves the pinned pixel, or a race of the two pixels, which
 * shows both runs epoch by epoch. FX thread only.
 */
final class MapPlayback {
    private final Playback playback;
    private MapWalk walk;
    private boolean racing;
    private boolean moving;

    /**
     * @param walked receives the pixel of a stop of the walk
     * @param raced called when the race is at another epoch
     */
    MapPlayback(Playback playback, MapWalk first, Consumer<MapCell> walked, Runnable raced) {
        this.playback = playback;
        walk = first;
        playback.positionProperty().addListener((observed, before, now) -> {
            if (moving) {
                return;
            }
            if (racing) {
                raced.run();
            } else if (now.intValue() < walk.cells().size()) {
                walked.accept(walk.cells().get(now.intValue()));
            }
        });
    }

    MapWalk walk() {
        return walk;
    }

    /** The epoch, or step, of the race; −1 without a race. */
    int racePosition() {
        return racing ? playback.positionProperty().get() : -1;
    }

    boolean isRacing() {
        return racing;
    }

    /** Shows a walk at the stop of a pixel, and ends a race. */
    void showWalk(MapWalk newWalk, MapCell pinned, AxisValues x, AxisValues y) {
        walk = newWalk;
        if (racing) {
            playback.playingProperty().set(false);
        }
        racing = false;
        show(
                "map.stop",
                walk.cells().size() - 1,
                Math.max(0, walk.cells().indexOf(pinned)),
                stop -> stopLabel(newWalk, stop, x, y));
    }

    /** Starts a race of two runs, which plays to the end of the longer one. */
    void race(PixelRun pinned, PixelRun other, MapSpecification map) {
        racing = true;
        int last = Math.max(1, Math.max(pinned.losses().length, other.losses().length) - 1);
        show(
                map.subject() instanceof MapSubject.OfExperiment ? "map.race.epoch" : "map.race.step",
                last,
                0,
                Integer::toString);
        playback.playingProperty().set(true);
    }

    private void show(String unitKey, int last, int position, IntFunction<String> labels) {
        moving = true;
        try {
            playback.unitKeyProperty().set(unitKey);
            playback.lengthProperty().set(last);
            playback.completedProperty().set(last);
            playback.labelsProperty().set(labels);
            playback.seek(position);
        } finally {
            moving = false;
        }
    }

    private static String stopLabel(MapWalk walk, int stop, AxisValues x, AxisValues y) {
        MapCell cell = walk.cells().get(Math.max(0, Math.min(stop, walk.cells().size() - 1)));
        boolean alongY = walk.direction() == WalkDirection.Y;
        AxisValues axis = alongY ? y : x;
        int index = alongY ? cell.row() : cell.column();
        return MapText.value(axis, index);
    }
}
