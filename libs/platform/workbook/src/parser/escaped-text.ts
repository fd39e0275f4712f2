const escape = /_x([0-9A-Fa-f]{4})_/g;

/** The text that a workbook's string stands for: `_x000D_` is a carriage return, `_x005F_` an underscore before such a code. */
export function unescapedText(text: string): string {
  return text.includes('_x')
    ? text.replace(escape, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
