import { aWorkspace } from '../../../__testUtils__';
import { displayOf } from './display';

describe('displayOf', () => {
  it('is open on the way up and when something failed, folded when all is well', () => {
    expect(displayOf(aWorkspace({ phase: 'Pending' }))).toBe('open');
    expect(displayOf(aWorkspace({ phase: 'Starting' }))).toBe('open');
    expect(displayOf(aWorkspace({ phase: 'Failed' }))).toBe('open');
    expect(displayOf(aWorkspace({ phase: 'Running' }))).toBe('folded');
  });

  it('is open when the repositories are missing from a workspace that runs', () => {
    const workspace = aWorkspace({
      spec: { repositories: [{ url: 'https://git.example.com/acme/api' }] },
      status: {
        phase: 'Running',
        conditions: [{ type: 'RepositoryCloned', status: 'False' }],
      },
    });
    expect(displayOf(workspace)).toBe('open');
  });

  it('is hidden when the conditions tell of nothing that goes on', () => {
    expect(displayOf(aWorkspace({ phase: 'Stopped' }))).toBe('hidden');
    expect(displayOf(aWorkspace({ deleting: true }))).toBe('hidden');
  });
});
