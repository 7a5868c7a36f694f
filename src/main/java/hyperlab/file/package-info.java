/**
 * The JSON and CSV formats: reading, validating and writing experiments, weights and run folders. {@code file.disk}
 * writes the files safely. Depends on the core and Jackson. Stateless; any thread. It has more than 40 files because
 * the formats refer to each other: an experiment is a part of a study, a case, a map and a run folder.
 */
@NullMarked
package hyperlab.file;

import org.jspecify.annotations.NullMarked;
