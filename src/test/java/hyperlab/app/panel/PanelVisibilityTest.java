package hyperlab.app.panel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PanelVisibilityTest {
    private final PanelVisibility fold = new PanelVisibility();

    @Test
    void isDockedNextToStageUntilCollapsed() {
        assertTrue(fold.isDocked());
        fold.toggle();
        assertFalse(fold.isVisible());
        fold.toggle();
        assertTrue(fold.isDocked());
    }

    @Test
    void overlaysStageInNarrowWindow() {
        fold.setFloating(true);
        assertFalse(fold.isVisible());
        fold.toggle();
        assertTrue(fold.isOverlay());
        assertFalse(fold.isDocked());
        fold.close();
        assertFalse(fold.isVisible());
    }

    @Test
    void restoresPanelWhenWindowWidens() {
        fold.setFloating(true);
        fold.toggle();
        fold.setFloating(false);
        assertTrue(fold.isDocked());
        fold.toggle();
        fold.setFloating(true);
        fold.close();
        fold.setFloating(false);
        assertFalse(fold.isVisible(), "folded away before");
    }
}
