const sayNothing = /^(.+-)?(common|utils?|shared|helpers?|core|misc)$/;

/** Names that exclude nothing: a file or folder that bears one becomes the place where everything lands. */
export function namesThatSayNothing(files: readonly string[]): string[] {
  const found = new Set<string>();
  for (const file of files) {
    const parts = file.split('/');
    for (const [index, part] of parts.entries()) {
      const stem = part.split('.')[0] ?? '';
      if (sayNothing.test(stem)) found.add(parts.slice(0, index + 1).join('/'));
    }
  }
  return [...found].map(
    (path) => `${path}: this name says nothing. Name it after its job, or after the one thing it holds.`,
  );
}
