package hyperlab.lab.activation;

import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.chart.ChartCard;
import javafx.scene.Node;

/** Shows the progress of a study on its chart card. */
final class StudyCards {
    private StudyCards() {}

    /** Shows the empty notice in place of the chart until there are results or the study runs. */
    static void show(ChartCard card, StudyRunner.StudyStatus<?> status, Node emptyNotice) {
        card.showProgress(status.isRunning(), status.share());
        card.showInstead(status.results().isEmpty() && !status.isRunning() ? emptyNotice : null);
    }
}
