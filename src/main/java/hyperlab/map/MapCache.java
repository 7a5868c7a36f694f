package hyperlab.map;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pixels of the latest maps in memory, in square tiles, so that a map that was left, such as by a zoom, is
 * there at once when it comes back. When the memory is used up, the tiles that were not used for the longest time are
 * dropped. Thread-safe.
 */
public final class MapCache {
    /** Pixels along the side of a tile. */
    static final int TILE = 64;
    /** Estimated memory of a tile with all its pixels with one color. */
    static final long TILE_BYTES = (long) TILE * TILE * PixelArray.BYTES_PER_PIXEL + 256;

    private static final long OTHER_COLOR_BYTES = (long) TILE * TILE * PixelArray.BYTES_PER_OTHER_COLOR + 128;

    private final long maxBytes;
    private final Map<MapSpecification, Runs> runsOfMaps = new HashMap<>();
    private final LinkedHashMap<TileKey, Tile> tiles = new LinkedHashMap<>(16, 0.75F, true);
    private long bytes;

    /** @param maxBytes the maximum memory of all tiles, at least that of one tile */
    public MapCache(long maxBytes) {
        this.maxBytes = Math.max(TILE_BYTES, maxBytes);
    }

    /** The pixels of one map. They include those that were trained for the map with another color. */
    public synchronized PixelStore pixels(MapSpecification map) {
        return new View(runsOfMaps.computeIfAbsent(map.withoutColor(), Runs::new), map.color(), map.target());
    }

    /** The memory that the tiles take, in bytes. */
    public synchronized long bytes() {
        return bytes;
    }

    private void dropOldest() {
        Iterator<Map.Entry<TileKey, Tile>> oldest = tiles.entrySet().iterator();
        while (bytes > maxBytes) {
            Map.Entry<TileKey, Tile> dropped = oldest.next();
            Runs runs = dropped.getKey().runs;
            bytes -= dropped.getValue().bytes;
            oldest.remove();
            runs.tiles--;
            if (runs.tiles == 0) {
                runsOfMaps.remove(runs.map, runs);
            }
        }
    }

    /** The training runs that several maps share, which differ in their color only. Compared by identity. */
    private static final class Runs {
        private final MapSpecification map;
        private int tiles;

        Runs(MapSpecification map) {
            this.map = map;
        }
    }

    private record TileKey(Runs runs, int column, int row) {
        static TileKey of(Runs runs, int column, int row) {
            return new TileKey(runs, column / TILE, row / TILE);
        }
    }

    /**
     * What a color shows.
     *
     * @param target 0 unless the color depends on it
     */
    private record Quantity(MapColor color, double target) {
        static Quantity of(MapColor color, double target) {
            return new Quantity(color, color == MapColor.EPOCHS_TO_TARGET ? target : 0);
        }
    }

    private static final class Tile {
        private final Map<Quantity, PixelArray> pixels = new HashMap<>();
        /** With several seeds, the median run depends on the color. */
        private final boolean sameRun;

        private long bytes;

        Tile(boolean sameRun) {
            this.sameRun = sameRun;
        }

        PixelArray of(Quantity quantity) {
            PixelArray known = pixels.get(quantity);
            if (known != null) {
                return known;
            }
            boolean shared = sameRun && !pixels.isEmpty();
            PixelArray added = shared
                    ? pixels.values().iterator().next().withOtherColor()
                    : new PixelArray(TILE * TILE);
            bytes += shared ? OTHER_COLOR_BYTES : TILE_BYTES;
            pixels.put(quantity, added);
            return added;
        }
    }

    private final class View implements PixelStore {
        private final Runs runs;
        private final Quantity quantity;
        private final double target;

        View(Runs runs, MapColor color, double target) {
            this.runs = runs;
            this.quantity = Quantity.of(color, target);
            this.target = target;
        }

        @Override
        public @Nullable Pixel find(int column, int row) {
            synchronized (MapCache.this) {
                Tile tile = tiles.get(TileKey.of(runs, column, row));
                PixelArray pixels = tile == null ? null : tile.pixels.get(quantity);
                return pixels == null ? null : pixels.get(index(column, row));
            }
        }

        @Override
        public void add(int column, int row, Pixel pixel) {
            add(column, row, pixel, Map.of());
        }

        @Override
        public void add(int column, int row, Pixel pixel, Map<MapColor, Pixel> colors) {
            synchronized (MapCache.this) {
                Tile tile = tiles.computeIfAbsent(TileKey.of(runs, column, row), key -> {
                    runs.tiles++;
                    runsOfMaps.put(runs.map, runs);
                    return new Tile(runs.map.seeds() == 1);
                });
                long before = tile.bytes;
                tile.of(quantity).set(index(column, row), pixel);
                colors.forEach((color, other) ->
                        tile.of(Quantity.of(color, target)).set(index(column, row), other));
                bytes += tile.bytes - before;
                dropOldest();
            }
        }

        private int index(int column, int row) {
            return row % TILE * TILE + column % TILE;
        }
    }
}
