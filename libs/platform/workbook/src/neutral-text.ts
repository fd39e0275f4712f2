/**
 * What a spreadsheet takes for the beginning of a formula when the text is typed in or read from CSV: the OWASP list, with the
 * full-width signs that some programs take for the plain ones. Apostrophes before it count with it, so that
 * `plainText(neutralText(text))` is `text` for every text.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Text that no spreadsheet executes: an apostrophe goes before a beginning that could be one of a formula. */
export function neutralText(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text as it was before `neutralText`. */
export function plainText(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text;
}
