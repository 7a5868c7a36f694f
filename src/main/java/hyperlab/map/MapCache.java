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
    /** Estimated memory of a tile with all its pixels. */
    static final long TILE_BYTES = (long) TILE * TILE * PixelArray.BYTES_PER_PIXEL + 256;

    private final long maxBytes;
    private final Map<MapSpecification, View> views = new HashMap<>();
    private final LinkedHashMap<TileKey, PixelArray> tiles = new LinkedHashMap<>(16, 0.75F, true);

    /** @param maxBytes the maximum memory of all tiles, at least that of one tile */
    public MapCache(long maxBytes) {
        this.maxBytes = Math.max(TILE_BYTES, maxBytes);
    }

    /** The pixels of one map. */
    public synchronized PixelStore pixels(MapSpecification map) {
        return views.computeIfAbsent(map, View::new);
    }

    /** The memory that the tiles take, in bytes. */
    public synchronized long bytes() {
        return tiles.size() * TILE_BYTES;
    }

    private void dropOldest() {
        Iterator<TileKey> oldest = tiles.keySet().iterator();
        while (tiles.size() * TILE_BYTES > maxBytes) {
            View view = oldest.next().view;
            oldest.remove();
            view.tiles--;
            if (view.tiles == 0) {
                views.remove(view.map, view);
            }
        }
    }

    /** Views are compared by identity. */
    private record TileKey(View view, int column, int row) {
        static TileKey of(View view, int column, int row) {
            return new TileKey(view, column / TILE, row / TILE);
        }
    }

    private final class View implements PixelStore {
        private final MapSpecification map;
        private int tiles;

        View(MapSpecification map) {
            this.map = map;
        }

        @Override
        public @Nullable Pixel find(int column, int row) {
            synchronized (MapCache.this) {
                PixelArray tile = MapCache.this.tiles.get(TileKey.of(this, column, row));
                return tile == null ? null : tile.get(index(column, row));
            }
        }

        @Override
        public void add(int column, int row, Pixel pixel) {
            synchronized (MapCache.this) {
                PixelArray tile = MapCache.this.tiles.computeIfAbsent(TileKey.of(this, column, row), key -> {
                    tiles++;
                    views.put(map, this);
                    return new PixelArray(TILE * TILE);
                });
                tile.set(index(column, row), pixel);
                dropOldest();
            }
        }

        private int index(int column, int row) {
            return row % TILE * TILE + column % TILE;
        }
    }
}
