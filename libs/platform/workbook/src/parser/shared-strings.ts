import type { WorkbookLimits } from '../limits';
import type { Archive } from './archive';
import { Elements } from './elements';
import { unescapedText } from './escaped-text';
import { Refused } from './refused';

/** The texts that cells refer to by number. Of a rich text its runs are joined; readings (ruby) are left out. */
export async function readSharedStrings(archive: Archive, part: string, limits: WorkbookLimits): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  let text = '';
  let inText = false;
  let inReading = false;
  const elements = new Elements(
    {
      open: ({ name }) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') inReading = true;
        else if (name === 't') inText = !inReading;
      },
      text: (value) => {
        if (inText) text += value;
      },
      close: (name) => {
        if (name === 't') inText = false;
        else if (name === 'rPh') inReading = false;
        else if (name === 'si') {
          characters += text.length;
          strings.push(unescapedText(text));
          if (strings.length > limits.texts || characters > limits.textCharacters)
            throw new Refused('TOO_MANY_TEXTS', 'The file has more different texts than a sheet of ours can have.');
        }
      },
    },
    part,
  );
  for await (const piece of archive.text(part)) elements.feed(piece);
  elements.end();
  return strings;
}
