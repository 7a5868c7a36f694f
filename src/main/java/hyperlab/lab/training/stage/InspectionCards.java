package hyperlab.lab.training.stage;

import hyperlab.chart.PlotChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.BoundaryChart;
import hyperlab.chart.training.BoundaryChartModel;
import hyperlab.chart.training.ConfusionChart;
import hyperlab.chart.training.HistogramChart;
import hyperlab.chart.training.HistogramChart.Quantity;
import hyperlab.chart.training.PredictionChart;
import hyperlab.chart.training.WorstPredictionsChart;
import hyperlab.data.DataSettings;
import hyperlab.data.PointSet;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.LayerReport;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.inspection.PredictionInspection;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.settings.PointEditor;
import hyperlab.text.ColumnNames;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** The cards of all charts that inspect the network, except the network diagram. */
public final class InspectionCards {
    private final ObservableValue<TrainingViewState> state;
    private final Messages messages;
    private final ChartCardView<BoundaryChartModel> boundary;
    private final ChartCardView<ConfusionChart.Model> confusion;
    private final ChartCardView<PredictionChart.Model> prediction;
    private final ChartCardView<PredictionChart.Model> fit;
    private final ChartCardView<HistogramChart.Model> weights;
    private final ChartCardView<HistogramChart.Model> gradients;
    private final ChartCardView<HistogramChart.Model> activations;
    private final ChartCardView<WorstPredictionsChart.Model> mistakes;
    private final PlaneChooser planeChooser;
    private final FeatureChooser featureChooser;
    private final Map<StageChart, ChartCard> cards = new EnumMap<>(StageChart.class);
    private final Map<StageChart, StringProperty> notes = new EnumMap<>(StageChart.class);
    private final Map<StageChart, StringProperty> subtitles = new EnumMap<>(StageChart.class);

    public InspectionCards(
            NetworkInspectionViewModel inspections, ObservableValue<TrainingViewState> state, LabContext context) {
        this.state = state;
        messages = context.messages();
        Texts texts = messages.texts();
        ChartTheme theme = context.appearance().chartTheme();
        boundary = add(context, StageChart.BOUNDARY, new BoundaryChart(texts, theme));
        confusion = add(context, StageChart.CONFUSION, new ConfusionChart(texts, theme));
        prediction = add(context, StageChart.PREDICTION, new PredictionChart(texts, theme));
        fit = add(context, StageChart.FIT, new PredictionChart(texts, theme));
        weights = add(context, StageChart.WEIGHTS, new HistogramChart(Quantity.WEIGHTS, texts, theme));
        gradients = add(context, StageChart.GRADIENTS, new HistogramChart(Quantity.GRADIENTS, texts, theme));
        activations = add(context, StageChart.ACTIVATIONS, new HistogramChart(Quantity.ACTIVATIONS, texts, theme));
        mistakes = add(context, StageChart.MISTAKES, new WorstPredictionsChart(theme));
        planeChooser = new PlaneChooser(inspections, messages);
        addBelow(StageChart.BOUNDARY, planeChooser);
        featureChooser = new FeatureChooser(inspections, messages);
        addBelow(StageChart.FIT, featureChooser);
    }

    /** Adds a chooser and a note below a chart. */
    private void addBelow(StageChart kind, Node chooser) {
        StringProperty note = new SimpleStringProperty("");
        notes.put(kind, note);
        Objects.requireNonNull(cards.get(kind)).addBelow(new NotedChooser(chooser, note));
    }

    private <M> ChartCardView<M> add(LabContext context, StageChart kind, PlotChart<M> chart) {
        StringProperty subtitle = new SimpleStringProperty("");
        ChartCardView<M> view =
                context.chartCard("training-" + kind.id(), chart, ChartChooser.title(kind, state, messages), subtitle);
        subtitles.put(kind, subtitle);
        cards.put(kind, view.card());
        return view;
    }

    public Map<StageChart, ChartCard> cards() {
        return cards;
    }

    /**
     * Shows the part of an inspection that one chart displays. Anything missing from the inspection stays as it was.
     */
    public void show(StageChart kind, NetworkInspection inspection) {
        List<String> features =
                ColumnNames.of(inspection.point().partition().all().featureNames(), messages.texts());
        planeChooser.setNames(features);
        featureChooser.setNames(features);
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
                    BoundaryChartModel model = models.boundary(predictions.planePredictions());
                    boundary.show(model);
                    setSubject(kind, model.xName(), model.yName());
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
                    setSubject(kind, picture.xName(), picture.yName());
                }
            }
            case WEIGHTS -> {
                weights.show(models.histograms(LayerReport::weights));
                setSubject(kind);
            }
            case GRADIENTS -> {
                gradients.show(models.histograms(LayerReport::weightGradients));
                setSubject(kind);
            }
            case ACTIVATIONS -> {
                activations.show(models.histograms(LayerReport::outputs));
                setSubject(kind);
            }
            case MISTAKES -> {
                if (predictions.worstPredictions() != null) {
                    mistakes.show(models.mistakes(predictions.worstPredictions()));
                }
            }
            case LOSS, ACCURACY, NETWORK, RATE_TEST, SHARPNESS, RATIOS, MEMBERS, CAPACITY, PATHS, STEP, PLAYGROUND -> {}
        }
    }

    /** Shows the points that are being edited, without a prediction: there are too few, or they cannot be split. */
    void showPoints(PointEditor editor) {
        DecisionMap.Window window = editor.windowProperty().get();
        if (window != null) {
            boundary.show(InspectionChartModels.points(editor.points(), window));
            Objects.requireNonNull(subtitles.get(StageChart.BOUNDARY)).set("");
            Objects.requireNonNull(notes.get(StageChart.BOUNDARY)).set("");
        }
    }

    /** Keeps the zoom of a card while the data and the axes stay the same, apart from the points that are edited. */
    private void setSubject(StageChart kind, String... axes) {
        DataSettings data = state.getValue().experiment().data();
        data = data.points() == null ? data : data.withPoints(PointSet.EMPTY);
        Objects.requireNonNull(cards.get(kind)).setSubject(List.of(data, List.of(axes)));
    }
}
