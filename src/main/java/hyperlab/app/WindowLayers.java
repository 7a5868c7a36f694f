package hyperlab.app;

import hyperlab.app.notice.NoticeList;
import hyperlab.app.notice.NoticeStack;
import hyperlab.app.settings.SettingsSheet;
import hyperlab.ui.Preferences;
import javafx.beans.property.ObjectProperty;

/**
 * What lies over the stage and the window.
 *
 * @param notices the notices
 * @param noticeStack the node that shows them
 * @param settings the sheet with the settings
 * @param preferences what the user has set
 */
record WindowLayers(
        NoticeList notices, NoticeStack noticeStack, SettingsSheet settings, ObjectProperty<Preferences> preferences) {}
