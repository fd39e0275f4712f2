const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold at all, half a character of two among it. */
const impossible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** What would be read as one of the escapes of a workbook's string. */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text for an element or an attribute of XML. What XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(impossible, '\ufffd').replace(/[&<>"]/g, (sign) => markup[sign]!);
}

/** Text for a cell: XML would turn a carriage return into a line feed, so it goes in a workbook's own escape. */
export function cellText(text: string): string {
  return xmlText(text.replace(escapeLike, '_x005F_').replace(/\r/g, '_x000D_'));
}
