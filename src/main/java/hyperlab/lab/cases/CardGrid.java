package hyperlab.lab.cases;

import hyperlab.ui.Appearance;
import hyperlab.ui.control.chart.PagedStage;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * A grid of cards of equal size, with as many columns as fit. The rows fill the height if they fit; otherwise the grid
 * scrolls. In presentation mode it shows as many cards as fit, on several pages.
 */
final class CardGrid extends PagedStage {
    private static final double GAP = 12;
    private static final double OUT_OF_SIGHT = 100_000;
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
        setFitToHeight(true);
        setContent(cells);
        appearance.presentationProperty().addListener((observed, before, now) -> applyPresentation());
        applyPresentation();
    }

    private void applyPresentation() {
        applyPaging();
        showPage(0);
    }

    @Override
    protected void placePage() {
        cells.requestLayout();
    }

    @Override
    protected boolean isPaged() {
        return appearance.presentationProperty().get();
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
            if (isPaged()) {
                return 0;
            }
            int rows = rows(width < 0 ? getWidth() : width);
            return rows * appearance.scaledLength(MIN_CARD_HEIGHT)
                    + Math.max(0, rows - 1) * GAP
                    + getInsets().getTop()
                    + getInsets().getBottom();
        }

        @Override
        protected void layoutChildren() {
            if (isPaged()) {
                layoutPage();
                return;
            }
            setPageCount(1);
            int columns = columns(getWidth());
            int rows = Math.max(1, rows(getWidth()));
            double width =
                    (getWidth() - getInsets().getLeft() - getInsets().getRight() - GAP * (columns - 1)) / columns;
            double height = (getHeight() - getInsets().getTop() - getInsets().getBottom() - GAP * (rows - 1)) / rows;
            height = Math.max(
                    appearance.scaledLength(MIN_CARD_HEIGHT),
                    Math.min(appearance.scaledLength(MAX_CARD_HEIGHT), height));
            for (int k = 0; k < getChildren().size(); k++) {
                place(getChildren().get(k), k, columns, width, height);
            }
        }

        /** Shows the cards of one page; they fill the height. */
        private void layoutPage() {
            int columns = columns(getWidth());
            double room = getHeight() - getInsets().getTop() - getInsets().getBottom() + GAP;
            int rows = Math.max(1, (int) (room / (appearance.scaledLength(MIN_CARD_HEIGHT) + GAP)));
            int perPage = columns * rows;
            setPageCount(Math.max(1, (getChildren().size() + perPage - 1) / perPage));
            double width =
                    (getWidth() - getInsets().getLeft() - getInsets().getRight() - GAP * (columns - 1)) / columns;
            double height = room / rows - GAP;
            for (int k = 0; k < getChildren().size(); k++) {
                int place = k - pageProperty().get() * perPage;
                if (place >= 0 && place < perPage) {
                    place(getChildren().get(k), place, columns, width, height);
                } else {
                    getChildren().get(k).relocate(-OUT_OF_SIGHT, -OUT_OF_SIGHT);
                }
            }
        }

        private void place(Node card, int place, int columns, double width, double height) {
            double x = snapPositionX(getInsets().getLeft() + place % columns * (width + GAP));
            int row = place / columns;
            double y = snapPositionY(getInsets().getTop() + row * (height + GAP));
            card.resizeRelocate(x, y, snapSizeX(width - 0.5), snapSizeY(height - 0.5));
        }
    }
}
