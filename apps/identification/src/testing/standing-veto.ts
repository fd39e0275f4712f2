import type { Client } from 'pg';

/** Lets a veto stand against a household, as if the meetings and the township had been through with it. `owner` sees every row. */
export async function letVetoStand(owner: Client, householdNumber: string): Promise<void> {
  await owner.query(
    `INSERT INTO veto (id, household_id, area_code, rule, reason, evidence, proposed_by, proposed_at, steps, state)
     SELECT gen_random_uuid(), id, area_code, 'V4', 'a car', '[]', gen_random_uuid(), now(), '[{"step": "stand"}]', 'standing'
       FROM household WHERE number = $1`,
    [householdNumber],
  );
}
