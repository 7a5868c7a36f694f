package hyperlab.app.panel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PanelVisibilityTest {
    private final PanelVisibility visibility = new PanelVisibility();

    @Test
    void isDockedNextToStageUntilCollapsed() {
        assertTrue(visibility.isDocked());
        visibility.toggle();
        assertFalse(visibility.isVisible());
        visibility.toggle();
        assertTrue(visibility.isDocked());
    }

    @Test
    void overlaysStageInNarrowWindow() {
        visibility.setFloating(true);
        assertFalse(visibility.isVisible());
        visibility.toggle();
        assertTrue(visibility.isOverlay());
        assertFalse(visibility.isDocked());
        visibility.close();
        assertFalse(visibility.isVisible());
    }

    @Test
    void restoresPanelWhenWindowWidens() {
        visibility.setFloating(true);
        visibility.toggle();
        visibility.setFloating(false);
        assertTrue(visibility.isDocked());
        visibility.toggle();
        visibility.setFloating(true);
        visibility.close();
        visibility.setFloating(false);
        assertFalse(visibility.isVisible(), "folded away before");
    }
}
