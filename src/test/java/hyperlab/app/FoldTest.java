package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FoldTest {
    private final Fold fold = new Fold();

    @Test
    void standsBesideTheStageUntilItIsFolded() {
        assertTrue(fold.isBeside());
        fold.toggle();
        assertFalse(fold.isSeen());
        fold.toggle();
        assertTrue(fold.isBeside());
    }

    @Test
    void withoutRoomItOpensOverTheStage() {
        fold.floats(true);
        assertFalse(fold.isSeen());
        fold.toggle();
        assertTrue(fold.isOver());
        assertFalse(fold.isBeside());
        fold.close();
        assertFalse(fold.isSeen());
    }

    @Test
    void withRoomAgainItIsAsItWas() {
        fold.floats(true);
        fold.toggle();
        fold.floats(false);
        assertTrue(fold.isBeside());
        fold.toggle();
        fold.floats(true);
        fold.close();
        fold.floats(false);
        assertFalse(fold.isSeen(), "folded away before");
    }
}
