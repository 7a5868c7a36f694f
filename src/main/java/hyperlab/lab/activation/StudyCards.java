package hyperlab.lab.activation;

import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import javafx.scene.Node;

/** Shows the progress of a study on its chart card. */
final class StudyCards {
    private StudyCards() {}

    static void showProgress(ChartCard card, StudyRunner.StudyStatus<?> status) {
        card.showProgress(status.isRunning(), status.share());
    }

    /** Shows the empty notice in place of the chart until there are results or the study runs. */
    static void show(ChartCard card, StudyRunner.StudyStatus<?> status, Node emptyNotice) {
        showProgress(card, status);
        card.showInstead(status.results().isEmpty() && !status.isRunning() ? emptyNotice : null);
    }

    static void setActive(List<ChartCard> cards, boolean active) {
        cards.forEach(card -> card.setActive(active));
    }
}
