import { Readable } from 'node:stream';
import { areasOf, type Areas } from './areas';
import { countyLines } from './county-file';
import { inPieces } from './csv';
import { expectationOf, type Expectation } from './expectation';
import type { LeadSource } from './household-story';
import { matchFilesOf } from './match-files';
import { luocheng } from './luocheng-2015';
import { sizeFor } from './size';
import { staffOf, type Staff } from './staff';
import { staffLines } from './staff-file';

export interface County {
  areas: Areas;
  staff: Staff;
  /** What must come out of the services when this county has been imported. */
  expectation: Expectation;
  /** The two import files. Each call makes a new stream with the same bytes; nothing is held in full. */
  countyFile(): Readable;
  staffFile(): Readable;
  /** What other departments hand in, each to be opened as often as it is sent. Made when it is asked for. */
  matchFiles(): { source: LeadSource; open: () => Readable }[];
}

export interface CountyWish {
  seed: string;
  /** The whole county, 54,860, when not given. */
  households?: number;
  campaign?: string;
}

/** A made-up county on the real map; the same wish gives the same bytes on every machine. */
export function generateCounty({ seed, households = luocheng.households, campaign }: CountyWish): County {
  const size = sizeFor(households);
  const areas = areasOf(size, seed);
  const staff = staffOf(areas, size, seed);
  const name = campaign ?? `${areas.name}2015年精准识别`;
  return {
    areas,
    staff,
    expectation: expectationOf(areas, staff, seed),
    countyFile: () => Readable.from(encoded(inPieces(countyLines(areas, seed, name)))),
    staffFile: () => Readable.from(encoded(inPieces(staffLines(staff)))),
    matchFiles: () =>
      [...matchFilesOf(areas, seed)].map(([source, lines]) => ({
        source,
        open: () => Readable.from(encoded(inPieces(lines))),
      })),
  };
}

function* encoded(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}
