import fc from 'fast-check';
import { FileNotUsable } from './stored-file.errors';
import { toBeAttached, type Attachment, type FileAsRead } from './stored-file.rules';

const to: Attachment = { subject: 'visit', id: 'v1', areaCode: '451225100201001', by: 'worker' };
const waiting: FileAsRead = {
  id: 'f1',
  kind: 'photo',
  areaCode: to.areaCode,
  uploadedBy: to.by,
  attachedSubject: null,
  attachedTo: null,
  doomedAt: null,
};

function problems(files: FileAsRead[], asked = ['f1']): unknown {
  try {
    return toBeAttached(asked, files, to, 'photo');
  } catch (error) {
    if (error instanceof FileNotUsable) return error.files.map(({ fault }) => fault);
    throw error;
  }
}

describe('a file becomes evidence', () => {
  it('when the person who handed it in names it for a record of that place', () => {
    expect(problems([waiting])).toEqual(['f1']);
    expect(problems([{ ...waiting, areaCode: '451225100201' }])).toEqual(['f1']);
    expect(toBeAttached(['f1', 'f1'], [waiting], to, 'photo')).toEqual(['f1']);
  });

  it('once: saying it again for the same record changes nothing', () => {
    expect(problems([{ ...waiting, attachedSubject: 'visit', attachedTo: 'v1' }])).toEqual([]);
  });

  it.each<[string, Partial<FileAsRead>, string]>([
    ['being removed', { doomedAt: new Date(0) }, 'missing'],
    ['handed in by somebody else', { uploadedBy: 'another' }, 'foreign'],
    ['of a neighbouring group', { areaCode: '451225100201002' }, 'foreign'],
    ['of one house when the record is of the whole village', { areaCode: '4512251002010010001' }, 'foreign'],
    ['a signature where a photo is wanted', { kind: 'signature' }, 'wrongKind'],
    ['evidence of another visit', { attachedSubject: 'visit', attachedTo: 'v2' }, 'attachedElsewhere'],
    ['evidence of a sitting with the same id', { attachedSubject: 'sitting', attachedTo: 'v1' }, 'attachedElsewhere'],
  ])('never when it is %s', (_, change, fault) => {
    expect(problems([{ ...waiting, ...change }])).toEqual([fault]);
  });

  it('never when nobody knows it, and every file at fault is named', () => {
    expect(problems([waiting, { ...waiting, id: 'f2', kind: 'document' }], ['f1', 'f2', 'f3'])).toEqual([
      'wrongKind',
      'missing',
    ]);
  });

  it('all together or none: whatever is asked, a single fault refuses the rest', () => {
    const file = fc.record({
      id: fc.constantFrom('f1', 'f2', 'f3'),
      kind: fc.constantFrom('photo' as const, 'signature' as const),
      areaCode: fc.constantFrom('451225', '451225100201001', '451225101'),
      uploadedBy: fc.constantFrom('worker', 'another'),
      attachedSubject: fc.constant(null),
      attachedTo: fc.constant(null),
      doomedAt: fc.constantFrom(null, new Date(0)),
    });
    const usable = (each: FileAsRead) =>
      each.kind === 'photo' && each.areaCode !== '451225101' && each.uploadedBy === 'worker' && !each.doomedAt;
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ({ id }) => id, minLength: 1 }), (files) => {
        const asked = files.map(({ id }) => id);
        const expected = files.every(usable) ? asked : undefined;
        const answer = problems(files, asked) as string[];
        return expected ? answer.join() === expected.join() : answer.length === files.filter((f) => !usable(f)).length;
      }),
      { seed: 20_151_022 },
    );
  });
});
