import type { Envelope } from '@jingzhun/contracts/envelope';
import { assignmentChangedV1, type AssignmentChanged } from '@jingzhun/contracts/organization';
import type { Reaction } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DutyRepository } from '../duty/duty.repository';

/** Somebody else answers for an area from now on, and so for every open clock in it. */
@Injectable()
export class OnAssignmentChanged implements Reaction<AssignmentChanged> {
  readonly contract = assignmentChangedV1;

  constructor(@Inject(DutyRepository) private readonly duties: DutyRepository) {}

  react(tx: EntityManager, events: Envelope<AssignmentChanged>[]): Promise<void> {
    return this.duties.change(tx, events);
  }
}
