type Values = Readonly<Record<string, string | number | undefined>>;

/** The words of the column that says whether a household is vetoed. */
export const vetoWords = { yes: '是', no: '否' } as const;

/**
 * The sheet on which clerks enter totals and vetoes (录入表): one household a row, in the columns that the entry form got during
 * the campaign (reference/domain.md 1, "vetoed yes/no" and "veto reason"). Plain data, in the shape that workbooks are described in.
 *
 * The bounds of the total only catch a slip of the finger: what counts is that it is the total of the signed sheet.
 */
export const entrySheet = {
  name: '录入表',
  maximumRows: 100_000,
  mayBeLeftOpen: true,
  columns: [
    { key: 'number', header: '户编号', kind: 'code', pattern: /^\d{19}$/, unique: true, width: 23 },
    { key: 'head', header: '户主', kind: 'text', maximumLength: 50, width: 12 },
    { key: 'village', header: '行政村', kind: 'text', maximumLength: 100, width: 16 },
    { key: 'group', header: '村民小组', kind: 'text', maximumLength: 100, width: 16 },
    { key: 'version', header: '版本', kind: 'integer', minimum: 1, maximum: 1_000_000, hidden: true },
    { key: 'total', header: '总分', kind: 'integer', minimum: 0, maximum: 999, open: true, width: 8 },
    { key: 'vetoed', header: '是否一票否决', kind: 'choice', choices: [vetoWords.yes, vetoWords.no], open: true },
    {
      key: 'vetoReason',
      header: '否决原因',
      kind: 'text',
      maximumLength: 200,
      open: true,
      required: false,
      width: 40,
    },
  ],
  checkRow: ({ vetoed, vetoReason }: Values) => {
    if (vetoed === vetoWords.yes && vetoReason === undefined)
      return { key: 'vetoReason', code: 'VETO_WITHOUT_REASON', reason: 'A veto has no reason. Enter it.' };
    if (vetoed === vetoWords.no && vetoReason !== undefined)
      return {
        key: 'vetoReason',
        code: 'REASON_WITHOUT_VETO',
        reason: 'There is the reason of a veto, but no veto. Correct one of the two.',
      };
    return undefined;
  },
} as const;
