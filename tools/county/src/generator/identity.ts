import { idNumberOf } from '@jingzhun/identification-rules';
import { standardDay } from './luocheng-2015';
import type { Sex } from './names';
import type { Random } from './random';

const dayMilliseconds = 86_400_000;

/** A date of birth (yyyy-mm-dd) of somebody who is `age` whole years old on the standard day. */
export function drawBirthDate(age: number, chance: Random): string {
  const born = new Date(standardDay);
  born.setUTCFullYear(born.getUTCFullYear() - age);
  return new Date(born.getTime() - chance.between(0, 364) * dayMilliseconds).toISOString().slice(0, 10);
}

/** Made-up identity numbers (GB 11643): the county's prefix, the birth date, a drawn order number, a right check digit. */
export class IdNumbers {
  private readonly taken = new Set<string>();

  constructor(private readonly countyCode: string) {}

  /** A number nobody in this county has yet. Odd order numbers are men's, even ones women's. */
  draw(birthDate: string, sex: Sex, chance: Random): string {
    const day = birthDate.replaceAll('-', '');
    for (let order = chance.between(0, 499); ; order = (order + 1) % 500) {
      const digits = String(order * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
      const first17 = this.countyCode + day + digits;
      if (this.taken.has(first17)) continue;
      this.taken.add(first17);
      return idNumberOf(first17);
    }
  }
}
