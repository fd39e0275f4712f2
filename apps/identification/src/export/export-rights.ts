import { entryWorkbookRight } from '../entry-workbook/entry-workbook.export';
import { assessmentsRight } from './assessments.export';
import type { ExportKindName, ExportRight } from './export-kind';
import { poorHouseholdsRight } from './poor-households.export';
import { registerInFullRight, registerRight } from './register.export';
import { scoreLineTableRight } from './score-line-table.export';

/** The right to each kind of export. */
export const exportRights: Readonly<Record<ExportKindName, ExportRight>> = {
  entryWorkbook: entryWorkbookRight,
  register: registerRight,
  registerInFull: registerInFullRight,
  assessments: assessmentsRight,
  poorHouseholds: poorHouseholdsRight,
  scoreLineTable: scoreLineTableRight,
};

/** Whoever may have an export of some kind. */
export const exporters = [...new Set(Object.values(exportRights).flatMap(({ roles }) => roles))];
