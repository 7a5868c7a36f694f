package hyperlab.lab.training.stage;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.BoundaryChart;
import hyperlab.chart.training.ConfusionChart;
import hyperlab.chart.training.HistogramChart.Quantity;
import hyperlab.chart.training.HistogramChart;
import hyperlab.chart.training.PredictionChart;
import hyperlab.chart.training.WorstPredictionsChart;
import hyperlab.diagnosis.LayerReport;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.inspection.PredictionInspection;
import hyperlab.lab.training.run.StageChart;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jfree.chart.JFreeChart;

/** The cards of all charts that inspect the network, except the network diagram. */
public final class InspectionCards {
    private final Messages messages;
    private final BoundaryChart boundary;
    private final ConfusionChart confusion;
    private final PredictionChart prediction;
    private final PredictionChart fit;
    private final HistogramChart weights;
    private final HistogramChart gradients;
    private final HistogramChart activations;
    private final WorstPredictionsChart mistakes;
    private final PlaneChooser planeChooser;
    private final FeatureChooser featureChooser;
    private final Map<StageChart, ChartCard> cards = new EnumMap<>(StageChart.class);
    private final Map<StageChart, StringProperty> notes = new EnumMap<>(StageChart.class);
    private final Map<StageChart, StringProperty> subtitles = new EnumMap<>(StageChart.class);

    public InspectionCards(NetworkInspectionViewModel inspections, LabContext context) {
        messages = context.messages();
        Texts texts = messages.texts();
        ChartTheme theme = context.appearance().chartTheme();
        boundary = new BoundaryChart(texts, theme);
        confusion = new ConfusionChart(texts, theme);
        prediction = new PredictionChart(texts, theme);
        fit = new PredictionChart(texts, theme);
        weights = new HistogramChart(Quantity.WEIGHTS, texts, theme);
        gradients = new HistogramChart(Quantity.GRADIENTS, texts, theme);
        activations = new HistogramChart(Quantity.ACTIVATIONS, texts, theme);
        mistakes = new WorstPredictionsChart(theme);
        add(StageChart.BOUNDARY, boundary.chart());
        add(StageChart.CONFUSION, confusion.chart());
        add(StageChart.PREDICTION, prediction.chart());
        add(StageChart.FIT, fit.chart());
        add(StageChart.WEIGHTS, weights.chart());
        add(StageChart.GRADIENTS, gradients.chart());
        add(StageChart.ACTIVATIONS, activations.chart());
        add(StageChart.MISTAKES, mistakes.chart());
        planeChooser = new PlaneChooser(inspections, messages);
        addBelow(StageChart.BOUNDARY, planeChooser);
        featureChooser = new FeatureChooser(inspections, messages);
        addBelow(StageChart.FIT, featureChooser);
    }

    /** Adds a chooser and a note below a chart. */
    private void addBelow(StageChart kind, Node chooser) {
        StringProperty note = new SimpleStringProperty("");
        notes.put(kind, note);
        WrappedText line = new WrappedText(note, "muted", "small");
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox row = new HBox(8, chooser, line);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(note.isNotEmpty());
        row.managedProperty().bind(row.visibleProperty());
        Objects.requireNonNull(cards.get(kind)).addBelow(row);
    }

    private void add(StageChart kind, JFreeChart chart) {
        StringProperty subtitle = new SimpleStringProperty("");
        subtitles.put(kind, subtitle);
        cards.put(
                kind,
                new ChartCard("training-" + kind.id(), messages, messages.bind("stage." + kind.id()), subtitle, chart));
    }

    public Map<StageChart, ChartCard> cards() {
        return cards;
    }

    /**
     * Shows the part of an inspection that one chart displays. Anything missing from the inspection stays as it was.
     */
    public void show(StageChart kind, NetworkInspection inspection) {
        planeChooser.setNames(inspection.point().partition().all().featureNames());
        featureChooser.setNames(inspection.point().partition().all().featureNames());
        InspectionChartModels models = new InspectionChartModels(inspection, messages.texts());
        PredictionInspection predictions = inspection.predictions();
        if (notes.containsKey(kind)) {
            Objects.requireNonNull(notes.get(kind)).set(models.note(kind));
        }
        if (cards.containsKey(kind)) {
            Objects.requireNonNull(subtitles.get(kind)).set(models.subtitle(kind));
        }
        switch (kind) {
            case BOUNDARY -> {
                if (predictions.planePredictions() != null) {
                    boundary.show(models.boundary(predictions.planePredictions()));
                }
            }
            case CONFUSION -> {
                ConfusionChart.Model matrix = InspectionChartModels.confusion(inspection);
                if (matrix != null) {
                    confusion.show(matrix);
                }
            }
            case PREDICTION, FIT -> {
                PredictionChart.Model picture = models.prediction(kind);
                if (picture != null) {
                    (kind == StageChart.FIT ? fit : prediction).show(picture);
                }
            }
            case WEIGHTS -> weights.show(models.histograms(LayerReport::weights));
            case GRADIENTS -> gradients.show(models.histograms(LayerReport::weightGradients));
            case ACTIVATIONS -> activations.show(models.histograms(LayerReport::outputs));
            case MISTAKES -> {
                if (predictions.worstPredictions() != null) {
                    mistakes.show(models.mistakes(predictions.worstPredictions()));
                }
            }
            case LOSS, ACCURACY, NETWORK, RATE_TEST, SHARPNESS, RATIOS, MEMBERS, CAPACITY, PATHS, PLAYGROUND -> {}
        }
    }

    public void texts(Texts texts) {
        boundary.texts(texts);
        confusion.texts(texts);
        prediction.texts(texts);
        fit.texts(texts);
        weights.texts(texts);
        gradients.texts(texts);
        activations.texts(texts);
    }

    public void style(ChartStyle style) {
        boundary.style(style);
        confusion.style(style);
        prediction.style(style);
        fit.style(style);
        weights.style(style);
        gradients.style(style);
        activations.style(style);
        mistakes.style(style);
    }
}
