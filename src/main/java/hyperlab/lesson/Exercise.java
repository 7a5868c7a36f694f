package hyperlab.lesson;

/**
 * A question at the end of a page. Its answer is computed from the settings of the question, which a link opens in
 * their lab.
 *
 * @param question asks for a choice or a number
 * @param explanation is shown after the answer
 */
public record Exercise(Step.Predict question, Step.Explain explanation) {}
