/**
 * Reading and writing files safely: new content replaces a file only when it is complete, rows are appended under a
 * lock, and a folder that is being written is locked. Knows nothing about formats. Any thread.
 */
@NullMarked
package hyperlab.file.disk;

import org.jspecify.annotations.NullMarked;
