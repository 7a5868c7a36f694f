package hyperlab.lab.map;

import hyperlab.lab.LabContext;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lab's right panel: both pixels in numbers, what the map shows, and the doctor. */
final class MapInsight extends VBox {
    private static final int ROWS = 7;
    private static final int PARAGRAPHS = 8;
    private static final String MOMENTUM_RULE = "\\eta < \\frac{2(1 + \\mu)}{\\lambda}";
    private static final String PARABOLA_RULE = "\\eta < \\frac{2}{\\lambda}";
    private static final String DIMENSION_RULE = "N(\\varepsilon) \\propto \\varepsilon^{-D}";

    private final LabContext context;
    private final MapViewModel lab;
    private final StringProperty otherHeading = new SimpleStringProperty("");
    private final List<StringProperty> seen = new ArrayList<>();
    private final List<Label> marks = new ArrayList<>();
    /** Stands for the values of the other run: it is not known yet, or there is none. */
    private String otherMissing = "…";

    private final Readout readout;
    private final FormulaView formula;
    private final DoctorSection doctor;
    private final Button open = new Button();

    MapInsight(LabContext context, MapViewModel lab, Runnable openPinned) {
        this.context = context;
        this.lab = lab;
        getStyleClass().addAll("map-lab", "insight-content");
        Messages messages = context.messages();
        readout = new Readout("map-readout", List.of(messages.bind("map.narration.pinned"), otherHeading));
        for (int k = 0; k < ROWS; k++) {
            Label mark = new Label();
            mark.getStyleClass().add("readout-name");
            mark.setWrapText(true);
            marks.add(mark);
        }
        open.setId("map-open");
        open.getStyleClass().add("link");
        open.setOnAction(event -> openPinned.run());
        formula = context.formula("map-formula", "", "");
        formula.managedProperty().bind(formula.visibleProperty());
        VBox seenText = new VBox();
        seenText.setId("map-seen");
        seenText.getStyleClass().add("map-seen");
        for (int k = 0; k < PARAGRAPHS; k++) {
            StringProperty paragraph = new SimpleStringProperty("");
            WrappedText text = new WrappedText(paragraph);
            text.visibleProperty().bind(paragraph.isNotEmpty());
            text.managedProperty().bind(text.visibleProperty());
            seen.add(paragraph);
            seenText.getChildren().add(text);
        }
        doctor = new DoctorSection("map", messages, lab.undo(), lab::document);
        getChildren()
                .addAll(
                        new Section(messages.bind("shell.readout"), readout).addToHeader(open),
                        new Section(messages.bind("shell.seen"), seenText, formula),
                        doctor);
    }

    void show(MapViewState state) {
        Texts texts = context.messages().texts();
        MapText text = new MapText(texts);
        MapSpecification map = state.setup().map();
        otherHeading.set(texts.get(MapText.otherKey(state)));
        PixelRun pinned = state.pinned();
        boolean isAlone = state.otherCell().equals(state.pinnedCell());
        PixelRun other = isAlone ? null : state.other();
        otherMissing = isAlone ? "–" : "…";
        // The lab may already have another map: details are shown a little later.
        AxisValues x = new AxisValues(map.x());
        AxisValues y = new AxisValues(map.y());
        List<Readout.ReadoutRow> rows = new ArrayList<>(List.of(
                row(
                        0,
                        text.name(map.x()),
                        pinned,
                        other,
                        run -> MapText.value(x, run.cell().column())),
                row(
                        1,
                        text.name(map.y()),
                        pinned,
                        other,
                        run -> MapText.value(y, run.cell().row())),
                row(
                        2,
                        texts.get("map.readout.outcome"),
                        pinned,
                        other,
                        run -> text.shortOutcome(map, run.pixel().outcome()))));
        if (map.color().hasValue()) {
            rows.add(row(3, text.color(map), pinned, other, run -> value(run)));
        }
        rows.add(row(4, text.divergedTitle(map), pinned, other, run -> text.divergedAt(map, run.pixel())));
        rows.add(row(5, texts.get("map.readout.steps"), pinned, other, run -> NumberFormats.count(run.steps())));
        if (map.seeds() > 1) {
            rows.add(
                    row(6, texts.get("map.readout.share"), pinned, other, run -> text.divergedSeeds(map, run.pixel())));
        }
        readout.rows(rows);
        open.setVisible(!(map.subject() instanceof MapSubject.OfMeanField));
        open.setDisable(pinned == null || pinned.document() == null);
        open.setText(texts.get(map.subject() instanceof MapSubject.OfDescent ? "map.open.descent" : "map.open"));
        List<String> paragraphs = text.explanation(state);
        for (int k = 0; k < PARAGRAPHS; k++) {
            String nothing = k == 0 ? texts.get("map.seen.nothing") : "";
            seen.get(k).set(paragraphs.isEmpty() ? nothing : k < paragraphs.size() ? paragraphs.get(k) : "");
        }
        String latex = latex(state);
        formula.setVisible(!latex.isEmpty());
        formula.latexProperty().set(latex);
        // Before the first pixels, there is nothing to judge.
        doctor.show(
                state.isCurrent()
                        ? DoctorSection.FindingModel.ofAll(
                                MapDoctor.findings(state), "map.doctor.fine", texts, this::applyRemedy)
                        : List.of());
    }

    private void applyRemedy(MapSetup remedied) {
        lab.settingsState().change("map.undo.remedy", setup -> remedied);
    }

    private static String value(PixelRun run) {
        return Double.isFinite(run.pixel().value()) ? MapText.format(run.pixel().value()) : "–";
    }

    private static String latex(MapViewState state) {
        MapSpecification map = state.setup().map();
        if (MomentumComparison.applies(map)) {
            return MOMENTUM_RULE;
        }
        if (map.subject() instanceof MapSubject.OfMeanField) {
            return DIMENSION_RULE;
        }
        return state.sharpness() > 0 ? PARABOLA_RULE : "";
    }

    private Readout.ReadoutRow row(
            int index,
            String name,
            @Nullable PixelRun pinned,
            @Nullable PixelRun other,
            Function<PixelRun, String> cell) {
        Label mark = marks.get(index);
        mark.setText(name);
        return new Readout.ReadoutRow(
                mark,
                List.of(pinned == null ? "…" : cell.apply(pinned), other == null ? otherMissing : cell.apply(other)),
                false);
    }
}
