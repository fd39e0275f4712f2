export { deadlineBreachedV1, type DeadlineBreached } from './deadline-breached.v1';
export { extensionGrantedV1, type ExtensionGranted } from './extension-granted.v1';
export { reminderSentV1, type ReminderSent } from './reminder-sent.v1';
