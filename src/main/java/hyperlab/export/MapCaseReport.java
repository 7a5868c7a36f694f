package hyperlab.export;

import hyperlab.cases.MapCase;
import hyperlab.export.CaseReport.CaseSection;
import hyperlab.export.caption.Captions;
import hyperlab.map.MapAxis;
import hyperlab.map.RateScaling;
import hyperlab.map.RateScaling.BatchRate;
import hyperlab.map.RateScaling.Growth;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Describes a case that maps answer in words. Every number comes from the best rates, and every judgment from an
 * interval.
 */
public final class MapCaseReport {
    private static final int DIGITS = 3;
    private static final int EXPONENT_DECIMALS = 2;
    private static final double PERCENT = 100;

    private final MapCase subject;
    private final Texts texts;

    public MapCaseReport(MapCase subject, Texts texts) {
        this.subject = subject;
        this.texts = texts;
    }

    /** The title; the name of the case if it has no texts. */
    public String title() {
        return caseText("title").orElse(subject.name());
    }

    /** The question; what the map shows if the case has no texts. */
    public String question() {
        return caseText("question").orElseGet(() -> texts.get("case.map.question"));
    }

    /** The case in one line, for a list. */
    public String summaryLine() {
        return MapCase.scaling(subject.recordedRates(), subject.map().seeds())
                .map(scaling -> title() + ": " + exponent(scaling))
                .orElseGet(this::title);
    }

    /** The sections that need no run: the question and what is computed. */
    public List<CaseSection> introduction() {
        return List.of(section("question", question()), section("maps", method()));
    }

    /** The axes, the network and the seeds. */
    public String method() {
        MapAxis rates = subject.rates();
        List<String> batches = subject.batchSizes().values();
        return texts.get(
                "case.map.how",
                Integer.toString(subject.map().seeds()),
                Integer.toString(rates.values().size()),
                format(rates.low()),
                format(rates.high()),
                String.join(", ", batches),
                texts.get("chart.map.color." + subject.map().color().fileName()),
                Captions.settings(subject.experiment(), texts));
    }

    /** The answer, how much the best rate grows, and the conclusions that should not be drawn. */
    public List<CaseSection> outcome(RateScaling scaling) {
        List<CaseSection> sections = new ArrayList<>();
        sections.add(section("answer", answer(scaling)));
        sections.add(section("growth", growth(scaling)));
        sections.add(section("caution", caution()));
        return sections;
    }

    /** What the interval of the exponent says, with the exponent. */
    public String answer(RateScaling scaling) {
        return texts.get("case.map.answer."
                        + scaling.conclusion().name().toLowerCase(Locale.ROOT).replace("_", ""))
                + " " + exponent(scaling);
    }

    private String exponent(RateScaling scaling) {
        Growth all = scaling.growth();
        return texts.get(
                "case.map.exponent",
                Integer.toString(all.fromBatch()),
                Integer.toString(all.toBatch()),
                decimals(scaling.slope()),
                decimals(scaling.from()),
                decimals(scaling.to()),
                Integer.toString(scaling.seeds().size()));
    }

    /** By how much the best rate grows over all batch sizes, and up to which size proportional growth is possible. */
    public String growth(RateScaling scaling) {
        Growth all = scaling.growth();
        String over = texts.get(
                "case.map.growth",
                format(all.batchFactor()),
                format(all.rateFactor()),
                format(all.from()),
                format(all.to()),
                Integer.toString(all.fromBatch()),
                Integer.toString(all.toBatch()));
        Optional<Growth> proportional = scaling.proportionalGrowth();
        if (proportional.isPresent() && proportional.get().toBatch() == all.toBatch()) {
            return over;
        }
        BatchRate last = scaling.batchRates().get(scaling.batchRates().size() - 1);
        String missed = texts.get(
                "case.map.line",
                Integer.toString(last.batchSize()),
                format(scaling.proportional(last.batchSize())),
                format(last.mean()),
                format(last.from()),
                format(last.to()));
        return over + " " + missed + " " + beginning(scaling, proportional);
    }

    private String beginning(RateScaling scaling, Optional<Growth> proportional) {
        return proportional
                .map(each -> texts.get(
                        "case.map.proportional",
                        Integer.toString(each.fromBatch()),
                        Integer.toString(each.toBatch()),
                        format(each.batchFactor()),
                        format(each.rateFactor()),
                        format(each.from()),
                        format(each.to())))
                .orElseGet(() -> texts.get(
                        "case.map.nowhere",
                        Integer.toString(scaling.batchRates().get(0).batchSize()),
                        Integer.toString(scaling.batchRates().get(1).batchSize())));
    }

    /** The conclusions that should not be drawn: how finely the rates are spaced, and what belongs to this case. */
    public String caution() {
        MapAxis rates = subject.rates();
        if (!rates.isLogarithmic()) {
            return caseText("caution").orElseGet(() -> texts.get("case.map.caution"));
        }
        double step = Math.pow(rates.high() / rates.low(), 1.0 / (rates.values().size() - 1));
        String spacing = texts.get("case.map.spacing", NumberFormats.format(PERCENT * (step - 1), 2));
        return caseText("caution").orElseGet(() -> texts.get("case.map.caution")) + " " + spacing;
    }

    private CaseSection section(String heading, String text) {
        return new CaseSection(texts.get("case.heading." + heading), text);
    }

    private Optional<String> caseText(String what) {
        String key = "case." + subject.name() + "." + what;
        return texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }

    private static String format(double number) {
        return NumberFormats.format(number, DIGITS);
    }

    private static String decimals(double number) {
        return NumberFormats.formatFixed(number, EXPONENT_DECIMALS);
    }
}
