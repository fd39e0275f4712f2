import type { Caller, Role } from '@jingzhun/access';
import { covers, InvalidInput, isAreaCode, NotFound } from '@jingzhun/kernel';
import type { ContentRules } from '@jingzhun/subgraph';
import { FileNotUsable, TooManyFilesWaiting, type FileFault } from './stored-file.errors';

export const fileKinds = ['photo', 'signature', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Who hands files in and sees them, each in his area. The graph says the same of `StoredFile`. */
export const evidenceRoles: readonly Role[] = [
  'administrator',
  'supervisor',
  'townshipOfficer',
  'villageSecretary',
  'groupSecretary',
  'fieldWorker',
  'entryClerk',
];

const mebibyte = 1024 * 1024;

/** What a file of each kind must be. */
export const contentRules: Record<FileKind, ContentRules> = {
  photo: { mediaTypes: ['image/jpeg', 'image/png'], maximumBytes: 12 * mebibyte, maximumPixels: 64_000_000 },
  signature: { mediaTypes: ['image/png', 'image/jpeg'], maximumBytes: mebibyte, maximumPixels: 4_000_000 },
  document: {
    mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'],
    maximumBytes: 20 * mebibyte,
    maximumPixels: 64_000_000,
  },
};

/** As many as a team brings back from some days without signal, and no more. */
export const mostWaiting = 500;

/** @throws NotFound, InvalidInput */
export function assertMayHandIn(caller: Caller, kind: string, areaCode: unknown): asserts kind is FileKind {
  if (!(fileKinds as readonly string[]).includes(kind)) throw new NotFound('There is no such kind of file.', 'kind');
  if (typeof areaCode !== 'string' || !isAreaCode(areaCode))
    throw new InvalidInput('Say the area the file belongs to.', 'areaCode', 'Send areaCode with the file.');
  if (!covers(caller.areas, areaCode)) throw new NotFound('There is no such area in your area.', 'areaCode');
}

/** @throws TooManyFilesWaiting */
export function assertNotTooMany(waiting: number): void {
  if (waiting >= mostWaiting) throw new TooManyFilesWaiting(`${waiting} files of yours wait to be used.`, 'file');
}

/** What a file is attached to, and by whom. */
export interface Attachment {
  /** The word for the record: `visit`, `score-sheet`, `sitting` … */
  subject: string;
  id: string;
  /** The area of the record; the file is seen there from now on. */
  areaCode: string;
  /** The person who attaches: whoever handed the file in. */
  by: string;
  /** The input field that named the files, for the refusal. */
  field?: string;
}

export interface FileAsRead {
  id: string;
  kind: FileKind;
  areaCode: string;
  uploadedBy: string;
  attachedSubject: string | null;
  attachedTo: string | null;
  doomedAt: Date | null;
}

/**
 * Which of the asked files are still to be attached; those that are attached to this very record already need nothing.
 *
 * @throws FileNotUsable naming every file at fault
 */
export function toBeAttached(
  asked: readonly string[],
  found: readonly FileAsRead[],
  to: Attachment,
  kind: FileKind,
): string[] {
  const files = new Map(found.map((file) => [file.id, file]));
  const problems = [...new Set(asked)].flatMap((fileId) => {
    const fault = faultOf(files.get(fileId.toLowerCase()), to, kind);
    return fault ? [{ fileId, fault }] : [];
  });
  if (problems.length > 0) throw new FileNotUsable(problems, to.field);
  return found.filter(({ attachedTo }) => attachedTo === null).map(({ id }) => id);
}

function faultOf(file: FileAsRead | undefined, to: Attachment, kind: FileKind): FileFault | undefined {
  if (!file || file.doomedAt) return 'missing';
  if (file.attachedTo !== null && (file.attachedTo !== to.id || file.attachedSubject !== to.subject))
    return 'attachedElsewhere';
  if (file.kind !== kind) return 'wrongKind';
  // Nobody makes another's file his evidence, or shows the house of one village for that of another.
  return file.uploadedBy === to.by && covers([file.areaCode], to.areaCode) ? undefined : 'foreign';
}
