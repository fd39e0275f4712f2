import type { DeadlineAnswer, DeadlineReached } from '@jingzhun/contracts/identification';
import { Internal } from '@jingzhun/subgraph';
import { Body, HttpCode, Inject, Post } from '@nestjs/common';
import { deadlineReached } from './deadline-reached';
import { DeadlineService } from './deadline.service';

/** Where the timers of the cases knock. Every call may be repeated. */
@Internal()
export class DeadlineController {
  constructor(@Inject(DeadlineService) private readonly deadlines: DeadlineService) {}

  @Post('reminder')
  @HttpCode(200)
  remind(@Body({ schema: deadlineReached }) reached: DeadlineReached): Promise<DeadlineAnswer> {
    return this.deadlines.remind(reached);
  }

  @Post('breach')
  @HttpCode(200)
  breach(@Body({ schema: deadlineReached }) reached: DeadlineReached): Promise<DeadlineAnswer> {
    return this.deadlines.breach(reached);
  }
}
