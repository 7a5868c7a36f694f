package hyperlab.lab.learn.illustration;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.EpochBatches;
import hyperlab.batch.EpochOrders;
import hyperlab.chart.batch.EpochStripChart;
import hyperlab.chart.style.ThemeColor;
import hyperlab.data.DataSet;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** An epoch of real samples split into batches, at the third batch. */
final class EpochIllustration implements Illustration<EpochIllustration.EpochLayout, EpochStripChart.Model> {
    private static final int CURRENT_BATCH = 2;

    private final BatchSetup setup = LinkedSettings.batchSize("batch-32");
    private final EpochStripChart chart;

    EpochIllustration(LabContext context) {
        chart = new EpochStripChart(
                context.messages().texts(), context.appearance().chartTheme());
    }

    /** The order of the samples and how they are split into batches. */
    record EpochLayout(DataSet data, EpochBatches cut, int[] order) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfBatch(setup);
    }

    @Override
    public EpochLayout compute() {
        DataSet data = setup.model().load(null);
        EpochBatches cut = setup.training().epochBatches(data.samples());
        return new EpochLayout(
                data, cut, new EpochOrders(data.samples(), setup.training().shuffle(), setup.seed()).order(0));
    }

    @Override
    public EpochStripChart chart() {
        return chart;
    }

    @Override
    public EpochStripChart.Model model(EpochLayout found, Texts texts) {
        List<EpochStripChart.SampleKind> kinds = new ArrayList<>();
        for (int k = 0; k < found.data().classNames().size(); k++) {
            kinds.add(new EpochStripChart.SampleKind(found.data().classNames().get(k), ThemeColor.series(k)));
        }
        return new EpochStripChart.Model(
                found.cut(),
                place -> found.order()[place],
                sample -> (int) found.data().targets()[sample],
                kinds,
                CURRENT_BATCH,
                "");
    }

    @Override
    public String toCsv(EpochLayout found) {
        StringBuilder text = new StringBuilder("place,batch,sample,class\n");
        for (int place = 0; place < found.order().length; place++) {
            int sample = found.order()[place];
            text.append(place)
                    .append(',')
                    .append(place / found.cut().batchSize())
                    .append(',')
                    .append(sample)
                    .append(',')
                    .append(found.data().classNames().get((int) found.data().targets()[sample]))
                    .append('\n');
        }
        return text.toString();
    }
}
