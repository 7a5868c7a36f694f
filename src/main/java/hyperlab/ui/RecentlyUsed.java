package hyperlab.ui;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The values of the most recently used keys, such as nodes that are costly to build. When there are more than its
 * capacity, it drops the one that was not used for the longest time. Not thread-safe.
 */
public final class RecentlyUsed<K, V> {
    private final int capacity;
    private final Consumer<? super V> dropped;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    /** @param capacity the number of values that are kept, at least 1 */
    public RecentlyUsed(int capacity) {
        this(capacity, value -> {});
    }

    /**
     * @param capacity the number of values that are kept, at least 1
     * @param dropped receives each value that is dropped
     */
    public RecentlyUsed(int capacity, Consumer<? super V> dropped) {
        this.capacity = Math.max(1, capacity);
        this.dropped = dropped;
    }

    /** The value of a key; computes it if it is not kept. */
    public V get(K key, Function<? super K, ? extends V> compute) {
        V value = values.computeIfAbsent(key, compute);
        if (values.size() > capacity) {
            Iterator<V> oldest = values.values().iterator();
            V old = oldest.next();
            oldest.remove();
            dropped.accept(old);
        }
        return value;
    }

    /** Whether the value of a key is kept; this is no use of it. */
    public boolean contains(K key) {
        return values.containsKey(key);
    }

    /** The number of values that are kept. */
    public int size() {
        return values.size();
    }
}
