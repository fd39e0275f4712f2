/** The figures of the reference county (reference/domain.md section 0), from which every smaller county is scaled. */
export const luocheng = {
  households: 54_860,
  inPoorVillages: 32_103,
  townships: 11,
  villages: 137,
  /** A guess: 84 poor villages are reported without a source that names them. Which ones is drawn by the seed. */
  poorVillages: 84,
  groups: 1_714,
  hamlets: 1_637,
  workers: 1_380,
} as const;

/** Registered population by township in thousands: 2022 for the towns, a guess for the last four. Used as weights only. */
export const populationOfTownship: Readonly<Record<string, number>> = {
  '451225100': 101,
  '451225101': 55,
  '451225102': 25,
  '451225103': 40,
  '451225105': 57,
  '451225106': 23,
  '451225107': 23,
  '451225200': 18,
  '451225202': 13,
  '451225203': 11,
  '451225204': 21,
};

export const taskGroups = [
  '综合协调',
  '资金政策',
  '基础设施',
  '产业开发',
  '移民搬迁',
  '公共服务',
  '组织保障',
  '绩效考评',
  '工作督察',
] as const;

/** The day all ages refer to: the standard time point of the 2015 campaign. */
export const standardDay = '2015-10-16';
