import { applyDecorators, Controller, StandardSchemaValidationPipe, UsePipes } from '@nestjs/common';

/**
 * A controller under `/internal/`, for the worker only. Give each body its schema, which is checked before the method runs:
 *
 *     @Post('stage-open')
 *     stageOpen(@Body({ schema: stageOfSubject }) body: StageOfSubject) { … }
 */
export function Internal(): ClassDecorator {
  return applyDecorators(Controller('internal'), UsePipes(new StandardSchemaValidationPipe()));
}
