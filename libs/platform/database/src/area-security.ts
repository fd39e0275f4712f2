/**
 * The statements that put a table behind row-level security by area; for a migration. Without a scope in the transaction
 * no row is seen or written, and the owner of the table is held to it too.
 *
 * `column` holds an area code; a row belongs to a scope when its code begins with one of the scope's areas.
 */
export function secureByArea(table: string, column = 'area_code'): string[] {
  // The list is a sub-select so that it is split once per statement and not once per row.
  const inScope = `${column} ^@ ANY ((SELECT string_to_array(current_setting('jingzhun.scope', true), ','))::text[])`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_by_area ON ${table} USING (${inScope}) WITH CHECK (${inScope})`,
  ];
}
