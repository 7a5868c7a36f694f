/**
 * The JSON and CSV formats: reading, validating and safely writing experiments, weights and run folders. Depends on the
 * core and Jackson. Stateless; any thread. It has more than 40 files because the formats refer to each other: an
 * experiment is a part of a study, a case, a map and a run folder.
 */
@NullMarked
package hyperlab.file;

import org.jspecify.annotations.NullMarked;
