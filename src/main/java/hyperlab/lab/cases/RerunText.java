package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.concurrent.StudyRunner;
import java.util.List;

/** The lab's texts about running all cases again. */
final class RerunText {
    private final Texts texts;

    RerunText(Texts texts) {
        this.texts = texts;
    }

    String buttonText(CasesViewModel lab) {
        return lab.rerun().isRunning()
                ? texts.get("cases.again.stop")
                : texts.get("cases.again.run", lab.caseFilter().all().size());
    }

    /** The progress of the rerun, or whether the recorded scores were reproduced. */
    String statusText(CasesViewModel lab) {
        StudyRunner.StudyStatus<CaseRerunner.RerunScores> state =
                lab.rerun().stateProperty().get();
        List<Case> all = lab.caseFilter().all();
        long reproduced = count(lab, all, CaseRerunner.RerunVerdict.SAME);
        long different = count(lab, all, CaseRerunner.RerunVerdict.DIFFERENT);
        if (state.isRunning()) {
            return texts.get("cases.again.running", NumberFormats.format(Math.floor(100 * state.share()), 3));
        }
        if (reproduced + different == 0) {
            return texts.get("cases.again.about");
        }
        return different == 0
                ? texts.get("cases.again.same", (int) reproduced, all.size())
                : texts.get("cases.again.different", (int) different, (int) (reproduced + different));
    }

    private static long count(CasesViewModel lab, List<Case> all, CaseRerunner.RerunVerdict verdict) {
        return all.stream().filter(one -> lab.rerun().verdict(one) == verdict).count();
    }
}
