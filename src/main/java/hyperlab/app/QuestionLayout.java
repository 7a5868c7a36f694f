package hyperlab.app;

import hyperlab.app.ask.AskFrame;
import hyperlab.app.panel.InsightPanel;
import hyperlab.lab.Lab;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Places the card of a question in the insight panel, or in a narrow window above the stage, and hides what reveals the
 * answer. FX thread only.
 */
final class QuestionLayout {
    private final StageArea area;
    private final InsightPanel insight;
    private final TopBar topBar;
    private @Nullable AskFrame question;
    private boolean narrow;

    QuestionLayout(StageArea area, InsightPanel insight, TopBar topBar) {
        this.area = area;
        this.insight = insight;
        this.topBar = topBar;
    }

    /** Shows the card of a question about a lab; or, without a question, everything again. */
    void show(Lab lab, @Nullable AskFrame newQuestion) {
        question = newQuestion;
        if (newQuestion == null) {
            area.endQuestion(lab);
            insight.ask(null, false);
            setAnswersVisible(lab, true);
        } else {
            newQuestion.hidingProperty().addListener((observed, before, now) -> showHiding(newQuestion, now));
            place(newQuestion);
        }
    }

    private void place(AskFrame placed) {
        placed.setBar(narrow);
        showHiding(placed, placed.hidingProperty().get());
        area.showQuestion(placed);
    }

    private void showHiding(AskFrame changed, boolean hiding) {
        if (changed.equals(question)) {
            insight.ask(narrow ? null : changed.card(), hiding);
            setAnswersVisible(changed.lab(), !hiding);
        }
    }

    /** Shows or hides what may reveal an answer outside of the stage. */
    private void setAnswersVisible(Lab lab, boolean visible) {
        topBar.setAnswersVisible(visible);
        area.setPlaybackVisible(visible);
        Node footer = lab.parts().footer();
        if (footer != null) {
            footer.setVisible(visible);
        }
    }

    void setNarrow(boolean nowNarrow) {
        narrow = nowNarrow;
        AskFrame shown = question;
        if (shown != null && shown.isBar() != nowNarrow) {
            place(shown);
        }
    }
}
