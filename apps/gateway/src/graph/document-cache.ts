import type { CheckedDocument } from './checked-document';

const mostDocuments = 500;
const longestText = 10_000;

/**
 * Remembers checked documents by their text: the same few screens ask the same few documents, and the planner keeps its plans by
 * the document object. The document used longest ago goes first; very long ones are not kept.
 */
export class DocumentCache {
  private readonly known = new Map<string, CheckedDocument>();

  constructor(private readonly check: (text: string) => CheckedDocument) {}

  get(text: string): CheckedDocument {
    const checked = this.known.get(text) ?? this.check(text);
    if (text.length > longestText) return checked;
    this.known.delete(text);
    this.known.set(text, checked);
    const [oldest] = this.known.keys();
    if (this.known.size > mostDocuments && oldest !== undefined) this.known.delete(oldest);
    return checked;
  }
}
