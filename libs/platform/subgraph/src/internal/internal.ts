import { applyDecorators, Controller, StandardSchemaValidationPipe, UseFilters, UsePipes } from '@nestjs/common';
import { RefusalFilter } from '../requests/refusal-filter';

/**
 * A controller under `/internal/`, for the worker only. Give each body its schema, which is checked before the method runs:
 *
 *     @Post('stage-open')
 *     stageOpen(@Body({ schema: stageOfSubject }) body: StageOfSubject) { … }
 */
export function Internal(): ClassDecorator {
  return applyDecorators(
    Controller('internal'),
    UsePipes(new StandardSchemaValidationPipe()),
    UseFilters(RefusalFilter),
  );
}
