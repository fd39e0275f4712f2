import { tagProblems } from './tags';

const known = { types: ['service', 'domain'], runtimes: ['node', 'any'] };
const problems = (...tags: string[]) => tagProblems([{ path: 'apps/x/package.json', tags }], known);

describe('the tags of a project', () => {
  it('name its type, its scope and where it runs', () => {
    expect(problems('type:service', 'scope:new', 'runtime:node')).toEqual([]);
  });

  it('may not be left out, for the project would escape the table', () => {
    expect(problems('type:service', 'runtime:node')).toEqual([expect.stringMatching(/scope:… is wanted/)]);
    expect(problems()).toHaveLength(3);
  });

  it('may not be a word that the table does not know', () => {
    expect(problems('type:thing', 'scope:new', 'runtime:node')).toEqual([
      expect.stringMatching(/one of service, domain\. Found: thing/),
    ]);
  });
});
