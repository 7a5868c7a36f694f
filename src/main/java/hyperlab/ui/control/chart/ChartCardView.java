package hyperlab.ui.control.chart;

import hyperlab.chart.PlotChart;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;

/**
 * The view of a chart on a card. The chart follows the language, the theme, and presentation mode. FX thread only.
 *
 * @param <M> what the chart shows
 */
public final class ChartCardView<M> {
    private final PlotChart<M> chart;
    private final Messages messages;
    private final Appearance appearance;
    private final ChartCard card;
    private final List<PlotChart<?>> charts = new ArrayList<>();

    /** @param id of the card and the prefix of the ids of its controls */
    public ChartCardView(
            String id,
            PlotChart<M> chart,
            ObservableStringValue title,
            ObservableValue<String> subtitle,
            Messages messages,
            Appearance appearance) {
        this.chart = chart;
        this.messages = messages;
        this.appearance = appearance;
        card = new ChartCard(id, messages, title, subtitle, chart.chart());
        follow(chart);
        card.setDescription(this::describe);
    }

    public ChartCard card() {
        return card;
    }

    /** Shows a model in the chart. */
    public void show(M model) {
        chart.show(model);
    }

    /** Exports this comma-separated text as the chart's data instead of {@link PlotChart#table}. */
    public ChartCardView<M> withDataExport(Supplier<String> csv) {
        card.withDataExport(messages, csv);
        return this;
    }

    /**
     * Keeps another chart in the same language and style, so that it can take this chart's place on the card; see
     * {@link ChartCard#chart(org.jfree.chart.JFreeChart)}.
     */
    public ChartCardView<M> withAlternative(PlotChart<?> other) {
        follow(other);
        return this;
    }

    /** Calls a task after each change of language, when the chart's own words have already changed. */
    public ChartCardView<M> onLanguageChange(Runnable task) {
        NodeListeners.listen(card, messages.languageProperty(), task);
        return this;
    }

    /** The chart on the card may be an alternative. */
    private String describe() {
        return charts.stream()
                .filter(each -> each.chart().equals(card.chart()))
                .map(PlotChart::describe)
                .findFirst()
                .orElse("");
    }

    private void follow(PlotChart<?> followed) {
        card.addPlot(followed, messages);
        charts.add(followed);
        NodeListeners.listen(card, messages.languageProperty(), () -> followed.texts(messages.texts()));
        appearance.addStyleListener(card, () -> followed.style(appearance.chartStyle()));
    }
}
