import { readdirSync, readFileSync } from 'node:fs';
import type { ProgramKind } from './program';

/** What one program uses; figures are 0 where the system has no /proc. */
export interface Reading {
  kind: ProgramKind;
  pid: number;
  logFile: string;
  /** Processor time of it and of its children, ended ones included. */
  cpuMs: number;
  /** Resident memory with the children; what they share is counted once. */
  memoryMiB: number;
  restarts: number;
}

const millisecondsPerTick = 10;
const kibibytesPerMebibyte = 1024;

/** Processor time and memory of a process and its descendants at this moment. */
export function usageOf(pid: number): { cpuMs: number; memoryMiB: number } {
  if (process.platform !== 'linux') return { cpuMs: 0, memoryMiB: 0 };
  const own = ticksOf(pid);
  const family = descendantsOf(pid);
  const ticks = (own?.live ?? 0) + (own?.ofEndedChildren ?? 0) + sum(family.map((child) => ticksOf(child)?.live ?? 0));
  const memory = family.length === 0 ? residentKiB(pid) : sum([pid, ...family].map(proportionalKiB));
  return { cpuMs: ticks * millisecondsPerTick, memoryMiB: Math.round(memory / kibibytesPerMebibyte) };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The fields of /proc/<pid>/stat after the name, which may hold blanks. */
function statOf(pid: number): string[] | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function ticksOf(pid: number): { live: number; ofEndedChildren: number } | undefined {
  const fields = statOf(pid);
  if (!fields) return undefined;
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  return { live: (user ?? 0) + (system ?? 0), ofEndedChildren: (endedUser ?? 0) + (endedSystem ?? 0) };
}

function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const child = Number(name);
    const parent = Number.isInteger(child) ? Number(statOf(child)?.[1]) : NaN;
    if (parent > 0) parents.set(parent, [...(parents.get(parent) ?? []), child]);
  }
  const below = (ancestor: number): number[] =>
    (parents.get(ancestor) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function residentKiB(pid: number): number {
  return kibibytesIn(read(`/proc/${pid}/status`), 'VmRSS');
}

/** Each page divided among those who share it; the plain figure where we may not look. */
function proportionalKiB(pid: number): number {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  return rollup ? kibibytesIn(rollup, 'Pss') : residentKiB(pid);
}

function kibibytesIn(text: string | undefined, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text ?? '')?.[1] ?? 0);
}
