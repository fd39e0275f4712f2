import { commonArea, maskPhone } from './person.rules';

describe('a phone number on the screen', () => {
  it('shows the first three and the last two digits', () => {
    expect(maskPhone('10012345678')).toBe('100******78');
  });

  it('shows nothing of a short number', () => {
    expect(maskPhone('6688')).toBe('****');
  });
});

describe('the area a person belongs to', () => {
  it('is the area of his only duty', () => {
    expect(commonArea(['451225100201'])).toBe('451225100201');
  });

  it('is the smallest area that contains all his duties', () => {
    expect(commonArea(['451225100201001', '451225100201017'])).toBe('451225100201');
    expect(commonArea(['451225100201', '451225105'])).toBe('451225');
    expect(commonArea(['451225100', '451225100201001'])).toBe('451225100');
  });

  it('does not exist when he has no duty, or duties in two counties', () => {
    expect(commonArea([])).toBeUndefined();
    expect(commonArea(['451225', '451226'])).toBeUndefined();
  });
});
