package hyperlab.lab.learn.illustration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Case;
import hyperlab.cases.CaseContributions;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.KeyContribution.Role;
import hyperlab.cases.ScoreComparison.Verdict;
import hyperlab.file.BundledCases;
import hyperlab.lab.LabContext;
import hyperlab.learn.LearnPages;
import hyperlab.text.Language;
import hyperlab.train.Quantiles;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialRecord;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks statements on the pages that are not numbers, and the numbers of the cases. See also {@link PageClaimsTest}. */
class PageNumbersTest {
    private static LabContext context() {
        return new LabContext(
                new Messages(Language.ENGLISH), new Appearance(Theme.LIGHT), null, null, null, null, null, null);
    }

    /** Asserts that the page contains these texts in both languages. */
    private static void assertPageContains(String page, String... texts) {
        for (Language language : Language.values()) {
            String markdown = LearnPages.markdown(page, language);
            for (String text : texts) {
                assertTrue(markdown.contains(text), () -> page + " in " + language + " lacks " + text);
            }
        }
    }

    @Test
    void ensembleIsNeverWorseThanTheMeanOfItsMembers() {
        EnsembleIllustration.EnsembleLosses losses = new EnsembleIllustration(context()).compute();
        for (int epoch = 0; epoch < losses.ensemble().length; epoch++) {
            int at = epoch;
            double mean = losses.members().stream()
                    .mapToDouble(member -> member[at])
                    .average()
                    .orElseThrow();
            assertTrue(losses.ensemble()[epoch] <= mean, "epoch " + epoch);
        }
    }

    @Test
    void searchDrawsEightTrialsAndApproachesTheMinimum() {
        assertEquals(8, ((SearchMethod.Bayesian) LinkedSettings.study("branin").method()).initial());
        double best = new SearchIllustration(context())
                .compute().rows().stream().mapToDouble(TrialRecord::value).min().orElseThrow();
        assertEquals(0.3979, best, 0.05);
        assertEquals(25, LinkedSettings.study("branin").trials());
        assertTrue(LearnPages.markdown("tuning", Language.ENGLISH).contains("eight points drawn at random"));
        assertTrue(LearnPages.markdown("tuning", Language.KOREAN).contains("처음 여덟 번은 무작위"));
    }

    @Test
    void caseGainsMatchThePage() {
        Case wine = BundledCases.named("wine");
        assertPageContains(
                "cases",
                percent(wine.recordedScores().array(Configuration.BEFORE)),
                percent(wine.recordedScores().array(Configuration.AFTER)),
                percent(wine.recordedScores().array(Configuration.changedAlone("data.standardize"))),
                percent(wine.recordedScores().array(Configuration.setBackAlone("data.standardize"))),
                percent(wine.recordedScores().array(Configuration.LINEAR)));
        assertPageContains(
                "cases",
                percent(BundledCases.named("digits")
                        .recordedScores()
                        .array(Configuration.setBackAlone("network.activation.name"))));
        assertEquals(Role.ALONE_AND_NEEDED, role("iris", "training.learningRate"));
        assertEquals(Role.PART_AND_NEEDED, role("diabetes", "training.penalty.l2"));
        assertEquals(Role.PART_AND_NEEDED, role("diabetes", "network.hidden"));
        assertEquals(
                Verdict.OPEN,
                Objects.requireNonNull(contributions("penguins").total()).verdict());
        assertEquals(
                Verdict.WORSE,
                Objects.requireNonNull(contributions("diabetes").keys().get(0).interaction())
                        .verdict());
    }

    private static CaseContributions contributions(String name) {
        Case subject = BundledCases.named(name);
        return CaseContributions.of(subject.recordedScores(), subject.metric());
    }

    private static @Nullable Role role(String name, String key) {
        return contributions(name).keys().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow()
                .role();
    }

    private static String percent(double[] scores) {
        return String.format(Locale.ROOT, "%.1f", 100 * Quantiles.of(scores).median());
    }
}
