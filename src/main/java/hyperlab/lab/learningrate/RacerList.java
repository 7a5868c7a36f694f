package hyperlab.lab.learningrate;

import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.SeriesSymbol;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of racers: marker, rate and regime. A click selects a racer; the icons hide or remove it. */
final class RacerList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    /** Keeps the words after short rates in one column, in pixels. */
    private static final double MIN_RATE_WIDTH = 28;

    private final LabContext context;
    private final LearningRateViewModel lab;
    private final List<RacerRow> rows = new ArrayList<>();

    RacerList(LabContext context, LearningRateViewModel lab) {
        this.context = context;
        this.lab = lab;
        getStyleClass().add("racer-rows");
    }

    void show(RaceSnapshot snapshot, boolean hidden) {
        List<RacerRun> runs = snapshot.race().runs();
        while (rows.size() < runs.size()) {
            rows.add(new RacerRow(rows.size()));
        }
        if (getChildren().size() != runs.size()) {
            getChildren().setAll(rows.subList(0, runs.size()));
        }
        for (RacerRun run : runs) {
            rows.get(run.index()).show(snapshot, run, hidden);
        }
    }

    private final class RacerRow extends HBox {
        private final SeriesSymbol mark;
        private final Label rate = new Label() {
            @Override
            protected double computePrefWidth(double height) {
                return Math.max(MIN_RATE_WIDTH, super.computePrefWidth(height));
            }
        };
        private final Label regimeLabel = new Label();
        private final StringProperty description = new SimpleStringProperty("");
        private final Button selectButton = new Button();
        private final Button visibilityButton;
        private final Button remove;
        private final int index;
        private String style = "";
        private boolean iconShowsVisible = true;

        RacerRow(int index) {
            this.index = index;
            String number = Integer.toString(index + 1);
            String id = "learning-rate-racer-" + number;
            mark = new SeriesSymbol(context.appearance(), RacerStyle.of(index));
            getStyleClass().add("racer-row");
            setAlignment(Pos.CENTER_LEFT);
            selectButton.setId(id);
            selectButton.getStyleClass().add("racer-choice");
            rate.getStyleClass().add("racer-rate");
            rate.setMinWidth(USE_PREF_SIZE);
            regimeLabel.getStyleClass().add("racer-word");
            Region gap = new Region();
            HBox content = new HBox(4, mark, rate, regimeLabel, gap);
            content.setAlignment(Pos.CENTER_LEFT);
            selectButton.setGraphic(content);
            selectButton.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            selectButton.setAlignment(Pos.CENTER_LEFT);
            selectButton.setMaxWidth(Double.MAX_VALUE);
            selectButton.setOnAction(event -> lab.select(index));
            Icons.addTooltip(selectButton, description);
            HBox.setHgrow(selectButton, Priority.ALWAYS);
            ObservableValue<String> showOrHide = context.messages()
                    .compute(
                            () -> context.messages()
                                    .get(isShown() ? "learning-rate.racer.hide" : "learning-rate.racer.show", number),
                            lab.viewStateProperty());
            visibilityButton =
                    Icons.button(id + "-eye", "fth-eye", showOrHide, () -> lab.setVisible(index, !isShown()));
            remove = Icons.button(
                    id + "-remove",
                    "fth-x",
                    context.messages().bind("learning-rate.racer.remove", number),
                    () -> lab.removeRacer(index));
            visibilityButton.getStyleClass().add("small");
            remove.getStyleClass().add("small");
            getChildren().addAll(selectButton, visibilityButton, remove);
        }

        /**
         * Sets the style only when it changes. Setting it again, or setting a new icon, would restyle all surrounding
         * nodes at each step.
         */
        private void setRegimeStyle(String newStyle) {
            if (!newStyle.equals(style)) {
                style = newStyle;
                regimeLabel.getStyleClass().setAll("label", "racer-word", newStyle);
            }
        }

        private void setVisibilityIcon(boolean nowOpen) {
            if (nowOpen != iconShowsVisible) {
                iconShowsVisible = nowOpen;
                visibilityButton.setGraphic(Icons.icon(nowOpen ? "fth-eye" : "fth-eye-off"));
            }
        }

        private boolean isShown() {
            return index >= lab.setup().racers().size()
                    || lab.setup().racers().get(index).visible();
        }

        void show(RaceSnapshot snapshot, RacerRun run, boolean hidden) {
            LearningRateText text = new LearningRateText(context.messages().texts());
            mark.setCurveStyle(hidden ? RacerStyle.of(index) : RacerStyle.of(run, snapshot.step()));
            rate.setText(new RacerLabels(snapshot.race(), context.messages().texts()).rowLabel(run.racer()));
            regimeLabel.setText(hidden ? "" : text.shortDescription(run, snapshot.step()));
            setRegimeStyle(LearningRateText.style(run, snapshot.step()));
            description.set(hidden ? rate.getText() : text.describe(run, snapshot.step()));
            setVisibilityIcon(run.racer().visible());
            selectButton.setOpacity(run.racer().visible() ? 1 : 0.6);
            boolean others = snapshot.race().runs().size() > 1;
            remove.setVisible(others);
            remove.setManaged(others);
            pseudoClassStateChanged(CHOSEN, run.index() == snapshot.selectedIndex());
        }
    }
}
