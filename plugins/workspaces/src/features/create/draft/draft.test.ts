import { someValues } from '../__testUtils__/fixtures';
import { proposalSchema } from '../form/values';
import { parseDraft } from './draft';
import { draftStore } from './draftStore';

const proposal = proposalSchema.parse(someValues());
const DRAFT = {
  values: someValues({ image: 'ghcr.io/me/mine:1' }),
  proposal,
  template: 'payments/go',
};

describe('drafts', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('come back as they were stored, each person their own', () => {
    draftStore(window.sessionStorage, 'dev@example.com').save(DRAFT);
    const read = (email: string) =>
      draftStore(window.sessionStorage, email).read();
    expect(read('dev@example.com')).toEqual(DRAFT);
    expect(read('other@example.com')).toBeUndefined();
  });

  it('are gone once cleared', () => {
    const store = draftStore(window.sessionStorage, 'dev@example.com');
    store.save(DRAFT);
    store.clear();
    expect(store.read()).toBeUndefined();
  });

  it.each([
    null,
    '',
    '{',
    '[]',
    '{"values":{}}',
    JSON.stringify({ ...DRAFT, values: { name: 1 } }),
  ])('are not made of %s', stored => {
    expect(parseDraft(stored)).toBeUndefined();
  });
});
