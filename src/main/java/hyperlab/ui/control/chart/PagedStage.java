package hyperlab.ui.control.chart;

import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.VisibleNodes;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * A stage that scrolls vertically. In presentation mode it does not scroll, but shows one of several pages. FX thread
 * only.
 */
public abstract class PagedStage extends ScrollPane {
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper(this, "page");
    private final ReadOnlyIntegerWrapper pageCount = new ReadOnlyIntegerWrapper(this, "pageCount", 1);

    /** Call {@link #applyPaging} when the content is set, and whenever {@link #isPaged} has changed. */
    protected PagedStage() {
        ScrollPanes.withoutCache(this);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
    }

    /** Whether pages are shown, as in presentation mode. */
    protected abstract boolean isPaged();

    /** Places what the current page shows, now or at the next layout. */
    protected abstract void placePage();

    /** Shows or hides the scroll bar. */
    protected final void applyPaging() {
        setVbarPolicy(isPaged() ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
    }

    /** The page that is shown in presentation mode, counted from 0. */
    public final ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The number of pages in presentation mode; otherwise 1. */
    public final ReadOnlyIntegerProperty pageCountProperty() {
        return pageCount.getReadOnlyProperty();
    }

    /**
     * Sets the number of pages, at least 1. In presentation mode, the last page is shown if the current one does not
     * exist anymore; otherwise the current page is kept for the next presentation.
     */
    protected final void setPageCount(int count) {
        pageCount.set(count);
        if (isPaged()) {
            page.set(Math.min(page.get(), count - 1));
        }
    }

    /** Shows a page, or the one that is closest to this index. */
    protected final void showPage(int index) {
        page.set(Math.max(0, Math.min(pageCount.get() - 1, index)));
        placePage();
    }

    /** Sets the page that {@link #placePage} places; for use while it does. */
    protected final void setPage(int index) {
        page.set(index);
    }

    /**
     * In presentation mode, shows the page with one of these cards unless the page that is shown has one, and the page
     * from before once there are none. The user may turn the page all the same. Does nothing by default.
     *
     * @param ids of the cards; empty for none
     */
    public void showCards(List<String> ids) {}

    /** The stage with pages that is visible within a node. */
    public static Optional<PagedStage> visibleIn(Node node) {
        return VisibleNodes.findFirst(
                node, each -> each instanceof PagedStage found ? Optional.of(found) : Optional.empty());
    }

    /** Shows the next page, or with −1 the previous one; the first page follows the last one. */
    public void turnPage(int by) {
        showPage(Math.floorMod(page.get() + by, pageCount.get()));
    }
}
