import { Refusal } from '@jingzhun/kernel';

/** Why a file cannot be attached; the words are stable. */
export type FileFault = 'missing' | 'foreign' | 'wrongKind' | 'attachedElsewhere';

export interface FileProblem {
  fileId: string;
  fault: FileFault;
}

/** Named files cannot become evidence of this record. */
export class FileNotUsable extends Refusal {
  readonly type = 'FileNotUsable';
  readonly code = 'FILE_NOT_USABLE';
  readonly advice = 'Hand the named files in again and send the request with their new ids.';

  constructor(
    readonly files: FileProblem[],
    field = 'fileIds',
  ) {
    super(
      `${files.length} of the files cannot be used: ${[...new Set(files.map(({ fault }) => fault))].join(', ')}.`,
      field,
    );
  }
}

/** Too much was handed in and not used. */
export class TooManyFilesWaiting extends Refusal {
  readonly type = 'TooManyFilesWaiting';
  readonly code = 'TOO_MANY_FILES_WAITING';
  readonly advice = 'Record what the files belong to first; files that are never used are removed after some days.';
}
