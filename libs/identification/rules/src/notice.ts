/**
 * What a public notice may show of a household; a profile chooses among these and there are no others. `code` is the number
 * within the group, `head` the name of the head with a character masked, `points` those of the items that may be published.
 *
 * Nothing here is an identity number, a phone, an illness or a school (domain reference 9.3, M2), and nothing can become one.
 */
export const noticeColumns = ['rank', 'code', 'head', 'points', 'total', 'vetoes'] as const;
export type NoticeColumn = (typeof noticeColumns)[number];

/** The allow-list of a campaign's notices. */
export interface NoticeRule {
  columns: NoticeColumn[];
}
