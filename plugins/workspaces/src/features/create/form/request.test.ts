import { createWorkspaceSchema } from '@butler-portal/plugin-butler-common';
import { someValues } from '../__testUtils__/fixtures';
import { toCreateRequest } from './request';

describe('toCreateRequest', () => {
  it('leaves out what nobody has typed', () => {
    const values = someValues({ cpu: '', memory: '', storage: ' ' });
    expect(toCreateRequest(values)).toEqual({
      name: 'ledger-dev',
      spec: {
        clusterRef: { name: 'dev-eu' },
        image: 'ghcr.io/acme/go:1.24',
      },
    });
  });

  it('makes what the backend takes, blanks cut off', () => {
    const request = toCreateRequest(
      someValues({
        name: ' ledger-dev ',
        repositories: [
          {
            url: ' git@git.example.com:acme/ledger.git ',
            branch: 'next',
            directory: 'ledger-next',
            credential: 'ledger-key',
          },
        ],
      }),
      { namespace: 'butler-system', name: 'go' },
    );
    expect(createWorkspaceSchema.parse(request)).toEqual({
      name: 'ledger-dev',
      template: { namespace: 'butler-system', name: 'go' },
      spec: {
        clusterRef: { name: 'dev-eu' },
        image: 'ghcr.io/acme/go:1.24',
        repositories: [
          {
            url: 'git@git.example.com:acme/ledger.git',
            branch: 'next',
            name: 'ledger-next',
            secretRef: { name: 'ledger-key' },
          },
        ],
        resources: { cpu: '2', memory: '4Gi' },
        storageSize: '10Gi',
      },
    });
  });

  it('keeps empty lines, so that an index in an error is the line of the form', () => {
    const line = { url: '', branch: '', directory: '', credential: '' };
    const request = toCreateRequest(
      someValues({ repositories: [line, { ...line, url: 'https://a.b/c' }] }),
    );
    expect(request.spec.repositories?.[1].url).toBe('https://a.b/c');
  });
});
