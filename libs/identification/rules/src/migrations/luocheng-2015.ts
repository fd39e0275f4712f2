import { luocheng2015EntryForm, luocheng2015Form } from '../forms/luocheng-2015';
import { keepFacts, type SheetMigration } from '../sheet-migration';

/** From the form of the visits to the form of the entry: two lines more, both filled from the vetoes on record. */
export const luocheng2015ToEntry: SheetMigration = {
  from: luocheng2015Form.version,
  to: luocheng2015EntryForm.version,
  rules: keepFacts(luocheng2015Form),
};
