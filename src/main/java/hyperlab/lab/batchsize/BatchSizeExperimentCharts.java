package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.EscapeStudy;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.SpeedStudy;
import hyperlab.batch.TargetStudy;
import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.batch.BatchSizeChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The charts of the experiments' results so far, by batch size. */
final class BatchSizeExperimentCharts {
    private static final double THOUSAND = 1e3;

    private final Texts texts;
    private final BatchSizeSnapshot snapshot;

    BatchSizeExperimentCharts(Texts texts, BatchSizeSnapshot snapshot) {
        this.texts = texts;
        this.snapshot = snapshot;
    }

    BatchSizeChart.Model chart(BatchSizeExperiments experiments) {
        return switch (experiments.chosenProperty().get()) {
            case TARGET -> target(experiments.target().statusProperty().get().results());
            case ESCAPE -> escape(experiments.escape().statusProperty().get().results());
            case SPEED -> speed(experiments.speed().statusProperty().get().results());
        };
    }

    private BatchSizeChart.Model target(List<TargetStudy.StepsToTarget> results) {
        BatchSetup setup = snapshot.comparison().setup();
        GradientNoise start = GradientNoise.at(snapshot.comparison().model(), setup.startX(), setup.startY());
        List<BatchSizeChart.VerticalMarker> verticalMarkers = new ArrayList<>();
        verticalMarkers.add(new BatchSizeChart.VerticalMarker(
                start.criticalBatchSize(),
                texts.get("batch-size.target.critical", BatchSizeText.format(start.criticalBatchSize())),
                ThemeColor.series(2)));
        verticalMarkers.add(BatchSizeCharts.batchSizeMarker(snapshot));
        return new BatchSizeChart.Model(
                List.of(
                        line(results, TargetStudy.StepsToTarget::samples, 1, "batch-size.target.samples"),
                        line(results, TargetStudy.StepsToTarget::steps, 0, "batch-size.target.steps")),
                verticalMarkers,
                Double.NaN,
                "",
                texts.get("batch-size.target.axis"),
                true,
                Double.NaN,
                Double.NaN,
                snapshot.comparison().model().samples());
    }

    private ErrorBarLine line(
            List<TargetStudy.StepsToTarget> results,
            Function<TargetStudy.StepsToTarget, Quantiles> number,
            int series,
            String key) {
        return new ErrorBarLine(
                results.stream()
                        .map(reached -> point(reached.batchSize(), number.apply(reached), 1))
                        .toList(),
                CurveStyle.series(series),
                texts.get(key));
    }

    private static ErrorBarLine.Point point(int batch, Quantiles quartiles, double divisor) {
        return new ErrorBarLine.Point(
                batch, quartiles.median() / divisor, quartiles.lower() / divisor, quartiles.upper() / divisor);
    }

    private BatchSizeChart.Model escape(List<EscapeStudy.EscapeCount> results) {
        BatchSetup setup = snapshot.comparison().setup();
        List<ErrorBarLine> lines = new ArrayList<>();
        for (double factor : EscapeStudy.RATE_FACTORS) {
            String rate = setup.training().linearScaling()
                    ? texts.get("batch-size.escape.factor", NumberFormats.format(factor))
                    : "η = " + NumberFormats.format(setup.training().learningRate() * factor, 3);
            lines.add(new ErrorBarLine(
                    results.stream()
                            .filter(cell -> cell.rateFactor() == factor)
                            .map(cell -> new ErrorBarLine.Point(
                                    cell.batchSize(),
                                    cell.escaped().value(),
                                    cell.escaped().lower(),
                                    cell.escaped().upper()))
                            .toList(),
                    CurveStyle.series(EscapeStudy.RATE_FACTORS.indexOf(factor)),
                    results.isEmpty() ? "" : rate));
        }
        return new BatchSizeChart.Model(
                lines,
                List.of(),
                Double.NaN,
                "",
                texts.get("batch-size.escape.axis"),
                false,
                0,
                1,
                EscapeStudy.MAX_BATCH_SIZE);
    }

    /** Plots powers of two as a line, and the sizes next to them as separate hollow points. */
    private BatchSizeChart.Model speed(List<SpeedStudy.BatchSpeed> results) {
        List<ErrorBarLine.Point> powers = new ArrayList<>();
        List<ErrorBarLine.Point> others = new ArrayList<>();
        for (SpeedStudy.BatchSpeed speed : results) {
            boolean power = Integer.bitCount(speed.batchSize()) == 1;
            (power ? powers : others).add(point(speed.batchSize(), speed.quartiles(), THOUSAND));
        }
        return new BatchSizeChart.Model(
                List.of(
                        new ErrorBarLine(
                                others,
                                CurveStyle.points(ThemeColor.series(1), MarkerShape.SQUARE)
                                        .hollow(true),
                                ""),
                        new ErrorBarLine(powers, CurveStyle.series(0), "")),
                List.of(BatchSizeCharts.batchSizeMarker(snapshot)),
                Double.NaN,
                "",
                texts.get("batch-size.speed.axis"),
                false,
                0,
                Double.NaN,
                SpeedStudy.MAX_BATCH_SIZE + 1);
    }
}
