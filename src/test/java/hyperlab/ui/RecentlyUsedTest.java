package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
    private final List<Integer> computed = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final RecentlyUsed<Integer, String> values = new RecentlyUsed<>(3, dropped::add);

    private String get(int key) {
        return values.get(key, each -> {
            computed.add(each);
            return "value " + each;
        });
    }

    @Test
    void keepsWhatWasUsedLast() {
        for (int key : List.of(1, 2, 3, 1, 4, 1)) {
            assertEquals("value " + key, get(key));
        }
        assertEquals(List.of(1, 2, 3, 4), computed);
        assertEquals(List.of("value 2"), dropped);
        get(2);
        assertEquals(List.of(1, 2, 3, 4, 2), computed);
    }

    @Test
    void neverKeepsMoreThanItsCapacity() {
        for (int key = 0; key < 1_000; key++) {
            get(key);
        }
        assertEquals(3, values.size());
        get(999);
        get(998);
        get(997);
        assertEquals(1_000, computed.size());
    }
}
