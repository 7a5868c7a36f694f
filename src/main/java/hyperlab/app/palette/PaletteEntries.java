package hyperlab.app.palette;

import hyperlab.app.palette.PaletteEntry.Kind;
import hyperlab.lab.LabName;
import hyperlab.learn.Glossary;
import hyperlab.learn.Inline;
import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkTarget;
import hyperlab.learn.PageKeywords;
import hyperlab.lesson.BundledLessons;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.field.FieldRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All entries of the palette. */
final class PaletteEntries {
    /** Ends the key of the words by which an entry is found besides its name. */
    private static final String KEYWORDS = ".keywords";

    private PaletteEntries() {}

    /** What does not change: labs, actions, examples, lessons, pages and terms. */
    static List<PaletteEntry> fixed(PaletteActions actions) {
        List<PaletteEntry> entries = new ArrayList<>();
        List<LabName> labs = actions.labs();
        for (LabName lab : labs) {
            entries.add(new PaletteEntry(
                    Kind.LAB,
                    names(texts -> texts.get(lab.titleKey())),
                    Shortcut.labKeys(labs.indexOf(lab)),
                    () -> actions.showLab(lab)));
        }
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut != Shortcut.PALETTE && shortcut != Shortcut.SLOW_MOTION) {
                entries.add(new PaletteEntry(
                        Kind.ACTION,
                        names(texts -> texts.get(shortcut.nameKey())),
                        Texts.in(Language.ENGLISH).has(shortcut.nameKey() + KEYWORDS)
                                ? keywords(shortcut.nameKey() + KEYWORDS)
                                : Set.of(),
                        shortcut.keys(),
                        () -> actions.run(shortcut)));
            }
        }
        // Its key works in one lab only; the entry also goes there.
        entries.add(new PaletteEntry(
                Kind.ACTION,
                names(texts -> texts.get(Shortcut.SLOW_MOTION.nameKey())),
                keywords("shell.slowMotion.keywords"),
                Shortcut.SLOW_MOTION.keys(),
                actions::showSlowMotion));
        entries.add(new PaletteEntry(
                Kind.ACTION, names(texts -> texts.get("shell.startFresh.lab")), "", actions::startFresh));
        entries.add(new PaletteEntry(
                Kind.ACTION,
                names(texts -> texts.get("shell.worksheets")),
                keywords("shell.worksheets.keywords"),
                "",
                actions::showWorksheets));
        entries.add(new PaletteEntry(
                Kind.ACTION,
                names(texts -> texts.get("shell.settings.sound")),
                keywords("shell.settings.sound.keywords"),
                Shortcut.SETTINGS.keys(),
                () -> actions.run(Shortcut.SETTINGS)));
        addExamples(entries, actions);
        for (String name : BundledLessons.NAMES) {
            entries.add(new PaletteEntry(
                    Kind.LESSON,
                    names(texts -> BundledLessons.title(name, texts.language())),
                    lessonTerms(name),
                    "",
                    () -> actions.startLesson(name)));
        }
        for (String name : LearnPages.NAMES) {
            entries.add(new PaletteEntry(
                    Kind.PAGE,
                    names(texts -> texts.get("learn.name." + name)),
                    Set.copyOf(PageKeywords.of(name)),
                    "",
                    () -> actions.openPage(name)));
        }
        Glossary.terms(Language.ENGLISH)
                .forEach(term -> entries.add(new PaletteEntry(
                        Kind.TERM,
                        names(texts -> term.word(texts.language())),
                        "",
                        () -> actions.showTerm(term.english()))));
        return entries;
    }

    /** The settings and the cases that the pages link to, each once, with the name of its page. */
    private static void addExamples(List<PaletteEntry> entries, PaletteActions actions) {
        Set<LinkTarget> known = new HashSet<>();
        for (String page : LearnPages.NAMES) {
            int count = LearnPages.of(page, Language.ENGLISH).links().size();
            for (int k = 0; k < count; k++) {
                int index = k;
                LinkTarget target = link(page, Language.ENGLISH, k).target();
                if (!(target instanceof LinkTarget.PageTarget) && known.add(target)) {
                    entries.add(new PaletteEntry(
                            Kind.EXAMPLE,
                            names(texts -> texts.get(
                                    "shell.palette.exampleOf",
                                    link(page, texts.language(), index).text(),
                                    texts.get("learn.name." + page))),
                            "",
                            () -> actions.openExample(target)));
                }
            }
        }
    }

    private static Inline.Link link(String page, Language language, int index) {
        return LearnPages.of(page, language).links().get(index);
    }

    /** What can be read without leaving a lesson for good: pages and terms. */
    static List<PaletteEntry> readable(List<PaletteEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.PAGE || entry.kind() == Kind.TERM)
                .toList();
    }

    /**
     * The settings of the lab on stage, which depend on its state. FX thread only.
     *
     * @param bundle the bundle whose texts name them
     */
    static List<PaletteEntry> settings(PaletteActions actions, Language language, String bundle) {
        return actions.settingsPanels().stream()
                .flatMap(panel -> SettingRows.of(panel).stream())
                .map(row -> setting(row, actions, language, bundle))
                .toList();
    }

    private static PaletteEntry setting(FieldRow row, PaletteActions actions, Language language, String bundle) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        Stream.of(Language.values())
                .filter(other -> other != language)
                .forEach(other -> Texts.in(language)
                        .translate(row.name(), Texts.in(other), bundle)
                        .ifPresent(name -> names.put(other, name)));
        names.put(language, row.name());
        return new PaletteEntry(Kind.SETTING, names, "", () -> actions.focusSetting(row));
    }

    private static Map<Language, String> names(Function<Texts, String> name) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, name.apply(Texts.in(language)));
        }
        return names;
    }

    /** The keywords of all languages, which a text lists with commas. */
    private static Set<String> keywords(String key) {
        return names(texts -> texts.get(key)).values().stream()
                .flatMap(words -> Pattern.compile(",\\s*").splitAsStream(words))
                .collect(Collectors.toSet());
    }

    /** The terms of the glossary, in each language, that a lesson uses. */
    private static Set<String> lessonTerms(String name) {
        Set<String> terms = new HashSet<>();
        for (Language language : Language.values()) {
            String text = PaletteSearch.comparable(BundledLessons.markdown(name, language));
            Glossary.terms(language).stream()
                    .map(term -> term.word(language))
                    .filter(word -> text.contains(PaletteSearch.comparable(word)))
                    .forEach(terms::add);
        }
        return terms;
    }
}
