package hyperlab.ui.control.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;

/**
 * Frees the pixels of images that left a scene. JavaFX paints from a copy of each node, which follows its node only
 * while the node is in a scene. A node that was taken out keeps a copy of what it showed last, with all its pixels. So
 * an image view goes back to the scene, without its image, until its copy has followed once. FX thread only.
 */
final class ReleasedImages {
    private final Scene scene;
    private final Group views = new Group();
    private final List<ImageView> released = new ArrayList<>();

    private ReleasedImages(Scene scene) {
        this.scene = scene;
        views.setManaged(false);
        views.setMouseTransparent(true);
    }

    /** The released images of a scene; always the same object for the same scene. */
    static ReleasedImages of(Scene scene) {
        return (ReleasedImages) scene.getProperties().computeIfAbsent(ReleasedImages.class, key -> {
            ReleasedImages images = new ReleasedImages(scene);
            // The copies follow their nodes later in the same pulse.
            scene.addPreLayoutPulseListener(images::replaceViews);
            return images;
        });
    }

    /**
     * Takes the image from a view and frees its pixels soon.
     *
     * @param view a view that was in the scene and has no parent now
     */
    void add(ImageView view) {
        view.setImage(null);
        // The scene may be in the middle of taking the view's former parent out, so its nodes change at the next pulse.
        released.add(view);
        Platform.requestNextPulse();
    }

    private void replaceViews() {
        if (released.isEmpty() && views.getChildren().isEmpty()) {
            return;
        }
        if (scene.getRoot() instanceof Pane root && views.getParent() != root) {
            root.getChildren().add(views);
        }
        views.getChildren().setAll(released);
        released.clear();
        Platform.requestNextPulse();
    }
}
