/** What a paper must say of a form: that the points of a reconstruction are ours and no official ones. */
export function formNoteOf(formVersion: string): string | null {
  return formVersion.includes('reconstruction') ? '本表各项分值为工作推定，并非官方公布的标准。' : null;
}
