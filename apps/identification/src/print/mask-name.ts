/** A name of which one character cannot be read; only `maskName` makes one, so that no whole name gets into a public paper. */
export type MaskedName = string & { readonly masked: unique symbol };

/** 罗小明 → 罗*明, 罗明 → 罗*: neighbours know who is meant, strangers do not. */
export function maskName(name: string): MaskedName {
  const characters = [...name.trim()];
  const hidden = characters.length > 1 ? 1 : 0;
  return characters.map((character, place) => (place === hidden ? '*' : character)).join('') as MaskedName;
}
