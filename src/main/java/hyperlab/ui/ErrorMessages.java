package hyperlab.ui;

import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Translates error messages into the user's language. The core produces English messages only. The English bundle
 * contains each of them as a pattern, so a message can be recognized and translated. Unknown messages stay in English.
 */
public final class ErrorMessages {
    private static final int MAX_ARGUMENTS = 4;
    private static final String PLACEHOLDER = "\uE000";

    /** Specific patterns come before general ones; the first match is used. */
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

    private static final List<KnownMessage> KNOWN_MESSAGES =
            KEYS.stream().map(key -> new KnownMessage(key, pattern(key))).toList();

    private record KnownMessage(String key, Pattern english) {}

    private ErrorMessages() {}

    /** The error in one line: the name, the rule and the value. */
    public static String message(InvalidInputException refusal, Texts texts) {
        return texts.language() == Language.ENGLISH
                ? refusal.line()
                : texts.get("refusal.line", refusal.name(), detail(refusal.detail(), texts));
    }

    /** The rule and the value, without the name. */
    public static String detail(String detail, Texts texts) {
        if (texts.language() == Language.ENGLISH) {
            return detail;
        }
        for (KnownMessage known : KNOWN_MESSAGES) {
            Matcher matcher = known.english.matcher(detail);
            if (matcher.matches()) {
                Object[] arguments = IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toArray();
                return texts.get(known.key, arguments);
            }
        }
        return detail;
    }

    /**
     * A pattern that matches the English text of {@code key} with any arguments; each argument is a capturing group.
     */
    private static Pattern pattern(String key) {
        Object[] placeholders =
                IntStream.range(0, MAX_ARGUMENTS).mapToObj(k -> PLACEHOLDER).toArray();
        String text = Texts.in(Language.ENGLISH).get(key, placeholders);
        return Pattern.compile(Pattern.quote(text).replace(PLACEHOLDER, "\\E(.*)\\Q"), Pattern.DOTALL);
    }
}
