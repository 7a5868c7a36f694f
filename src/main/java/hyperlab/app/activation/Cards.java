package hyperlab.app.activation;

import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.ChartCard;
import java.util.List;
import javafx.scene.Node;

/** Shows the progress of a study on its chart card. */
final class Cards {
    private Cards() {}

    static void working(ChartCard card, StudyRunner.StudyStatus<?> found) {
        if (found.isRunning()) {
            card.showProgress(found.share());
        } else {
            card.showProgress(false);
        }
    }

    /** Shows the empty notice in place of the chart until there are results or the study runs. */
    static void show(ChartCard card, StudyRunner.StudyStatus<?> found, Node empty) {
        working(card, found);
        card.showInstead(found.results().isEmpty() && !found.isRunning() ? empty : null);
    }

    static void active(List<ChartCard> cards, boolean active) {
        cards.forEach(card -> card.setActive(active));
    }
}
