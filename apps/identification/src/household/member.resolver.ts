import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { maskIdNumber } from './mask-id-number';
import type { MemberRow } from './member.entity';

@Resolver('Member')
export class MemberResolver {
  @ResolveField()
  idNumberMasked(@Parent() { idNumber }: MemberRow): string {
    return maskIdNumber(idNumber);
  }
}
