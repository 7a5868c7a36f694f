package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.KeyContribution.Role;
import hyperlab.chart.training.ContributionsChart;
import hyperlab.file.BundledCases;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContributionReportTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Case DIABETES = BundledCases.named("diabetes");
    private static final Case CANCER = BundledCases.named("breastCancer");

    private static ContributionReport recorded(Case subject) {
        return new ContributionReport(subject, subject.recordedScores(), ENGLISH);
    }

    @Test
    void totalNamesTestSeedsIntervalAndRows() {
        assertEquals(
                "Paired t test over 10 seeds: the mean gain of the tuned experiment over the baseline is +1.3\u00a0points,"
                        + " with a 95\u00a0% interval from +0.4 to +2.2\u00a0points; it is better under 8 seeds and worse"
                        + " under 0. The interval lies above 0: the gain is more than the luck of the seeds, on these rows."
                        + " The test data are 142 rows, so one row is worth 0.7 points and the mean difference about 1.9 rows;"
                        + " the interval does not cover the luck of which rows they are.",
                recorded(CANCER).totalText(142));
        assertTrue(recorded(CANCER).totalText(0).endsWith("on these rows."));
        assertTrue(recorded(DIABETES).totalText(110).contains("The test data are 110 rows; the interval"));
        assertTrue(recorded(BundledCases.named("penguins")).totalText(0).contains("may be luck"));
    }

    @Test
    void equalDifferencesAreStatedWithoutAnInterval() {
        CaseScores constant = CaseScores.of(Collections.nCopies(10, 0.5), Collections.nCopies(10, 0.75));
        String text = new ContributionReport(CANCER, constant, ENGLISH).totalText(0);

        assertTrue(text.contains("+25.0\u00a0points under each of 10 seeds"), text);
        assertFalse(text.contains("luck"), text);
        assertEquals(
                List.of("+0.2 (0.0 to +0.5)", "0.0 under all 10 seeds", "+1.3 (+0.4 to +2.2)", "+1.9 (+1.0 to +2.8)"),
                recorded(CANCER).rows().stream()
                        .skip(1)
                        .map(ContributionReport.ContributionRow::changedAlone)
                        .toList());
    }

    @Test
    void twoKeysHaveOneInteraction() {
        assertEquals(
                List.of(
                        ENGLISH.get("case.role.PART_AND_NEEDED", "L2 penalty"),
                        ENGLISH.get("case.role.PART_AND_NEEDED", "Hidden units"),
                        "Together, the two gain less than the sum of their separate gains, by 1.68 (0.659 to 2.69): they"
                                + " partly replace each other.",
                        ENGLISH.get("case.largest.onlySetBack", "L2 penalty")),
                recorded(DIABETES).keyTexts());
        List<String> digits = recorded(BundledCases.named("digits")).keyTexts();
        assertEquals(4, digits.size());
        assertTrue(digits.get(0).contains("Together with the others, it is worth more than without them, by 27.7"));
        assertTrue(digits.get(2).contains("worth less than without them, by 4.1\u00a0points (2.6 to 5.7"));
    }

    @Test
    void namesSearchedKeysThatKeptTheirValue() {
        assertEquals(
                "The search also covered hidden units (16). It kept the baseline's setting there, so there is nothing to"
                        + " compare.",
                recorded(BundledCases.named("wine")).unchangedText());
        assertEquals("", recorded(CANCER).unchangedText());
        for (Case subject : BundledCases.all()) {
            Set<String> keys = new HashSet<>(subject.tunedKeys());
            keys.addAll(ContributionReport.unchangedKeys(subject));
            assertEquals(new HashSet<>(subject.study().space().keys()), keys, subject.name());
            assertEquals(
                    subject.study().space().keys().size(),
                    subject.tunedKeys().size()
                            + ContributionReport.unchangedKeys(subject).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleHasASentenceInBothLanguages(Role role) {
        for (Language language : Language.values()) {
            assertTrue(Texts.in(language).get("case.role." + role, "η").startsWith("η"));
        }
    }

    @Test
    void withoutSingleChangesThereIsNoChart() {
        CaseScores old = CaseScores.of(List.of(0.5, 0.6), List.of(0.7, 0.7));
        ContributionReport report = new ContributionReport(CANCER, old, ENGLISH);

        assertTrue(report.isEmpty());
        assertEquals(ContributionsChart.Model.EMPTY, report.chart());
        assertEquals(List.of(), report.keyTexts());
        assertEquals("", report.linearText());
        CaseScores partial = old.with(Configuration.setBackAlone("training.batchSize"), List.of(0.5, 0.5));
        ContributionReport setBack = new ContributionReport(CANCER, partial, ENGLISH);
        assertFalse(setBack.isEmpty());
        assertEquals("–", setBack.rows().get(0).changedAlone());
        assertEquals(List.of(), setBack.keyTexts(), "no role without both comparisons");
    }

    @Test
    void chartHasOneRowPerKeyAndTwoForTheWhole() {
        ContributionsChart.Model chart = recorded(DIABETES).chart();

        assertEquals(
                List.of("L2 penalty", "hidden units", "all tuned values", "linear reference"),
                chart.rows().stream().map(ContributionsChart.Row::name).toList());
        assertEquals(
                List.of(2, 2, 1, 1),
                chart.rows().stream().map(row -> row.gains().size()).toList());
        assertEquals(4.9, chart.rows().get(2).gains().get(0).mean(), 0.05, "a lower error is a gain");
        assertEquals("", chart.unit());
        assertEquals(1.34, recorded(CANCER).chart().rows().get(3).gains().get(0).mean(), 0.005, "in percentage points");
    }
}
