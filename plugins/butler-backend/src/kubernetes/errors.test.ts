import { toApiError, UnreachableError } from './errors';
import { translateKubernetesError } from './translateError';

describe('failures of Kubernetes', () => {
  it('give the fields of a 422', () => {
    const error = toApiError(422, {
      kind: 'Status',
      reason: 'Invalid',
      details: {
        causes: [{ field: 'spec.repositories[0].url', message: 'Required' }],
      },
    });
    expect(translateKubernetesError(error)).toMatchObject({
      name: 'InputError',
      fields: [{ path: 'spec.repositories[0].url', message: 'Required' }],
    });
  });

  it.each([
    [400, 'InputError'],
    [401, 'ServiceUnavailableError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [429, 'ServiceUnavailableError'],
    [500, 'ServiceUnavailableError'],
    [503, 'ServiceUnavailableError'],
  ])(
    'with status %d become %s and keep the text to themselves',
    (status, name) => {
      const error = translateKubernetesError(
        toApiError(status, { message: 'secret', reason: 'secret' }),
      );
      expect(error).toMatchObject({ name });
      expect(JSON.stringify(error) + error).not.toContain('secret');
    },
  );

  it.each([
    [
      'admission webhook "images.example.com" denied the request: Use images of ghcr.io/acme.',
      'Use images of ghcr.io/acme.',
    ],
    [
      'admission webhook "images.example.com" denied the request without explanation',
      'admission webhook "images.example.com" denied the request without explanation',
    ],
    [
      'workspaces.butler.butlerlabs.dev "api" is forbidden: exceeded quota: few, requested: count/workspaces=1, used: count/workspaces=5, limited: count/workspaces=5',
      'exceeded quota: few, requested: count/workspaces=1, used: count/workspaces=5, limited: count/workspaces=5',
    ],
  ])('give the reason of a rule that answers 403: %s', (message, reason) => {
    expect(
      translateKubernetesError(toApiError(403, { message })),
    ).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/rule of the management cluster/),
      fields: [{ path: '', message: reason }],
    });
  });

  it.each([
    'workspaces "api" is forbidden: User "a" cannot create resource "workspaces": exceeded quota: x',
    'said by an admission webhook "x" denied the request: y',
  ])('keep the words of RBAC to themselves: %s', message => {
    expect(
      translateKubernetesError(toApiError(403, { message })),
    ).toMatchObject({ name: 'NotAllowedError' });
  });

  it('say of a race for a ResourceQuota that nothing was done, with a status that says so, too', () => {
    const race = {
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on resourcequotas "few": the object has been modified',
    };
    expect(translateKubernetesError(toApiError(409, race))).toMatchObject({
      name: 'TooManyRequestsError',
      message: expect.stringMatching(/^Too many objects .*Nothing was done/),
      retryAfterSeconds: 2,
    });
  });

  it('name in a log the fields, and not what was typed into them', () => {
    const error = toApiError(422, {
      message: 'spec.image: Invalid value: "hunter2"',
      reason: 'Invalid',
      details: {
        causes: [{ field: 'spec.image', message: 'Invalid value: "hunter2"' }],
      },
    });
    expect(`${error}`).toBe('KubernetesApiError: 422 Invalid: spec.image');
    expect(`${toApiError(400, { message: 'hunter2' })}`).toBe(
      'KubernetesApiError: 400 Unknown',
    );
  });

  it('say in a log what Kubernetes has said otherwise', () => {
    const message = 'pods "ws-api" is forbidden';
    expect(`${toApiError(403, { message })}`).toContain(message);
  });

  it('say when to try again', () => {
    expect(
      translateKubernetesError(toApiError(429, undefined, '7')),
    ).toMatchObject({ retryAfterSeconds: 7 });
    expect(translateKubernetesError(new UnreachableError('x'))).toMatchObject({
      name: 'ServiceUnavailableError',
      retryAfterSeconds: 5,
    });
  });

  it('claim nothing of a write that may have been done', () => {
    const { message } = translateKubernetesError(
      new UnreachableError('cut', {}, true),
    ) as Error;
    expect(message).toMatch(/cannot be reached.*again/);
    expect(message).not.toMatch(/nothing|not done/i);
  });

  it('survive a body that is no Status', () => {
    for (const body of [
      undefined,
      null,
      'x',
      [],
      { details: { causes: [null] } },
    ]) {
      expect(toApiError(422, body).status).toBe(422);
    }
  });

  it('leave other errors alone', () => {
    const error = new Error('x');
    expect(translateKubernetesError(error)).toBe(error);
  });
});
