/** Why something may not be done: a stable code, the field at fault, what is wrong with it and what to do about it. */
export interface Problem<Code extends string = string> {
  code: Code;
  field: string;
  problem: string;
  advice: string;
}
