package hyperlab.ui.control.chart;

import javafx.beans.property.ReadOnlyIntegerProperty;

/** A stage that does not scroll in presentation mode, but shows one of several pages. */
public interface PagedStage {
    /** The page that is shown in presentation mode, counted from 0. */
    ReadOnlyIntegerProperty pageProperty();

    /** The number of pages in presentation mode; otherwise 1. */
    ReadOnlyIntegerProperty pageCountProperty();

    /** Shows the next page, or with −1 the previous one; the first page follows the last one. */
    void turnPage(int by);
}
