import { endAll, type RecordedProcess } from '../../bootstrap/processes.cjs';
import type { Program, ProgramKind } from './program';
import { Reaper } from './reaper';
import type { RunFolder } from './run-folder';
import { SupervisedProgram } from './supervised-program';

/** The programs of one run: started, recorded, kept running, and all ended together. */
export class Supervisor {
  private readonly programs = new Map<ProgramKind, SupervisedProgram>();
  private readonly reaper: Reaper;
  private stopping: Promise<void> | undefined;

  constructor(
    readonly folder: RunFolder,
    private readonly report: (line: string) => void,
  ) {
    this.reaper = new Reaper(folder.path, folder.id);
  }

  async start(program: Program): Promise<void> {
    if (this.stopping) throw new Error(`the run is being stopped; ${program.kind} is not started`);
    const record = () => this.folder.update({ processes: this.recorded() });
    const supervised = new SupervisedProgram(program, this.folder.logFile(program.kind), record, this.report);
    this.programs.set(program.kind, supervised);
    await supervised.start();
  }

  program(kind: ProgramKind): SupervisedProgram {
    const program = this.programs.get(kind);
    if (!program) throw new Error(`no ${kind} was started in this run`);
    return program;
  }

  all(): SupervisedProgram[] {
    return [...this.programs.values()];
  }

  /** Ends every program in order and closes the folder; a second call waits for the first. */
  stop(): Promise<void> {
    this.stopping ??= this.endEverything();
    return this.stopping;
  }

  private async endEverything(): Promise<void> {
    for (const program of this.all()) program.release();
    await endAll(this.recorded());
    this.folder.close();
    this.reaper.release();
  }

  private recorded(): RecordedProcess[] {
    return this.all().flatMap(({ recorded }) => recorded ?? []);
  }
}
