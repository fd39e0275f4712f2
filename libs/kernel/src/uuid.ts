/** Whether `text` has the shape of the ids our records bear. Anything else can be no record's id and need not be looked for. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
