/**
 * Notices: short messages that float over the stage. {@link hyperlab.app.notice.NoticeList} decides which are shown and
 * for how long, {@link hyperlab.app.notice.NoticeStack} shows them. It uses {@code lab} for the names of the labs,
 * {@code ui} and {@code text}. FX thread only.
 */
@NullMarked
package hyperlab.app.notice;

import org.jspecify.annotations.NullMarked;
