/** Something the person at the keyboard can put right; its message is one line and all they need to read. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
