package hyperlab.app.lesson;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shrinks its content until it fits, so that nothing has to be scrolled on a projector. */
final class FitPane extends Region {
    private static final double SMALLEST = 0.45;
    private static final double STEP = 0.05;

    private final Scale scale = new Scale(1, 1);
    private final Region content;

    FitPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        content.setManaged(true);
        getChildren().add(content);
        setMinHeight(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double factor = 1;
        while (factor > SMALLEST && content.prefHeight(getWidth() / factor) * factor > getHeight()) {
            factor -= STEP;
        }
        scale.setX(factor);
        scale.setY(factor);
        content.resizeRelocate(0, 0, getWidth() / factor, Math.max(0, getHeight() / factor));
    }
}
