package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.control.Icons;
import hyperlab.app.control.SeriesSymbol;
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
final class RacerRows extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final LabContext context;
    private final RateViewModel lab;
    private final List<Row> rows = new ArrayList<>();

    RacerRows(LabContext context, RateViewModel lab) {
        this.context = context;
        this.lab = lab;
        getStyleClass().add("racer-rows");
    }

    void show(Moment moment, boolean veiled) {
        List<RacerWalk> walks = moment.race().walks();
        while (rows.size() < walks.size()) {
            rows.add(new Row(rows.size()));
        }
        if (getChildren().size() != walks.size()) {
            getChildren().setAll(rows.subList(0, walks.size()));
        }
        for (RacerWalk walk : walks) {
            rows.get(walk.index()).show(moment, walk, veiled);
        }
    }

    private final class Row extends HBox {
        private final SeriesSymbol mark;
        private final Label rate = new Label();
        private final Label word = new Label();
        private final StringProperty line = new SimpleStringProperty("");
        private final Button choose = new Button();
        private final Button eye;
        private final Button remove;
        private final int index;
        private String style = "";
        private boolean eyeOpen = true;

        Row(int index) {
            this.index = index;
            String number = Integer.toString(index + 1);
            String id = "rate-racer-" + number;
            mark = new SeriesSymbol(context.appearance(), RacerLook.of(index));
            getStyleClass().add("racer-row");
            setAlignment(Pos.CENTER_LEFT);
            choose.setId(id);
            choose.getStyleClass().add("racer-choice");
            rate.getStyleClass().add("racer-rate");
            rate.setMinWidth(USE_PREF_SIZE);
            word.getStyleClass().add("racer-word");
            Region gap = new Region();
            HBox content = new HBox(4, mark, rate, word, gap);
            content.setAlignment(Pos.CENTER_LEFT);
            choose.setGraphic(content);
            choose.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            choose.setAlignment(Pos.CENTER_LEFT);
            choose.setMaxWidth(Double.MAX_VALUE);
            choose.setOnAction(event -> lab.select(index));
            Icons.addTooltip(choose, line);
            HBox.setHgrow(choose, Priority.ALWAYS);
            ObservableValue<String> showOrHide = context.messages()
                    .compute(
                            () -> context.messages().get(isShown() ? "rate.racer.hide" : "rate.racer.show", number),
                            lab.moment());
            eye = Icons.button(id + "-eye", "fth-eye", showOrHide, () -> lab.show(index, !isShown()));
            remove = Icons.button(
                    id + "-remove",
                    "fth-x",
                    context.messages().bind("rate.racer.remove", number),
                    () -> lab.removeRacer(index));
            eye.getStyleClass().add("small");
            remove.getStyleClass().add("small");
            getChildren().addAll(choose, eye, remove);
        }

        /**
         * Sets the style only when it changes. Setting it again, or setting a new icon, would restyle all surrounding
         * nodes at each step.
         */
        private void wear(String newStyle) {
            if (!newStyle.equals(style)) {
                style = newStyle;
                word.getStyleClass().setAll("label", "racer-word", newStyle);
            }
        }

        private void open(boolean nowOpen) {
            if (nowOpen != eyeOpen) {
                eyeOpen = nowOpen;
                eye.setGraphic(Icons.icon(nowOpen ? "fth-eye" : "fth-eye-off"));
            }
        }

        private boolean isShown() {
            return index >= lab.setup().racers().size()
                    || lab.setup().racers().get(index).visible();
        }

        void show(Moment moment, RacerWalk walk, boolean veiled) {
            RateWords words = new RateWords(context.messages().texts());
            mark.setLook(veiled ? RacerLook.of(index) : RacerLook.of(walk, moment.step()));
            rate.setText(new RacerNames(moment.race(), context.messages().texts()).inRow(walk.racer()));
            word.setText(veiled ? "" : words.word(walk, moment.step()));
            wear(RateWords.style(walk, moment.step()));
            line.set(veiled ? rate.getText() : words.line(moment.race(), walk, moment.step()));
            open(walk.racer().visible());
            choose.setOpacity(walk.racer().visible() ? 1 : 0.6);
            boolean others = moment.race().walks().size() > 1;
            remove.setVisible(others);
            remove.setManaged(others);
            pseudoClassStateChanged(CHOSEN, walk.index() == moment.selected());
        }
    }
}
