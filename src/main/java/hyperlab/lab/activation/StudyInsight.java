package hyperlab.lab.activation;

import hyperlab.chart.style.CurveStyle;
import hyperlab.lab.LabContext;
import hyperlab.ui.RecentlyUsed;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SeriesSymbol;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The right panel of a study: the values at the playhead, formulas, an explanation, and the doctor. */
final class StudyInsight extends VBox {
    private static final double SECTION_GAP = 16;
    /** More than the rows of any study. */
    private static final int MARKS = 64;

    private final LabContext context;
    private final Readout readout;
    private final ReadOnlyStringWrapper readoutTitle = new ReadOnlyStringWrapper("");
    private final List<FormulaView> formulas = new ArrayList<>();
    private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper(" ");
    private final DoctorSection doctor;
    private final RecentlyUsed<CurveStyle, SeriesSymbol> marks = new RecentlyUsed<>(MARKS);

    /**
     * One row of the readout.
     *
     * @param style the style of the line that the row describes; null if there is none
     */
    record InsightRow(@Nullable CurveStyle style, boolean chosen, List<String> cells) {
        InsightRow {
            cells = List.copyOf(cells);
        }
    }

    /** The content of the panel at one moment. */
    record InsightContent(
            String title,
            List<InsightRow> rows,
            List<String> formulas,
            String explanation,
            List<DoctorSection.FindingModel> findings) {}

    StudyInsight(LabContext context, ActivationViewModel model, String prefix, List<String> headings, int formulas) {
        super(SECTION_GAP);
        this.context = context;
        setId(prefix + "-insight");
        List<ObservableValue<String>> titles = new ArrayList<>();
        headings.forEach(key -> titles.add(context.messages().bind(key)));
        readout = new Readout(prefix + "-readout", titles);
        VBox seen = new Section(context.messages().bind("shell.seen"));
        for (int k = 0; k < formulas; k++) {
            FormulaView formula = context.formula("activation-formula", "", "");
            formula.managedProperty().bind(formula.visibleProperty());
            this.formulas.add(formula);
        }
        WrappedText prose = new WrappedText(explanation);
        prose.setId(prefix + "-words");
        seen.getChildren().addAll(this.formulas);
        seen.getChildren().add(prose);
        doctor = new DoctorSection(prefix, context.messages(), model.undo(), model::setup);
        getChildren()
                .addAll(
                        new Section(context.messages().bind("shell.readout"), readout).addToHeader(readoutTitle),
                        seen,
                        doctor);
    }

    void show(InsightContent content) {
        readoutTitle.set(content.title());
        readout.rows(content.rows().stream()
                .map(row -> new Readout.ReadoutRow(mark(row.style()), row.cells(), row.chosen()))
                .toList());
        for (int k = 0; k < formulas.size(); k++) {
            boolean present = k < content.formulas().size();
            formulas.get(k).setVisible(present);
            formulas.get(k).latexProperty().set(present ? content.formulas().get(k) : "");
        }
        explanation.set(content.explanation());
        doctor.show(content.findings());
    }

    /**
     * Returns the same node for the same line, so that a table that is updated during a run is not rebuilt each time.
     */
    private @Nullable SeriesSymbol mark(@Nullable CurveStyle style) {
        return style == null ? null : marks.get(style, each -> new SeriesSymbol(context.appearance(), each));
    }
}
