import type { HouseholdCategory } from '@jingzhun/identification-rules';

/** Code of the relation of the head to himself. */
export const headRelation = '01';

/** What the register says of a member. */
export interface ExtractedMember {
  id: string;
  /** Rises with each change of the member. */
  version: number;
  name: string;
  relation: string;
  sex: string;
  birthDate: string;
  idNumberMasked: string;
  ethnicity: string;
  /** Equal for equal numbers; for decisions only, and not kept. */
  numberIndex?: string;
}

/** What the register says of a household; members in their order. */
export interface ExtractedHousehold {
  id: string;
  /** Null until a new household is given its number, when the request is approved. */
  number: string | null;
  areaCode: string;
  hamletCode: string;
  address: string;
  category: HouseholdCategory;
  members: ExtractedMember[];
}

/** The households that a change concerns, as they are or as they become. One that is missing afterwards has ended. */
export interface RegisterExtract {
  households: ExtractedHousehold[];
}

/** An extract as it is kept for ever. */
export function toBeKept({ households }: RegisterExtract): RegisterExtract {
  return {
    households: households.map((household) => ({
      ...household,
      members: household.members.map(({ numberIndex: _, ...member }) => member),
    })),
  };
}
