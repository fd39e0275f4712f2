const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` can be the id of one of our records; anything else names nothing and is not asked of the database. */
export function isUuid(text: string): boolean {
  return shape.test(text);
}
