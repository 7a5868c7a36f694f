package hyperlab.app;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The window's position and size: the stored bounds if some screen still shows them, otherwise centered. FX thread
 * only.
 */
final class WindowBounds {
    static final double WIDTH = 1440;
    static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 640;
    /** The part of the window, in pixels, that must be on some screen so that it can be seen and moved. */
    private static final double MIN_VISIBLE = 120;

    private final Stage stage;
    private WindowState.WindowRectangle normalBounds = new WindowState.WindowRectangle(0, 0, WIDTH, HEIGHT);

    WindowBounds(Stage stage) {
        this.stage = stage;
    }

    /** Restores the bounds, unless the window is already on the screen, and from now on follows them. */
    void restore(WindowState windowState) {
        normalBounds = stored(windowState);
        if (!stage.isShowing()) {
            place(stage, windowState);
        }
        stage.xProperty().addListener((observed, before, now) -> updateNormalBounds());
        stage.yProperty().addListener((observed, before, now) -> updateNormalBounds());
        stage.widthProperty().addListener((observed, before, now) -> updateNormalBounds());
        stage.heightProperty().addListener((observed, before, now) -> updateNormalBounds());
    }

    /** Gives a window that is not on the screen yet its bounds. */
    static void place(Stage stage, WindowState windowState) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // A screen on which everything is enlarged may be smaller than that.
        double minWidth = Math.min(MIN_WIDTH, screen.getWidth());
        double minHeight = Math.min(MIN_HEIGHT, screen.getHeight());
        stage.setMinWidth(minWidth);
        stage.setMinHeight(minHeight);
        WindowState.WindowRectangle bounds = stored(windowState);
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(Math.max(minWidth, Math.min(widest(), bounds.width())));
        stage.setHeight(Math.max(minHeight, Math.min(highest(), bounds.height())));
        stage.setMaximized(windowState.maximized());
    }

    private static WindowState.WindowRectangle stored(WindowState windowState) {
        return windowState
                .bounds()
                .filter(WindowBounds::isOnScreen)
                .orElseGet(() -> centered(Screen.getPrimary().getVisualBounds()));
    }

    /** The window's bounds, or its bounds before it was maximized. */
    Optional<WindowState.WindowRectangle> bounds() {
        return Optional.of(normalBounds);
    }

    private void updateNormalBounds() {
        boolean isValid = Double.isFinite(stage.getX()) && Double.isFinite(stage.getWidth()) && stage.getWidth() > 0;
        if (isValid && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            normalBounds =
                    new WindowState.WindowRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private static boolean isOnScreen(WindowState.WindowRectangle bounds) {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(screen -> {
            double visibleWidth =
                    Math.min(bounds.x() + bounds.width(), screen.getMaxX()) - Math.max(bounds.x(), screen.getMinX());
            boolean isTitleBarVisible =
                    bounds.y() >= screen.getMinY() && bounds.y() < screen.getMaxY() - MIN_VISIBLE / 2;
            return visibleWidth >= MIN_VISIBLE && isTitleBarVisible;
        });
    }

    private static double widest() {
        return Screen.getScreens().stream()
                .mapToDouble(screen -> screen.getVisualBounds().getWidth())
                .max()
                .orElse(WIDTH);
    }

    private static double highest() {
        return Screen.getScreens().stream()
                .mapToDouble(screen -> screen.getVisualBounds().getHeight())
                .max()
                .orElse(HEIGHT);
    }

    private static WindowState.WindowRectangle centered(Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        return new WindowState.WindowRectangle(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height);
    }
}
