package hyperlab.lab.cases;

import hyperlab.ui.Appearance;
import hyperlab.ui.control.ScrollPanes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;

/**
 * A grid of cards of equal size, with as many columns as fit. The rows fill the height if they fit; otherwise the grid
 * scrolls.
 */
final class CardGrid extends ScrollPane {
    private static final double GAP = 12;
    private static final double MIN_CARD_WIDTH = 310;
    private static final double MIN_CARD_HEIGHT = 258;
    private static final double MAX_CARD_HEIGHT = 320;

    private final Appearance appearance;
    private final Cells cells = new Cells();

    /** @param appearance scales the size of the cards with the font size */
    CardGrid(String id, Appearance appearance) {
        this.appearance = appearance;
        setId(id);
        getStyleClass().addAll("stage-grid", "edge-to-edge");
        ScrollPanes.withoutCache(this);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
        setFitToHeight(true);
        setContent(cells);
    }

    /** Shows these cards in this order. */
    void show(List<Node> cards) {
        if (!cells.getChildren().equals(cards)) {
            cells.getChildren().setAll(cards);
        }
    }

    private final class Cells extends Pane {
        Cells() {
            getStyleClass().add("stage-cards");
        }

        private int columns(double width) {
            double room = width - getInsets().getLeft() - getInsets().getRight() + GAP;
            return Math.max(1, Math.min(4, (int) (room / (appearance.scaledLength(MIN_CARD_WIDTH) + GAP))));
        }

        private int rows(double width) {
            int columns = columns(width);
            return (getChildren().size() + columns - 1) / columns;
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            int rows = rows(width < 0 ? getWidth() : width);
            return rows * appearance.scaledLength(MIN_CARD_HEIGHT)
                    + Math.max(0, rows - 1) * GAP
                    + getInsets().getTop()
                    + getInsets().getBottom();
        }

        @Override
        protected void layoutChildren() {
            int columns = columns(getWidth());
            int rows = Math.max(1, rows(getWidth()));
            double left = getInsets().getLeft();
            double top = getInsets().getTop();
            double width = (getWidth() - left - getInsets().getRight() - GAP * (columns - 1)) / columns;
            double height = (getHeight() - top - getInsets().getBottom() - GAP * (rows - 1)) / rows;
            height = Math.max(
                    appearance.scaledLength(MIN_CARD_HEIGHT),
                    Math.min(appearance.scaledLength(MAX_CARD_HEIGHT), height));
            for (int k = 0; k < getChildren().size(); k++) {
                int row = k / columns;
                double x = snapPositionX(left + k % columns * (width + GAP));
                double y = snapPositionY(top + row * (height + GAP));
                getChildren().get(k).resizeRelocate(x, y, snapSizeX(width - 0.5), snapSizeY(height - 0.5));
            }
        }
    }
}
