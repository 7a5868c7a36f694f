package hyperlab.app;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The window's position and size: the stored bounds if some screen still shows them, otherwise centered. FX thread
 * only.
 */
final class Frame {
    static final double WIDTH = 1440;
    static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    /** The part of the window, in pixels, that must be on some screen so that it can be seen and moved. */
    private static final double VISIBLE = 120;

    private final Stage stage;
    private Memory.Bounds normal = new Memory.Bounds(0, 0, WIDTH, HEIGHT);

    Frame(Stage stage) {
        this.stage = stage;
    }

    void place(Memory memory) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Memory.Bounds bounds = memory.bounds().filter(Frame::canBeSeen).orElseGet(() -> middle(screen));
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(Math.max(LEAST_WIDTH, bounds.width()));
        stage.setHeight(Math.max(LEAST_HEIGHT, bounds.height()));
        stage.setMaximized(memory.maximized());
        normal = bounds;
        stage.xProperty().addListener((observed, before, now) -> follow());
        stage.yProperty().addListener((observed, before, now) -> follow());
        stage.widthProperty().addListener((observed, before, now) -> follow());
        stage.heightProperty().addListener((observed, before, now) -> follow());
    }

    /** The window's bounds, or its bounds before it was maximized. */
    Optional<Memory.Bounds> bounds() {
        return Optional.of(normal);
    }

    private void follow() {
        boolean whole = Double.isFinite(stage.getX()) && Double.isFinite(stage.getWidth()) && stage.getWidth() > 0;
        if (whole && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            normal = new Memory.Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private static boolean canBeSeen(Memory.Bounds bounds) {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(screen -> {
            double across =
                    Math.min(bounds.x() + bounds.width(), screen.getMaxX()) - Math.max(bounds.x(), screen.getMinX());
            boolean titleOn = bounds.y() >= screen.getMinY() && bounds.y() < screen.getMaxY() - VISIBLE / 2;
            return across >= VISIBLE && titleOn;
        });
    }

    private static Memory.Bounds middle(Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        return new Memory.Bounds(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height);
    }
}
