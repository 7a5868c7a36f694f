package hyperlab.lab.cases;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** A strip that shows the training, validation and test parts, each with a width proportional to its number of rows. */
final class SplitStrip extends Pane {
    private static final double GAP = 2;
    private static final List<String> STYLES = List.of("train", "validation", "test");

    private final List<Label> parts = new ArrayList<>();
    private double[] rows = {1, 1, 1};

    SplitStrip(String id) {
        setId(id);
        for (String style : STYLES) {
            Label part = new Label();
            part.getStyleClass().addAll("case-part", style);
            parts.add(part);
        }
        getChildren().addAll(parts);
        getStyleClass().add("case-parts");
    }

    /** @param labels one label for each part */
    void show(double[] newRows, List<String> labels) {
        rows = newRows.clone();
        for (int k = 0; k < parts.size(); k++) {
            parts.get(k).setText(labels.get(k));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double total = rows[0] + rows[1] + rows[2];
        double room = getWidth() - 2 * GAP;
        double left = 0;
        for (int k = 0; k < parts.size(); k++) {
            double width = room * rows[k] / Math.max(1, total);
            parts.get(k).resizeRelocate(snapPositionX(left), 0, snapSizeX(width), getHeight());
            left += width + GAP;
        }
    }
}
