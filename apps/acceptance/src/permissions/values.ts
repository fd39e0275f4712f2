import type { Random } from '@jingzhun/county';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { randomUUID } from 'node:crypto';

/** Ids by the type of record they belong to, and the areas a call is aimed at. */
export interface Aims {
  records: ReadonlyMap<string, readonly string[]>;
  villages: readonly string[];
  groups: readonly string[];
}

/** Names of ids that do not say their record's type. */
const recordNamed: Record<string, string> = {
  subjectId: 'Household',
  leadId: 'DuplicateLead',
  migrationId: 'ProfileMigration',
  proposalId: 'ScoreLineProposal',
  fileId: 'StoredFile',
  persons: 'Member',
  attendance: 'Member',
  photos: 'StoredFile',
};

/** Names of area codes; whoever leaves them out is not asked for them, so they are given where they are optional too. */
const areaNamed = /^(areaCode|areaCodes|parent)$/;
const villageNamed = /^(villageCode|villageCodes|villages)$/;

/**
 * Arguments for any field, made from their types: ids of records that are aimed at, drawn by `random`, and for the rest a value
 * that its type allows. A record of a type nobody knows gets an id that nothing has.
 */
export class Values {
  constructor(
    private readonly random: Random,
    private readonly aims: Aims,
  ) {}

  of(field: GraphQLField<unknown, unknown>): Record<string, unknown> {
    const answered = getNamedType(field.type).name;
    return Object.fromEntries(
      field.args
        .filter((argument) => isRequiredArgument(argument) || areaNamed.test(argument.name) || hasArea(argument.type))
        .map(({ name, type }) => [name, this.value(name, type, answered)]),
    );
  }

  private value(name: string, type: GraphQLInputType, answered: string): unknown {
    const given = getNullableType(type);
    if (isListType(given)) return [this.value(name, given.ofType, answered)];
    if (isEnumType(given)) return this.random.pick(given.getValues()).name;
    if (isInputObjectType(given)) {
      const fields = Object.values(given.getFields());
      return Object.fromEntries(
        fields
          .filter((field) => isRequiredInputField(field) || areaNamed.test(field.name))
          .map((field) => [field.name, this.value(field.name, field.type, answered)]),
      );
    }
    switch (getNamedType(given).name) {
      case 'ID':
        return this.id(name, answered);
      case 'Int':
        return name === 'first' ? 100 : 1;
      case 'Float':
        return 1;
      case 'Boolean':
        return true;
      case 'DateTime':
        return new Date().toISOString();
      case 'JSON':
        return {};
      default:
        return /On$|^on$|^to$/.test(name) ? '2015-10-20' : 'Nothing in particular.';
    }
  }

  private id(name: string, answered: string): string {
    if (areaNamed.test(name)) return this.random.pick([...this.aims.villages, ...this.aims.groups]);
    if (villageNamed.test(name)) return this.random.pick(this.aims.villages);
    const known = this.aims.records.get(this.recordOf(name, answered) ?? '') ?? [];
    return known.length > 0 ? this.random.pick(known) : randomUUID();
  }

  /** `intoHouseholdId` is a household, `memberIds` are members, and a bare `id` is what the field answers. */
  private recordOf(name: string, answered: string): string | undefined {
    if (name === 'id' || name === 'code') return answered;
    if (recordNamed[name]) return recordNamed[name];
    const word = /^(.*?)(Id|Ids|Code)$/.exec(name)?.[1]?.toLowerCase();
    if (!word) return undefined;
    return [...this.aims.records.keys()]
      .filter((type) => word.endsWith(type.toLowerCase()))
      .sort((one, other) => other.length - one.length)[0];
  }
}

function hasArea(type: GraphQLInputType): boolean {
  const given = getNullableType(type);
  return isInputObjectType(given) && Object.keys(given.getFields()).some((name) => areaNamed.test(name));
}

/** Aims at nothing that exists. */
export const nothing: Aims = { records: new Map(), villages: ['451225999999'], groups: ['451225999999999'] };
