/** What a service and its first subject are called, in every shape that files and code need. */
export type Names = Readonly<Record<(typeof placeholders)[number], string>>;

const placeholders = [
  'service',
  'subject',
  'Subject',
  'subjectCamel',
  'subjectTable',
  'SUBJECT',
  'words',
  'Words',
  'stamp',
] as const;

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * @param service the owner's name, as in `apps/<service>`
 * @param subject the first aggregate, as in `apps/<service>/src/<subject>`; its type is unique in the whole graph
 * @throws RangeError when one is not written in small letters with hyphens
 */
export function namesOf(service: string, subject: string, now: Date): Names {
  for (const name of [service, subject]) {
    if (!kebab.test(name)) throw new RangeError(`"${name}" is no name: small letters, digits and single hyphens.`);
  }
  const words = subject.split('-');
  const pascal = words.map(capital).join('');
  return {
    service,
    subject,
    Subject: pascal,
    subjectCamel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    subjectTable: words.join('_'),
    SUBJECT: words.join('_').toUpperCase(),
    words: words.join(' '),
    Words: capital(words.join(' ')),
    stamp: now.toISOString().replace(/\D/g, '').slice(0, 14),
  };
}

/** Fills the names into a template's text or path. */
export function fillIn(template: string, names: Names): string {
  const pattern = new RegExp(`__(${placeholders.join('|')})__`, 'g');
  return template.replace(pattern, (_, placeholder: keyof Names) => names[placeholder]);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
