package hyperlab.app;

import hyperlab.rule.Refusal;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A refusal in the person's language. The core speaks English alone; the English bundle holds its complaints word by
 * word, which is how one is known again and said in another language. One that is not among them stays as it is.
 */
public final class RefusalWords {
    private static final int MOST_ARGUMENTS = 4;
    private static final String HOLE = "\uE000";

    /** The particular before the general: the first that fits is said. */
    private static final List<String> KEYS = List.of(
            "refusal.absent",
            "refusal.folder",
            "refusal.folderForCsv",
            "refusal.notAllowedToRead",
            "refusal.notAllowedToReadCsv",
            "refusal.notRead",
            "refusal.notAllowedToWrite",
            "refusal.onTheWay",
            "refusal.notWritten",
            "refusal.empty",
            "refusal.noHeader",
            "refusal.noRows",
            "refusal.noPicture",
            "refusal.noExperiment",
            "refusal.nothingToPaste",
            "refusal.twoClasses",
            "refusal.damaged",
            "refusal.torn",
            "refusal.noJson",
            "refusal.notUtf8",
            "refusal.openQuote",
            "refusal.separator",
            "refusal.path",
            "refusal.unknownKey",
            "refusal.givenTwice",
            "refusal.noFormat",
            "refusal.ragged",
            "refusal.unknownColumn",
            "refusal.columnTwice",
            "refusal.neitherNumberNorClass",
            "refusal.noNumbers",
            "refusal.tooFewRows",
            "refusal.oneRowAlone",
            "refusal.oneColumn",
            "refusal.noFeature",
            "refusal.noTarget",
            "refusal.longField",
            "refusal.timedCase",
            "refusal.allFailed",
            "refusal.nothingTuned",
            "refusal.oneClass",
            "refusal.manyClasses",
            "refusal.split",
            "refusal.secondClass",
            "refusal.fewerRows",
            "refusal.atMost",
            "refusal.imageSides",
            "refusal.imageNumbers",
            "refusal.needsImages",
            "refusal.noPixelDilated",
            "refusal.noPixel",
            "refusal.noPixelPooled",
            "refusal.largeMaps",
            "refusal.race",
            "refusal.gridPoints",
            "refusal.objective",
            "refusal.functionMethod",
            "refusal.noVariable",
            "refusal.mustBeGiven",
            "refusal.oneOf",
            "refusal.goesOn",
            "refusal.given",
            "refusal.nested",
            "refusal.bias",
            "refusal.numbersAsBefore",
            "refusal.listsAsBefore",
            "refusal.oneRow",
            "refusal.oneList",
            "refusal.oneNumber",
            "refusal.tooManyNumbers",
            "refusal.networks",
            "refusal.layers",
            "refusal.numbers",
            "refusal.wholeOrFull",
            "refusal.lossOfNumbers",
            "refusal.listOfNumbers",
            "refusal.listOfRows",
            "refusal.list",
            "refusal.object",
            "refusal.jsonObject",
            "refusal.study",
            "refusal.anotherColumn",
            "refusal.threeColumns",
            "refusal.sourceCsv",
            "refusal.twoNumbers",
            "refusal.link",
            "refusal.linkSeed",
            "refusal.noEquals",
            "refusal.wholeList",
            "refusal.finiteNumber",
            "refusal.positive",
            "refusal.notNegative",
            "refusal.finite",
            "refusal.wholeAtLeast",
            "refusal.wholeWithin",
            "refusal.atLeastBelow",
            "refusal.between",
            "refusal.within",
            "refusal.number",
            "refusal.whole",
            "refusal.startNotFinite",
            "refusal.formula.operandEnd",
            "refusal.formula.operand",
            "refusal.formula.operator",
            "refusal.formula.bracketEnd",
            "refusal.formula.bracket",
            "refusal.formula.commaEnd",
            "refusal.formula.comma",
            "refusal.formula.callEnd",
            "refusal.formula.call",
            "refusal.formula.name",
            "refusal.formula.sign",
            "refusal.formula.number",
            "refusal.formula.deep",
            "refusal.formula.onlyX",
            "refusal.formula.long",
            "refusal.formula.parts",
            "refusal.formula.empty",
            "refusal.formula.constant",
            "refusal.formula.both",
            "refusal.formula.nowhere",
            "refusal.formula.orName",
            "refusal.formula.noParameter",
            "refusal.oneOfThese",
            "refusal.mustBe");

    private static final List<Known> ALL =
            KEYS.stream().map(key -> new Known(key, pattern(key))).toList();

    private record Known(String key, Pattern english) {}

    private RefusalWords() {}

    /** The refusal in one line: what was refused, the rule, the value. */
    public static String line(Refusal refusal, Texts texts) {
        return texts.language() == Language.ENGLISH
                ? refusal.line()
                : texts.get("refusal.line", refusal.name(), complaint(refusal.complaint(), texts));
    }

    /** The rule and the value alone. */
    public static String complaint(String complaint, Texts texts) {
        if (texts.language() == Language.ENGLISH) {
            return complaint;
        }
        for (Known known : ALL) {
            Matcher matcher = known.english.matcher(complaint);
            if (matcher.matches()) {
                Object[] arguments = IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toArray();
                return texts.get(known.key, arguments);
            }
        }
        return complaint;
    }

    /** What the English text of {@code key} may look like with any arguments, each a group. */
    private static Pattern pattern(String key) {
        Object[] holes = IntStream.range(0, MOST_ARGUMENTS).mapToObj(k -> HOLE).toArray();
        String text = Texts.in(Language.ENGLISH).get(key, holes);
        return Pattern.compile(Pattern.quote(text).replace(HOLE, "\\E(.*)\\Q"), Pattern.DOTALL);
    }
}
