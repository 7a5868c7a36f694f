package hyperlab.lesson.ask;

import static hyperlab.lesson.ask.QuestionBuilder.show;

import hyperlab.cases.Case;
import hyperlab.cases.CaseContributions;
import hyperlab.cases.KeyContribution;
import hyperlab.cases.ScoreComparison;
import hyperlab.cases.ScoreComparison.Verdict;
import hyperlab.file.Document;
import hyperlab.lesson.Question;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.text.KeyNames;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the gain of a worked case is larger than luck, and which key gained the most. */
final class CaseQuestions implements SubjectQuestions {
    private final Case subject;
    private final boolean open;
    private final Texts texts;
    private final CaseContributions contributions;

    CaseQuestions(Case subject, int selected, Texts texts) {
        this.subject = subject;
        this.texts = texts;
        open = selected != AskedState.NONE;
        contributions = CaseContributions.of(subject.recordedScores(), subject.metric());
    }

    @Override
    public List<Supplier<Optional<AskedQuestion>>> kinds() {
        return open ? List.of(this::gain, this::largestKey) : List.of();
    }

    @Override
    public String noneKey() {
        return open ? "ask.none.case" : "ask.none.gallery";
    }

    private QuestionBuilder builder(String kind) {
        return new QuestionBuilder(texts, new Document.OfCase(subject), "ask.case." + kind);
    }

    private String metric() {
        return texts.get("ask.case.metric." + subject.metric().fileName());
    }

    private Optional<AskedQuestion> gain() {
        ScoreComparison total = contributions.total();
        if (total == null || total.verdict() == Verdict.CONSTANT) {
            return Optional.empty();
        }
        return builder("gain")
                .answeredBy("cases-gain")
                .option("better", total.verdict() == Verdict.BETTER)
                .option("open", total.verdict() == Verdict.OPEN)
                .option("worse", total.verdict() == Verdict.WORSE)
                .choice(
                        texts.get(
                                "ask.case.gain.why",
                                Integer.toString(total.gain().pairs()),
                                metric(),
                                show(total.gain().from()),
                                show(total.gain().to()),
                                Integer.toString(total.betterCount())),
                        Integer.toString(total.gain().pairs()),
                        metric());
    }

    /** Asks only if the interval of one key lies above those of all others. */
    private Optional<AskedQuestion> largestKey() {
        KeyContribution largest = contributions.largestAlone();
        if (largest == null || contributions.keys().size() > Question.Choice.MAX_OPTIONS) {
            return Optional.empty();
        }
        ScoreComparison alone = Objects.requireNonNull(largest.changedAlone());
        QuestionBuilder builder = builder("key").answeredBy("cases-contributions");
        for (KeyContribution key : contributions.keys()) {
            builder.optionWithBelief(
                    key.key(),
                    KeyNames.of(key.key(), texts),
                    key.equals(largest),
                    texts.get("ask.case.key.belief", KeyNames.of(key.key(), texts)));
        }
        return builder.choice(texts.get(
                "ask.case.key.why",
                KeyNames.of(largest.key(), texts),
                metric(),
                show(alone.gain().mean()),
                show(alone.gain().from()),
                show(alone.gain().to())));
    }
}
