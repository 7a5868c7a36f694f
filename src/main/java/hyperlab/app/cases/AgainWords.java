package hyperlab.app.cases;

import hyperlab.app.concurrent.StudyRunner;
import hyperlab.cases.Case;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;

/** The lab's texts about running all cases again. */
final class AgainWords {
    private final Texts texts;

    AgainWords(Texts texts) {
        this.texts = texts;
    }

    String button(CasesViewModel lab) {
        return lab.rerun().isRunning()
                ? texts.get("cases.again.stop")
                : texts.get("cases.again.run", lab.shelf().all().size());
    }

    /** The progress of the rerun, or whether the recorded scores were reproduced. */
    String about(CasesViewModel lab) {
        StudyRunner.StudyStatus<Rerun.Found> state = lab.rerun().state().get();
        List<Case> all = lab.shelf().all();
        long same = count(lab, all, Rerun.Verdict.SAME);
        long other = count(lab, all, Rerun.Verdict.DIFFERENT);
        if (state.isRunning()) {
            return texts.get("cases.again.running", NumberFormats.format(Math.floor(100 * state.share()), 3));
        }
        if (same + other == 0) {
            return texts.get("cases.again.about");
        }
        return other == 0
                ? texts.get("cases.again.same", (int) same, all.size())
                : texts.get("cases.again.different", (int) other, (int) (same + other));
    }

    private static long count(CasesViewModel lab, List<Case> all, Rerun.Verdict verdict) {
        return all.stream().filter(one -> lab.rerun().verdict(one) == verdict).count();
    }
}
